print(list(zip([1, 2], 'ab')), list(zip()), list(zip([1, 2, 3], 'ab', range(9))), list(zip(*[(1, 2), (3, 4)])), dict(zip('ab', range(2))), list(zip([1], [2], strict=True)))
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate([], start=3)), next(enumerate([9], 2 ** 70)))
print(list(reversed([1, 2, 3])), list(reversed('abc')), list(reversed(range(5))), list(reversed((1, 2))), list(reversed({1: 2, 3: 4})), list(reversed({1: 2}.items())))
it = zip(iter([1, 2, 3]), iter([4, 5]))
print(next(it), type(it).__name__, list(it))
for action in (lambda: list(zip([1], [], strict=True)), lambda: list(zip([], [1], strict=True)), lambda: list(zip([1], [1], [], strict=True)), lambda: zip(5), lambda: zip([1], 5), lambda: enumerate(5), lambda: enumerate([], 'a'), lambda: reversed(5), lambda: reversed({1}), lambda: reversed(iter([])), lambda: enumerate([], 1, 2)):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
a = iter([1, 2, 3])
print(list(zip(a, a)))
