from dataclasses import dataclass, field, MISSING
@dataclass
class Node:
    value: int
    next: 'Node' = None
n = Node(1)
n.next = n
print(n)
class Outer:
    @dataclass
    class Inner:
        x: int = field(default=1, repr=False)
        y: str = 's'
print(Outer.Inner(), Outer.Inner.__qualname__)
@dataclass(repr=False, eq=False)
class Bare:
    x: int
print(Bare(1).x, Bare(1) == Bare(1), '__repr__' in Bare.__dict__)
@dataclass
class Own:
    x: int
    def __repr__(self):
        return f'<{self.x}>'
print(Own(3), [Own(4)])
