from itertools import count, cycle, islice, repeat

print(list(islice(count(), 5)), list(islice(count(3, 2), 4)), list(islice(count(1.5, 0.5), 3)))
c = count(10)
print(next(c), next(c), c, count(5, 3), count(2.5))
print(list(islice(cycle('abc'), 7)), list(cycle([])), list(repeat('x', 3)), list(repeat(1, -4)))
r = repeat(7, 2)
print(r, next(r), r, repeat('a'))
print(list(zip(count(1), 'abc')), dict(zip('ab', repeat(0))), list(map(pow, range(4), repeat(2))))
try:
    count('a')
except TypeError as error:
    print(error)
print(next(count(2 ** 63 - 1)), isinstance(c, count), type(c).__name__, iter(c) is c)
