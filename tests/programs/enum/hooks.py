from enum import Enum, auto, nonmember, member, property as enum_property
class Ordinal(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)
    NORTH = auto()
    SOUTH = auto()
print([m.value for m in Ordinal])
class Lenient(Enum):
    YES = 'yes'
    NO = 'no'
    @classmethod
    def _missing_(cls, value):
        for m in cls:
            if m.value == str(value).lower():
                return m
print(Lenient('YES'), Lenient('No'))
try:
    Lenient('maybe')
except ValueError as error:
    print(error)
class WithNew(Enum):
    def __new__(cls, code, label):
        obj = object.__new__(cls)
        obj._value_ = code
        obj.label = label
        return obj
    OK = (200, 'fine')
    GONE = (404, 'not found')
print(WithNew(404), WithNew.OK.label, WithNew.OK.value)
class Kinds(Enum):
    _ignore_ = 'helper'
    helper = 5
    X = 1
    constant = nonmember(7)
    @member
    def function():
        return 'called'
print(list(Kinds)[0], len(Kinds), Kinds.constant, Kinds.function.value())
class Base(Enum):
    def shout(self):
        return self.name + '!'
class Derived(Base):
    A = 1
print(Derived.A.shout(), issubclass(Derived, Base))
class Watch(Enum):
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        print('new', cls.__name__, list(cls))
class Watched(Watch):
    ONE = 1
