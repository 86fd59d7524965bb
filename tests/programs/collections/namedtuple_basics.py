from collections import namedtuple

Point = namedtuple('Point', ['x', 'y'])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), hash(p) == hash((1, 2)), len(p), Point._fields)
x, y = p
print(x, y, p._replace(y=9), p._asdict(), Point._make([3, 4]), isinstance(p, tuple))
print(p + (3,), sorted([Point(2, 1), Point(1, 5)]), Point.__name__, Point.__doc__, p < Point(1, 3))
Three = namedtuple('Three', 'a, b c', defaults=(7, 8))
print(Three(1), Three(1, 2), Three._field_defaults, Three(b=1, a=0))


class Vector(Point):
    __slots__ = ()

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


print(abs(Vector(3, 4)), Vector(1, 2) + Vector(3, 4), Vector(1, 2)._replace(x=5))
match p:
    case Point(x=1, y=second):
        print('matched', second)
match p:
    case Point(a, b):
        print(a, b)
print(namedtuple('R', 'a class _x a', rename=True)._fields, namedtuple('Empty', '')())
