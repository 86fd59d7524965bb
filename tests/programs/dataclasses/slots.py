from dataclasses import dataclass, field
@dataclass(slots=True)
class P:
    x: int
    y: int = 5
    z: list = field(default_factory=list)
p = P(1)
print(p, P.__slots__, hasattr(p, '__dict__'))
try:
    p.other = 1
except AttributeError as error:
    print(error)
@dataclass(slots=True, frozen=True)
class F:
    a: int
try:
    F(1).a = 2
except AttributeError as error:
    print(type(error).__name__, error)
print(F(1), hash(F(1)) == hash(F(1)))
@dataclass(slots=True)
class Sub(P):
    w: int = 0
print(Sub(1, 2), Sub.__slots__)
