# Tuples as keys of dicts and sets: what is equal to what, whatever the items are.
nan = float('nan')


class Odd:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return isinstance(other, Odd) and self.n == other.n


keys = [
    (), (1,), (1, 2), (True, 2), (1.0, 2.0), (2, 1), ('a', 1), ('a' * 2, 1), ('aa', True), (1, 'é'), (1, 'é€'), (None,), (None, 1),
    ((1, 2), 3), ((1.0, 2), 3), ((1, (2, 3)), 4), (nan,), (nan, nan), tuple(range(20)),
    tuple(float(i) for i in range(20)), (2 ** 70, 1), (float(2 ** 70), 1), (-1,), (-2,), (b'x', 1), (frozenset([1]), 1), (int, 1),
    (bool, 1), (Odd(3), 1), (Odd(3), 1), (Odd(4), 1), (2 ** 61 - 1,), (0,), (-2 ** 63,), (2 ** 63 - 1, -2 ** 63), (1, 2, 3), (1, 2, 4),
]
seen = {}
for key in keys:
    seen[key] = seen.get(key, 0) + 1
print(len(seen), list(seen.values()))
print(len(set(keys)), [keys.index(key) for key in keys], [keys.count(key) for key in keys])
print([key in seen for key in keys], [key in set(keys) for key in keys], (1, 3) in seen, ('a', 'b') in set(keys))
print([seen.setdefault(key, 'new') for key in [(1, 2), (5, 6), (Odd(3), 1), (Odd(9), 1)]])
for bad in ((1, []), ([],), (1, {})):
    for operation in (lambda: seen[bad], lambda: bad in seen, lambda: bad in set(keys), lambda: {bad: 1}, lambda: seen.get(bad)):
        try:
            operation()
        except TypeError as error:
            print(type(error).__name__)
for i in range(50):
    del seen[min((k for k in seen if all(type(x) is int for x in k)), default=keys[6])]
    if len(seen) < 20:
        break
for i in range(100):
    seen[i, str(i)] = i
print(len(seen), sum(seen[i, str(i)] for i in range(100)), (99, '99') in seen, (99, '98') in seen)
for kind in (1, 'a', 2.0, None, True, [], {}, (), int, object()):
    print(type(kind) in (int, str, float, type(None)), type(kind) not in (list, dict), type(kind) is bool, type(kind) == type([]))
print([x in (1, 'a', None, 2.5) for x in (1, True, 1.0, 'a', 'b', None, 2.5, 0, (), nan)], nan in (nan,))
