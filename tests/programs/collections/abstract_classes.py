from collections.abc import (Callable, Container, Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence,
                             Sequence, Set, Sized)


class Squares(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return i * i


s = Squares(5)
print(list(s), 9 in s, s.index(16), s.count(4), list(reversed(s)), isinstance(s, Iterable))
try:
    Sequence()
except TypeError as error:
    print(error)
print([isinstance(x, Sequence) for x in ([], (), '', range(3), {}, set())])
print([isinstance(x, Mapping) for x in ([], {})], isinstance({}, MutableMapping), isinstance([], MutableSequence))
print(isinstance(len, Callable), isinstance(3, Hashable), isinstance([], Hashable), isinstance(iter([]), Iterator))
print(isinstance(set(), Set), isinstance({}.keys(), Set), issubclass(list, Sized), isinstance(3, Container))


class Box(MutableMapping):
    def __init__(self):
        self.items_ = {}

    def __getitem__(self, key):
        return self.items_[key]

    def __setitem__(self, key, value):
        self.items_[key] = value

    def __delitem__(self, key):
        del self.items_[key]

    def __iter__(self):
        return iter(self.items_)

    def __len__(self):
        return len(self.items_)


b = Box()
b.update({'a': 1}, c=2)
print(b.pop('a'), b.setdefault('d', 5), sorted(b.items()), b.get('zz'), 'c' in b, list(b.values()), b == {'c': 2, 'd': 5})


class Unit(Set):
    def __contains__(self, x):
        return x in (1, 2)

    def __iter__(self):
        return iter((1, 2))

    def __len__(self):
        return 2

    @classmethod
    def _from_iterable(cls, it):
        return set(it)


print(Unit() & {2, 3}, Unit() | {5}, Unit() - {1}, Unit() <= {1, 2, 3}, Unit() == {1, 2}, Unit().isdisjoint([7]))
