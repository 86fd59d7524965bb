from dataclasses import dataclass, field, fields, KW_ONLY
@dataclass
class Base:
    a: int
    b: str = 'b'
@dataclass
class Child(Base):
    c: float = 0.5
    a: int = 7
print(Child(), Child(1, 'x', 2.5), [f.name for f in fields(Child)])
@dataclass
class Mixed:
    x: int
    _: KW_ONLY
    y: int = 1
    z: int = field(default=2, kw_only=False)
print(Mixed(1, 3, y=2), Mixed.__match_args__)
@dataclass
class Late(Mixed):
    w: int = 0
print(Late(1, 2, 3, y=9))
class Plain:
    q: int = 5
@dataclass
class OfPlain(Plain):
    r: int = 6
print(OfPlain(1), OfPlain.q)
