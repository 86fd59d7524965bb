from dataclasses import dataclass, FrozenInstanceError, replace
@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0
p = Point(1, 2)
for action in (lambda: setattr(p, 'x', 5), lambda: setattr(p, 'z', 5), lambda: delattr(p, 'x')):
    try:
        action()
    except FrozenInstanceError as error:
        print(type(error).__name__, error, isinstance(error, AttributeError))
print(p, hash(p) == hash(Point(1, 2)), {p: 'p'}[Point(1, 2)], len({p, Point(1, 2), Point(2, 1)}), replace(p, y=9))
@dataclass(frozen=True)
class Sub(Point):
    z: int = 5
print(Sub(1), Sub(1) == Sub(1, 0, 5))
class Free(Point):
    pass
f = Free(1)
f.other = 5
try:
    f.x = 2
except FrozenInstanceError as error:
    print(error)
print(f.other, f)
