# super objects that are bound later, subclasses of super and of property.
class A:
    def name(self):
        return 'A'


class B(A):
    def name(self):
        return 'B' + self.__rest.name()


B._B__rest = super(B)
print(B().name(), super(B).__self__, super(B).__thisclass__.__name__)


class Loud(super):
    def __init__(self, *args):
        super(Loud, self).__init__(*args)


class C(B):
    def name(self):
        return 'C' + Loud(C, self).name()


print(C().name())
for make in (lambda: super(B, 42), lambda: super(B, A()), lambda: super(B).__get__(12), lambda: super(42, B())):
    try:
        make()
    except TypeError as error:
        print(error)


class Proxy:
    def __init__(self, obj):
        self.__obj = obj

    def __getattribute__(self, name):
        if name.startswith('_Proxy__'):
            return object.__getattribute__(self, name)
        return getattr(self.__obj, name)


class D(A):
    def name(self):
        return 'D' + super(D, self).name()


print(D.__dict__['name'](Proxy(D())))


class P(property):
    pass


class Slotted(property):
    __slots__ = ()


def f(self):
    """what f says"""
    return 5


print(P(f).__doc__, property(f).__doc__, property(doc='given').getter(f).__doc__)
try:
    Slotted(f)
except AttributeError as error:
    print(error)
p = property(f)
for name in 'fget', 'fset', 'fdel':
    try:
        setattr(p, name, 1)
    except AttributeError as error:
        print(error)
try:
    p.__set_name__(1)
except TypeError as error:
    print(error)
print(p.__isabstractmethod__, staticmethod(f).__isabstractmethod__, classmethod(f).__isabstractmethod__)
f.__isabstractmethod__ = [1]
print(p.__isabstractmethod__)
