"""`*args: *Ts`: the annotation is the only item of what is unpacked."""
from typing import TypeVarTuple

Ts = TypeVarTuple('Ts')


def f(*args: *Ts) -> None:
    pass


def g(first: int, *args: *tuple[int, ...], key: str = '') -> None:
    pass


def h(*args: *(1,)) -> None:
    pass


for function in f, g, h:
    print(function.__annotations__)

for items in ((), (1, 2), 3):
    try:
        def k(*args: *items):
            pass
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class C:
    def method(self, *args: *Ts):
        def inner(*more: *Ts):
            return more
        return inner.__annotations__


print(C.method.__annotations__, C().method())
print(eval('lambda: 1')())
exec('def made(*args: *Ts): pass\nprint(made.__annotations__)')
