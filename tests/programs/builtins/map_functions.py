# map() calls whatever can be called, an item at a time, and ends where its iterator ends or its function says so.
import functools
import itertools


def plain(x):
    return x * 2


def defaults(x, y=10):
    return x + y


def stars(*args, **kwargs):
    return args, kwargs


def generating(x):
    yield x


@functools.lru_cache
def kept(x):
    print('kept', x)
    return x + 1


class Point:
    def __init__(self, x, y=0):
        self.x = x

    def method(self, other):
        return self.x + other

    @classmethod
    def of_class(cls, x):
        return cls.__name__, x

    @staticmethod
    def static(x):
        return -x

    def __call__(self, x):
        return 'called', self.x, x

    def __len__(self):
        return self.x


numbers = [1, 2, 2, 3]
for function in (plain, defaults, stars, kept, Point(5), Point(5).method, Point.of_class, Point.static, abs, str, float, bool,
                 [9, 8, 7, 6].__getitem__, 'abcdef'.__getitem__, functools.partial(max, 2), range, lambda x: [x]):
    print(list(map(function, numbers)))
print([point.x for point in map(Point, numbers)], [list(made) for made in map(generating, numbers)])
print(list(map(len, ['a', (1, 2), Point(4), {}])), list(map(str.upper, ['a', 'b'])), list(map(repr, ['a', Point])))
print(sum(map(plain, numbers)), max(map(plain, numbers)), ','.join(map(str, numbers)), 4 in map(plain, numbers))
first, *rest = map(plain, numbers)
print(first, rest, sorted(map(plain, numbers), reverse=True), dict(zip(numbers, map(plain, numbers))))
print(list(map(plain, map(plain, numbers))), list(zip(map(plain, numbers), map(str, numbers))))

# next() and loops take turns.
mapped = map(plain, numbers)
print(next(mapped))
for item in mapped:
    print(item)
    break
print(next(mapped), list(mapped), list(mapped), next(mapped, 'end'))

# What is called may raise; StopIteration ends the loop.
def refuses(x):
    if x == 3:
        raise ValueError(x)
    return x


def stops(x):
    if x == 3:
        raise StopIteration('early')
    return x


try:
    for item in map(refuses, [1, 2, 3, 4]):
        print(item)
except ValueError as error:
    print('raised', error)
for item in map(stops, [1, 2, 3, 4]):
    print('stops', item)
else:
    print('over')
iterators = [iter([1]), iter([]), iter([2])]
for item in map(next, iterators):
    print('next', item)
try:
    for item in map(len, ['a', 5]):
        print(item)
except TypeError as error:
    print(error)
try:
    for item in map(None, [1]):
        print(item)
except TypeError as error:
    print(error)


def counting():
    got = yield 'begun'
    while True:
        got = yield got * 10


counter = counting()
next(counter)
for item in map(counter.send, numbers):
    print(item, end=' ')
print()
generators = [generating(5), generating(6)]
for item in map(type(generators[0]).__next__, generators):
    print(item)
maps = [map(plain, [1]), map(plain, [2])]
for item in map(map.__next__, maps):
    print(item)

# A function that takes items from the iterator that it is called for, and one that changes the list.
source = iter(range(6))
print([pair for pair in map(lambda x: (x, next(source)), source)])
growing = [1, 2]
for item in map(lambda x: growing.append(x) or x, growing):
    if len(growing) > 6:
        break
print(growing)
again = map(lambda x: (x, list(itertools.islice(again, 1))), [1, 2, 3, 4])
for item in again:
    print(item)

# Several iterators: the shortest ends it, and what was taken from those before it is gone.
longer, shorter = iter([1, 2, 3, 4]), iter('ab')
print([pair for pair in map(lambda x, y: (x, y), longer, shorter)], list(longer))
print(list(map(pow, [2, 3], [5, 2])), list(map(max, [1, 5], [4, 2], [3, 3])), list(map(stars, 'ab', 'cd', 'ef')))
print(list(map(defaults, [1, 2], [3, 4])), list(map(Point.method, [Point(1), Point(2)], [10, 20])))
asked = map(lambda x, y: x, iter([1, 2, 3]), iter('a'))
for item in asked:
    print(item)
for item in asked:
    print('never', item)
try:
    for item in map(plain, [1], [2]):
        print(item)
except TypeError as error:
    print(error)
try:
    for item in map(abs, [1], [2]):
        print(item)
except TypeError as error:
    print(error)
for item in map(lambda *args: len(args), *[[0]] * 10):
    print(item)
goes_on = map(stops, [3, 1, 2])
for item in goes_on:
    print('never', item)
for item in goes_on:
    print('goes on', item)
