print(sorted([3, 1, 2]), sorted('hello'), sorted({3: 1, 1: 2}), sorted((2, 1), reverse=True), sorted([]), sorted(range(5, 0, -1)))
words = ['banana', 'Apple', 'cherry', 'apple', 'fig', 'Fig']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (len(w), w)))
rows = [{'n': 'b', 'v': 2}, {'n': 'a', 'v': 2}, {'n': 'c', 'v': 1}]
print([r['n'] for r in sorted(rows, key=lambda r: r['v'])], [r['n'] for r in sorted(rows, key=lambda r: r['v'], reverse=True)])
print(sorted([1.5, 1, True, 0.5]), sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([[2], [1, 5], [1]]), sorted([2 ** 70, -2 ** 70, 0]), sorted([b'b', b'a']), sorted([float('inf'), -1, 2]))
for action in (lambda: sorted([1, 'a']), lambda: sorted([None, 1]), lambda: sorted(5), lambda: sorted([1], key=1), lambda: sorted([1], [2]), lambda: sorted([{}, {}])):
    try:
        print(action())
    except TypeError as error:
        print(error)
l = [5, 3]
print(sorted(l), l, sorted(l, key=None))
