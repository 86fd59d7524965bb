print(min(3, 1, 2), max(3, 1, 2), min([5, 4]), max('hello'), min({3: 1, 2: 5}), max((1, 'a') for _ in range(1)), min(1, 1.0), max(1.0, 1), max(True, 1))
print(min([], default='none'), max((), default=0), min('b', 'A', key=str.lower), max([1, -5, 3], key=abs), max([(1, 'b'), (1, 'a')], key=lambda p: p[0]))
print(max(range(10), key=lambda x: -(x - 4) ** 2), min(['aa', 'b', 'c'], key=len), max([[1, 2], [1, 3]]), min([2.5, 1], [2.5, 0]), max([1], key=None))
for action in (lambda: max(), lambda: min(5), lambda: max(1, 'a'), lambda: max(1, 2, default=3), lambda: max([1, 2], key=5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
