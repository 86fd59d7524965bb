# Keys made by functions, methods, natives: in which order, what they see, what an error leaves behind.
import functools
import operator


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __abs__(self):
        return -self.n

    def __repr__(self):
        return f'S{self.n}'

    def key(self, item):
        return -item if isinstance(item, int) else item.n

    @staticmethod
    def of(item):
        return item.n

    def same(self):
        return self.n

    def __getitem__(self, index):
        return self.n * index


def attempt(items, **options):
    before = [*items]
    try:
        print(sorted(items, **options), items == before)
        items.sort(**options)
        print(items)
    except Exception as error:
        print(type(error).__name__, error, len(items), sorted(map(id, items)) == sorted(map(id, before)))


def mixed():
    return [Sized(3), [1], 'ab', Sized(0), (1, 2, 3, 4), {}]


for reverse in (False, True, 1):
    attempt([3, 1, 2], key=lambda x: -x, reverse=reverse)
    attempt([3, 1, 2], key=Sized(1).key, reverse=reverse)
    attempt([Sized(3), Sized(1)], key=Sized.same, reverse=reverse)
    attempt([Sized(3), Sized(1)], key=Sized.of, reverse=reverse)
    attempt([Sized(3), Sized(1)], key=len, reverse=reverse)
    attempt(mixed(), key=len, reverse=reverse)
    attempt([Sized(3), -7, Sized(1), 2], key=abs, reverse=reverse)
    attempt([Sized(3), [5, 6], Sized(1), 'ab'][::2], key=operator.itemgetter(1), reverse=reverse)
    attempt([[1, 2], [0, 3]], key=operator.itemgetter(1, 0), reverse=reverse)
    attempt(['b', 'A', 'c', 'B'], key=str.lower, reverse=reverse)
    attempt(['3', '12', '1'], key=int, reverse=reverse)
    attempt(['c', 'a'], key={'a': 2, 'c': 1}.get, reverse=reverse)
    attempt([3, 1, 2, 1], key=functools.partial(operator.sub, 2), reverse=reverse)
    attempt([3, 1, 2, 1], key=functools.lru_cache(None)(lambda x: -x), reverse=reverse)
    attempt([5, 3, 1], key=lambda x: (x % 2, [x]), reverse=reverse)
    attempt([5, 3, 1], key=Sized, reverse=reverse)
    attempt([5, 'a', 1], key=lambda x: x, reverse=reverse)
    attempt(['a', 5, 1], key=len, reverse=reverse)
    attempt([2, 0, 1], key=lambda x: 1 // x, reverse=reverse)
    attempt([2, 0, 1], key=lambda x, y: 1, reverse=reverse)
    attempt([2, 0, 1], key=lambda x, y=2: x * y, reverse=reverse)
    attempt([2, 0, 1], key=lambda *all: all, reverse=reverse)
    attempt([2, 0, 1], key='no', reverse=reverse)
attempt([2, 1], key=None)
attempt([2, 1], key=lambda x: x, reverse=[])
attempt([], key=lambda x: 1 / 0)
print(sorted({3: 1, 1: 2}, key=lambda x: x), sorted('bca', key=ord), sorted(iter([2, 1]), key=lambda x: x),
      sorted((x for x in 'ba'), key=lambda x: x), sorted({'a': 2, 'b': 1}.items(), key=lambda pair: pair[1]))
for wrong in (5, None):
    try:
        sorted(wrong, key=len)
    except TypeError as error:
        print(error)

asked = []
print(sorted([3, 1, 2], key=lambda x: asked.append(x) or x), asked)
l = [3, 1, 2]
l.sort(key=lambda x: len(l) * 10 + x)
print(l)
l.sort(key=l.count)
print(l)
taken = [9, 8, 7]
print(sorted('abc', key=lambda x: taken.pop()), taken)
numbers = [5, 4, 6]
print(sorted('abc', key=lambda x: numbers[ord(x) - 97]))


def generated():
    yield from sorted([2, 3, 1], key=lambda x: -x)


print(list(generated()), sorted([[2, 1], [1, 3]], key=lambda x: sorted(x, key=lambda y: -y)))
