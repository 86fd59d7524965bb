print(tuple(), tuple([1, 2]), tuple('ab'), tuple(range(3)), tuple({1: 2}), tuple(x for x in 'cd'), tuple((1,)))
t = (1, 2, 3)
print(tuple(t) is t, t[:] is t, t[::-1], t[1:], len(t), 2 in t, 'a' in t, bool(()), bool(t))
print(hash((1, 2)) == hash((1, 2)), hash((1, 2)) == hash((1.0, 2)), hash(()) == hash(()), {(1, 2): 'x'}[1.0, True + 1])
print(hash((1, 2, 3)), hash((2 ** 61 - 1, -1)), hash(((1,), ())), hash((1.5, True, 2 ** 100)))
for action in (lambda: hash(([],)), lambda: hash((1, {})), lambda: t[3], lambda: t['a'], lambda: t[2 ** 70], lambda: tuple(5), lambda: tuple(1, 2), lambda: t.append):
    try:
        print(action())
    except (TypeError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)
