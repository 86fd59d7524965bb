for make in (lambda: [1, 2, 3], lambda: (1, 2, 3), lambda: range(3), lambda: range(2 ** 64, 2 ** 64 + 3), lambda: zip([1, 2], 'ab'), lambda: enumerate('xy', 5), lambda: reversed((1, 2, 3))):
    it = iter(make())
    print(type(it).__name__, iter(it) is it, next(it), list(it), list(it), next(it, None))
print(list(zip()), list(zip([1])), list(zip([1, 2], (3, 4, 5), 'ab')), list(zip(range(2), [1, 2], strict=True)), list(zip(*[[1, 2], [3, 4]])))
print(list(enumerate([])), list(enumerate('ab', start=2 ** 63 - 1)), list(enumerate('ab', -1)), list(enumerate(start=1, iterable='q')))
print(list(zip(enumerate([1, 2]), zip('ab', 'cd'))), list(enumerate(enumerate('a'))), dict(enumerate('ab')), dict(zip('ab', [1, 2])))
a = iter([1, 2, 3])
print(list(zip(a, a)), list(a))
a = iter([1, 2, 3])
b = iter('x')
print(list(zip(a, b)), list(a))
print(3 in iter([1, 2, 3, 4]), [*iter((1, 2))], max(iter([1, 5])), sum(iter([1, 2])), sorted(iter([2, 1])))
it = iter([1, 2, 3, 4])
print(2 in it, list(it))
for strict in ([[1], [1, 2]], [[1, 2], [1]], [[1], [2], [3, 4]], [[1, 2], [2, 3], [3]], [[], [1]]):
    try:
        print(list(zip(*strict, strict=True)))
    except ValueError as error:
        print(error)
    try:
        print(list(zip(*[(x for x in s) for s in strict], strict=True)))
    except ValueError as error:
        print(error)
e = enumerate('a')
for i in range(100):
    e = enumerate(e)
for x in e:
    print(x)
