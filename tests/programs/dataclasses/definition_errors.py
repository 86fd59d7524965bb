from dataclasses import dataclass, field, make_dataclass, fields, asdict, replace
def no_type():
    @dataclass
    class C:
        x = field()
def order():
    @dataclass
    class C:
        x: int = 0
        y: int = field(default=MISSING_DEFAULT) if False else field()
def mutable():
    @dataclass
    class C:
        x: list = []
def both():
    field(default=1, default_factory=list)
def order_without_eq():
    @dataclass(eq=False, order=True)
    class C:
        x: int
def order_twice():
    @dataclass(order=True)
    class C:
        x: int
        def __lt__(self, other):
            return False
def hash_twice():
    @dataclass(unsafe_hash=True)
    class C:
        x: int
        def __hash__(self):
            return 1
def frozen_from_not():
    @dataclass
    class A:
        x: int
    @dataclass(frozen=True)
    class B(A):
        y: int
def not_from_frozen():
    @dataclass(frozen=True)
    class A:
        x: int
    @dataclass
    class B(A):
        y: int
for action in (no_type, mutable, both, order_without_eq, order_twice, hash_twice, frozen_from_not, not_from_frozen,
               lambda: make_dataclass('C', ['for']), lambda: make_dataclass('C', ['a', 'a']), lambda: fields(5),
               lambda: asdict(5), lambda: replace(5), lambda: asdict(int)):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
