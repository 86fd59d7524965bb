# What class bodies find and leave behind.
class A:
    x: int = 1


class B(A):
    pass


class C(A):
    x: str


print(A.__annotations__, B.__annotations__, C.__annotations__)


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return {'__annotations__': {'first': 1}}


class D(metaclass=Meta):
    second: 2


print(D.__annotations__)


class E:
    if __name__ == '__main__':
        where = __name__
    assert __debug__


print(E.where, type('F', (), {}).__module__)


def local():
    (name): int
    return name


try:
    local()
except NameError as error:
    print(type(error).__name__, error)
for arguments in (('G', (), {'__slots__': 'x', 'x': 0}), ('H', (), {'__slots__': ('__dict__', '__dict__')}),
                  ('I', (A,), {'__slots__': '__weakref__'}), ('J\0', (), {}), ('K\udcdc', (), {})):
    try:
        type(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
