print(set(), {1}, {3, 1, 2, 1}, set([1, 1, 2]), set('a'), set(range(5)), set({7: 8}), set(frozenset([1])))
print(frozenset(), frozenset([3, 1]), frozenset({1: 2}), frozenset(range(3)))
print({*range(3), *[2, 5]}, {x % 4 for x in range(20)}, set(x * x for x in range(5)), set(iter([3, 3])))
f = frozenset([1])
print(frozenset(f) is f, f.copy() is f, set(f) == f, {1, True, 1.0}, {0, -0.0, False})
for attempt in (lambda: set(5), lambda: {[]}, lambda: set([[]]), lambda: frozenset([{}]), lambda: {{1}},
                lambda: set(1, 2), lambda: frozenset(1, 2), lambda: set([1, [2]])):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
