s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None, 'a', [1]), slice(1, 2) == slice(1, 2, None), slice(1) == slice(2), slice(1) != slice(1))
print(slice(1, 2) < slice(1, 3), slice(1, 3) >= slice(1, 2))
for s in (slice(None), slice(2, -2), slice(None, None, -1), slice(-100, 100, 3), slice(5, 1), slice(5, 1, -2), slice(2 ** 70, -2 ** 70, -2 ** 65), slice(True, False, True)):
    print([s.indices(n) for n in (0, 1, 5, 2 ** 70, True)])
for action in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(1).indices(-1), lambda: slice(1).indices('a'), lambda: slice('a').indices(1), lambda: slice(1, 2, 0).indices(1),
               lambda: slice(1.5).indices(3), lambda: slice(1) < 5):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
