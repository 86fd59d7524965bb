"""A factory's __missing__ is a function like any other; a function of operator in its place is none of it."""
import functools
import operator
from collections import Counter, defaultdict


class Negative(dict):
    __missing__ = operator.neg


class Reduced(dict):
    __missing__ = functools.reduce


print(Negative()[5])
try:
    Reduced()[5]
except TypeError as error:
    print(type(error).__name__)
print(type(defaultdict.__missing__).__name__ in ('function', 'method_descriptor'))
print(type(Counter.__missing__).__name__, Counter().__missing__('x'))


class Half(defaultdict):
    default = defaultdict.__missing__


made = Half(list)
print(made.default('key'), made)
print(defaultdict(int, {1: 2}, three=3), defaultdict(None, [(1, 2)]), defaultdict(list))
try:
    defaultdict(int, 1, 2)
except TypeError as error:
    print(error)


class Upper(dict):
    def __getitem__(self, key):
        return dict.__getitem__(self, key.upper())


class Plain(dict):
    pass


print(Upper(A=1)['a'], Plain(a=2)['a'], Plain({3: 4})[3])
Plain.__getitem__ = lambda self, key: ('own', key)
print(Plain(a=2)['a'])
del Plain.__getitem__
print(Plain(a=2)['a'])
try:
    Plain()['no']
except KeyError as error:
    print(error)
