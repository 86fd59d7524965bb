print(sum([]), sum([1, 2, 3]), sum([1.5, 2]), sum([[1], [2]], []), sum((i for i in range(5)), 10), sum([2 ** 63, 1]), sum([True, True]), sum([1, 2.5, 3j]), sum([(1,), (2,)], ()), sum(range(101)), sum({1: 'a', 2: 'b'}), sum([10 ** 18] * 20), sum([], start=5))
for action in (lambda: sum(['a']), lambda: sum(['a'], ''), lambda: sum([b'a'], b''), lambda: sum(5), lambda: sum([[1]]), lambda: sum([1], 'a')):
    try:
        print(action())
    except TypeError as error:
        print(error)
