for action in (lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(1.0), lambda: range('a'), lambda: range(1, 2, 0), lambda: range(None), lambda: range(1, None), lambda: range(3)[3],
               lambda: range(3)[-4], lambda: range(3)['a'], lambda: range(3)[1.0], lambda: len(range(2 ** 64)), lambda: range(3).index(5), lambda: range(3).index('a'),
               lambda: range(5) < range(6), lambda: range(5) + range(5), lambda: range(5) * 2, lambda: range(stop=5), lambda: range(3)[::0]):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, OverflowError) as error:
        print(type(error).__name__, error)
r = range(3)
try:
    r.start = 5
except AttributeError as error:
    print(type(error).__name__)
try:
    r[0] = 1
except TypeError as error:
    print(error)
