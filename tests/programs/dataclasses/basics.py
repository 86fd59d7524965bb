from dataclasses import dataclass, field, fields, is_dataclass
@dataclass
class Point:
    """A point."""
    x: int
    y: int = 0
    def norm(self):
        return self.x * self.x + self.y * self.y
p = Point(3, 4)
print(p, Point(1), Point(y=2, x=1), p.norm(), p == Point(3, 4), p != Point(3, 5), p == (3, 4))
print(Point.__doc__, Point.y, Point.__match_args__, is_dataclass(Point), is_dataclass(p), is_dataclass(int))
for f in fields(p):
    print(f.name, f.type, f.default == 0, f.init, f.repr)
p.x = 10
print(p, p.__dict__)
class Sub(Point):
    pass
print(Sub(1, 2), Sub(1, 2) == Point(1, 2))
try:
    hash(p)
except TypeError as error:
    print(error)
@dataclass
class Line:
    start: Point
    end: Point = field(default_factory=lambda: Point(0, 0))
    tags: list = field(default_factory=list, repr=False, compare=False)
line = Line(p)
line.tags.append('a')
print(line, Line(p).tags, line == Line(p))
