print(sum([1, 2, 3]), sum((1.5, 2)), sum({1: 0, 2: 0}), sum(range(101)), sum([]), sum([], 5), sum([2 ** 63 - 1, 1]), sum([-2 ** 63, -1]), sum([True, False, True]), sum([[1], [2]], []), sum([1, 2.5, 2 ** 70]))
print(sum(x for x in range(10)), sum((x / 2 for x in range(5)), 1), sum([(1,), (2,)], ()), sum([2 ** 100, -2 ** 100, 5]), sum(iter([1, 2]), start=3), sum([1e308, 10.0]))
print(min(3, 1, 2), max(3, 1, 2), min([5]), max('hello'), min((2, 1), (1, 9)), max([1, 2.5, True]), min({3: 1, 2: 9}), max(range(5)), max([[1], [1, 0]]), min(2.0, 2), max(2.0, 2), max(1, True))
print(max([], default=5), min((x for x in []), default=None), max('a', 'bb', key=len), min(['aa', 'b', 'c'], key=len), max([1, 2], key=lambda x: -x), max([3, 4], key=None), max((x for x in [1, 3, 2]), key=lambda v: v))
print(any([]), all([]), any([0, '', None]), any((0, 1)), all([1, 'a']), all({0: 1}), any(range(2)), all(range(2)), any('a'), all(x < 5 for x in range(5)))
print(sorted([3, 1, 2]), len([1, 2]), len(()), len('abc'), len({1: 2}), len(range(5)), len({1, 2}))
for action in (lambda: sum(['a']), lambda: sum([1, 'a']), lambda: sum(['a'], ''), lambda: sum(5), lambda: sum([[1]]), lambda: max([1, 'a']), lambda: max(), lambda: max(5), lambda: min(1, 'a'),
               lambda: max(1, 2, default=3), lambda: max([1], key=5), lambda: any(5), lambda: all(None), lambda: len(5), lambda: sum((x for x in ['a']), ''), lambda: next(iter([]), 1, 2)):
    try:
        print(action())
    except TypeError as error:
        print(error)
for empty in ([], (), {}, '', iter([]), (x for x in [])):
    try:
        max(empty)
    except ValueError as error:
        print(type(error).__name__)
