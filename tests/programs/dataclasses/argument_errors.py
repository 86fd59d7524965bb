from dataclasses import dataclass, field
@dataclass
class C:
    a: int
    b: int
    c: int = 3
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
@dataclass
class One:
    a: int
@dataclass
class Empty:
    pass
for action in (lambda: C(), lambda: C(1), lambda: C(1, 2, 3, 4), lambda: C(1, 2, d=5), lambda: C(1, 2, a=3), lambda: K(1), lambda: K(),
               lambda: One(), lambda: One(1, 2), lambda: Empty(1), lambda: Empty(x=1), lambda: K(c=1, a=2)):
    try:
        print(action())
    except TypeError as error:
        print(error)
print(C(1, c=2, b=3), K(a=5), Empty(), C(*[1, 2]), C(**{'a': 1, 'b': 2}))
