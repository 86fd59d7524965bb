# Keys by functions of the built-in types, and by functions of the program after some of these.
from operator import itemgetter

words = ['pear', 'Fig', 'banana', 'kiwi', 'Apple']
print(sorted(words, key=len))
print(sorted(words, key=str.lower))
print(sorted(words, key=str.lower, reverse=True))
weights = {word: -position for position, word in enumerate(words)}
print(sorted(words, key=weights.get))
print(sorted(words, key=weights.__getitem__))
print(sorted([3, -5, 2, -1], key=abs))
print(sorted(['b', 'a'], key=ord))
words.sort(key=len)
print(words)


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        print('len', self.size)
        return self.size

    def __getitem__(self, index):
        print('item', index)
        return self.size

    def __repr__(self):
        return f'Sized({self.size})'


# The first keys need nothing of the program, the later ones do.
print(sorted(['abc', [1, 2], Sized(1), (), Sized(0)], key=len))
print(sorted([(5, 3), [4, 9], Sized(4), {1: 7}], key=itemgetter(1)))
print(sorted([(5, 3), (4, 9)], key=itemgetter(1, 0)))
print(sorted(['ab', 'ba'], key=itemgetter(slice(1, None))))


class Borrowed:
    __call__ = itemgetter.__call__

    def __init__(self):
        self.a = 0
        self.b = None


try:
    print(sorted([(1, 3), (2, 2)], key=Borrowed()))
except (AttributeError, TypeError):
    print('no item getter')

for items, key in (([1, 'a'], len), ([(1,), ()], itemgetter(0)), (['a', []], weights.get), ([{}, {}], itemgetter('k')),
                   (['a', 1], str.lower), ([1, 2], next)):
    try:
        print(sorted(items, key=key))
    except Exception as error:
        print(type(error).__name__, error)


def count():
    print('begun')
    yield 2
    yield 1


generators = [count(), iter([1]), count()]
print(len(sorted(generators, key=next)))


def echo():
    got = yield
    while True:
        got = yield -got


sender = echo()
next(sender)
print(sorted([1, 3, 2], key=sender.send))

# What a key does to other lists.
seen = []
print(sorted([3], key=seen.append), seen)
numbers = [3, 1, 2]
try:
    numbers.sort(key=numbers.append)
except (ValueError, TypeError) as error:
    print(type(error).__name__, error)
print(sorted(numbers) if None not in numbers else numbers)
