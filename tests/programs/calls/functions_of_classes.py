# Functions reached through classes, static and class methods and modules, where what is found changes between calls.
import math


class Base:
    def get(self, more=0):
        return 'get', type(self).__name__, type(more).__name__

    @staticmethod
    def fixed(x=1, y=2):
        return 'fixed', x, y

    @classmethod
    def made(cls, *args):
        return 'made', cls.__name__, args

    def _private(self):
        return 'private'


class Derived(Base):
    pass


def argument(x):
    return x


# The same call with a class and with an instance before the dot.
a, d = Base(), Derived()
for each in (a, Base, d, Derived, a, Base):
    print(each.fixed(3), each.fixed(argument(4)), each.fixed(), each.made(5), each.made(argument(6), 7))
    try:
        print(each.get(a))
    except TypeError as error:
        print(error)
    try:
        print(each.get())
    except TypeError as error:
        print(error)
    try:
        print(each._private())
    except TypeError as error:
        print(error)


# What is found changes: in the class, in a base, in the instance.
def call(o):
    return o.fixed(1)


for _ in range(2):
    print(call(Derived), call(d))
Base.fixed = staticmethod(lambda *args: ('other', args))
print(call(Derived), call(d), call(Base))
Derived.fixed = classmethod(lambda cls, *args: ('class', cls.__name__, args))
print(call(Derived), call(d), call(Base))
d.fixed = lambda *args: ('own', args)
print(call(Derived), call(d), call(Base))
del Derived.fixed
print(call(Derived), call(d), call(Base))
Base.fixed = lambda *args: ('plain', len(args))
print(call(Derived), call(d), call(Base), call(a))
Base.fixed = len
try:
    print(call(Derived))
except TypeError as error:
    print(error)


# What a metaclass has.
class Meta(type):
    def describe(cls):
        return 'meta', cls.__name__


class Described(metaclass=Meta):
    def describe(self=None):
        return 'class', self is None

    def plain(self=None):
        return 'plain'


def describe(o):
    return o.describe(), o.plain()


print(describe(Described), describe(Described()))
print(describe(Described), describe(Described()))
Meta.plain = property(lambda cls: lambda: 'property of the metaclass')
print(describe(Described), describe(Described()))


# The class changes while its arguments are evaluated; the receiver is a class nobody else refers to.
def temporary():
    class Passing:
        @staticmethod
        def s(x):
            return 'passing', x

        @classmethod
        def c(cls, x):
            return cls.__name__, x
    return Passing


for _ in range(3):
    print(temporary().s(argument(1)), temporary().c(argument(2)), temporary()().s(3), temporary()().c(4))

# Modules.
for x in (4.0, 9.0):
    print(math.sqrt(x), math.sqrt(argument(x)), math.floor(argument(x) / 2), math.hypot(argument(3.0), 4.0), math.pi > 3)
try:
    math.sqrt()
except TypeError as error:
    print(type(error).__name__)
try:
    math.sqrt(1, argument(2))
except TypeError as error:
    print(type(error).__name__)
try:
    math.squirt(argument(1))
except AttributeError as error:
    print(error)
print(len.__call__(argument('abc')), argument.__call__(argument('x')))
for callee in (len, argument, math):
    try:
        print(callee.__call__(argument('abc')))
    except (AttributeError, TypeError) as error:
        print(type(error).__name__)


# Arguments with defaults.
def f(a, b=2, c=3):
    local = a, b, c
    return local


def g(a=1, b=[]):
    b.append(a)
    yield from b


print(f(1), f(1, 5), f(1, 5, 6), list(g()), list(g(2)), list(g(3, [])))
for arguments in ((), (1, 2, 3, 4)):
    try:
        f(*arguments)
    except TypeError as error:
        print(error)
f.__defaults__ = (7,)
print(f(1, 2))
try:
    f(1)
except TypeError as error:
    print(error)
f.__defaults__ = (5, 6, 7)
print(f())
