# What defaultdict and Counter give for keys that are not there: factories of every kind, subclasses, overridden methods.
from collections import Counter, defaultdict


class Logged(defaultdict):
    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)


class Other(defaultdict):
    __slots__ = ('name',)

    def __missing__(self, key):
        return 'missing', key, super().__missing__(key)


class Keyed:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return isinstance(other, Keyed) and self.number == other.number


class Numbers(list):
    pass


for factory in (int, float, list, dict, set, str, bool, tuple, frozenset, bytes, lambda: 'made', Numbers, None, Counter):
    d = defaultdict(factory)
    try:
        print(repr(d[1]), repr(d[(2, 'x')]), type(d[Keyed(3)]).__name__, d[Keyed(3)] is d[Keyed(3)], len(d), d.get(9), 9 in d)
        d['n'] += d['n']
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error, len(d))
d = defaultdict(list)
d[1].append(2)
d[1].append(3)
print(d, d[1] is d[1])
try:
    d[[]]
except TypeError as error:
    print(error)
logged = Logged(list)
logged['a'].append(1)
print(logged)
other = Other(int)
other.name = 'o'
print(other['k'], other, other.name)
d.default_factory = set
d[5].add(1)
d.default_factory = None
try:
    d[6]
except KeyError as error:
    print(repr(error))
print(d)


def failing():
    raise ValueError('no')


d.default_factory = failing
try:
    d[7]
except ValueError as error:
    print(error, 7 in d)
c = Counter('aab')
print(c['z'], c[Keyed(1)], len(c))
c['z'] += 2
c[Keyed(2)] += 1
print(c['z'], c[Keyed(2)], len(c), list(c.values()))


class Zeros(Counter):
    __slots__ = ('default_factory_of', 'x')

    def __missing__(self, key):
        return super().__missing__(key) - 1


z = Zeros()
z['q'] += 1
print(z, z['w'])
