"""format() of subclasses of numbers and text: without a specification it is str(), which the class may have written."""
import enum


class I(int):
    def __str__(self):
        return 'I!'


class F(float):
    def __repr__(self):
        return 'F!'


class C(complex):
    def __str__(self):
        return 'C!'


class S(str):
    def __str__(self):
        return 'S!'


class J(int):
    __format__ = int.__format__

    def __str__(self):
        return 'J!'


class E(enum.IntEnum):
    A = 7

    def __str__(self):
        return 'E!'


class G(enum.IntFlag):
    A = 1
    B = 2

    def __str__(self):
        return 'G!'


class M(int, enum.Enum):
    A = 1

    def __str__(self):
        return 'M!'


class Plain(int):
    pass


for value in (I(3), F(1.5), C(1j), S('s'), J(4), E.A, G.A | G.B, M.A, Plain(5)):
    print(f'{value}', format(value), '{}'.format(value), value.__format__(''), f'{value:>5}', str(value))
print(int.__format__(I(3), ''), float.__format__(F(2.5), ''), int.__format__(I(3), '03d'), int.__format__(True, ''))
