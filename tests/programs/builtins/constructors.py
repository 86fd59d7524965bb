print(list(), list('ab'), list({1: 2}), tuple(), tuple([1]), set(), sorted(set('hello')), frozenset([1]), dict(), dict(a=1), dict([(1, 2), [3, 4]]), dict({1: 2}, b=3), dict(['ab', 'cd']), str(5), bytes(3), bytes([65, 66]), bytes('é', 'utf-8'), bytearray(b'x'), range(3), slice(1, 2, 3), list(range(2, 8, 3)))
l = [1]
print(list(l) is l, tuple((1,)) == (1,), dict(dict(a=1)), list(reversed(list(range(3)))))
for action in (lambda: dict([1]), lambda: dict([(1,)]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: dict(['abc']), lambda: bytes('a'), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(-1), lambda: list(None), lambda: set(5), lambda: bytes(['a']), lambda: dict([], []), lambda: slice()):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
