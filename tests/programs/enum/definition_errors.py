from enum import Enum, unique, auto, IntEnum
def twice():
    class E(Enum):
        A = 1
        A = 2
def extend():
    class E(Enum):
        A = 1
    class F(E):
        B = 2
def duplicates():
    @unique
    class E(Enum):
        A = 1
        B = 1
        C = 1
def sunder():
    class E(Enum):
        _bad_ = 1
def mro():
    class E(Enum):
        mro = 1
def order():
    class E(Enum):
        _order_ = 'B A'
        A = 1
        B = 2
for action in (twice, extend, duplicates, sunder, mro, order):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
