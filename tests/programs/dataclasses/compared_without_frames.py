# Comparison, order and hash of dataclasses where every special case of an attribute is met.
from dataclasses import dataclass, field

nan = float('nan')


@dataclass(order=True)
class Version:
    major: int
    minor: object = 0


@dataclass(order=True)
class Newer(Version):
    pass


@dataclass(unsafe_hash=True)
class Box:
    content: object


@dataclass
class Partly:
    left: int
    note: str = field(compare=False)
    right: int = 0
    fixed: int = field(init=False, default=7)


@dataclass(eq=True)
class Number(int):
    tag: str = ''

    def __new__(cls, tag):
        return int.__new__(cls, 5)


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print(Version(1, 2) == Version(1, 2), Version(1, 2) != Version(1, 3), Version(1) < Version(1), Version(1) <= Version(1))
print(Version(1, 2) > Version(1, 1), Version(1, 2) >= Version(1, 3), Version(2, 'a') < Version(1, 3))
print(Version(1, 2) == Newer(1, 2), Version(1, 2) == (1, 2), 5 == Version(1), None != Version(1), [1] == Version(1))
print(attempt(lambda: Version(1, 'a') < Version(1, 2)), attempt(lambda: Version(1) < Newer(1)))
print(attempt(lambda: Version(1) < 5), attempt(lambda: 5 < Version(1)), attempt(lambda: hash(Version(1))))
print(Version(1.0, True) == Version(1, 1), Version(1, Version(2, [3])) == Version(1, Version(2, [3])))
print(Version(1, Version(2, 3)) < Version(1, Version(2, 4)), Version('b' * 100) > Version('b' * 99))
print((Version(1), 'b') < (Version(1), 'c'), [Version(1), 2] == [Version(1), 2], Version(1) in [Version(0), Version(1)])
print(sorted([(Version(2), 'a'), (Version(1), 'z'), (Version(1), 'b')]), max(Version(1), Version(3), Version(2)))
print(Version(nan) == Version(nan), Version(nan) < Version(nan))
print(Version(1, None) == Version(1, None), attempt(lambda: Version(1, None) < Version(1, 1)))

# Attributes that are not compared, that the class has, that an instance has lost or keeps in a dict.
print(Partly(1, 'a') == Partly(1, 'b'), Partly(1, 'a') == Partly(1, 'a', 2))
one, two = Partly(1, 'a'), Partly(1, 'a')
vars(one)['extra'] = 1
print(one == two, two == one)
one.fixed = 8
print(one == two)
del one.fixed, one.left
print(attempt(lambda: one == two))
Partly.left = 1
print(attempt(lambda: one == two))
Partly.left = property(lambda self: print('read') or 1)
print(one == two)
Partly.right = property(lambda self: 2, lambda self, value: None)
print(Partly.__eq__(one, two), Partly.__eq__(one, 3))
print(Number('a') == 5, Number('a') == Number('b'), Number('b') == Number('b'), 5 == Number('c'), Number('a') == 6)

# Hashes follow the attributes, also inside tuples.
box = Box(1)
pair = (box, (box, 1))
before = hash(pair)
table = {pair: 'found'}
print(hash(box) == hash((1,)), hash(pair) == before, table[(Box(1), (Box(1), 1))])
box.content = 2
print(hash(pair) == before, hash(pair) == hash((Box(2), (Box(2), 1))), pair in table, len({Box(1), Box(1), Box(2)}))
print(attempt(lambda: hash(Box([]))), attempt(lambda: {Box(Box({})): 1}), hash(Box('x')) == hash(('x',)))


class Loud:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print('eq', self.value, getattr(other, 'value', other))
        return self.value == other.value

    def __lt__(self, other):
        print('lt', self.value, other.value)
        return self.value < other.value

    def __hash__(self):
        print('hash', self.value)
        return self.value


print(Version(1, Loud(1)) < Version(1, Loud(2)), Version(1, Loud(1)) < Version(2, Loud(2)))
print(Version(Loud(1)) == Version(Loud(1)), hash(Box(Loud(1))) == hash((1,)), Box(Loud(3)) in {Box(Loud(3))})
same = Loud(1)
print(Version(same, 1) == Version(same, 1))


@dataclass
class Unequal:
    x: int

    def __ne__(self, other):
        return 'unequal'


print(Unequal(1) == Unequal(1), Unequal(1) != Unequal(1), [Unequal(1)] == [Unequal(1)], [Unequal(1)] != [Unequal(1)])


@dataclass
class Own:
    x: int

    def __eq__(self, other):
        return 'own'


@dataclass
class Inherited(Own):
    def __getattr__(self, name):
        return 'computed'


print(Own(1) == Own(2), Inherited(1) == Inherited(1), Inherited(1) == Inherited(2))
lacking = Inherited(1)
del lacking.x
print(lacking == Inherited('computed'), lacking == Inherited(1))


@dataclass
class Disguised:
    x: int
    __class__ = property(lambda self: Version)


print(Disguised(1) == Disguised(1), attempt(lambda: Disguised(1) == Version(1)), isinstance(Disguised(1), Version))


@dataclass(order=True, slots=True)
class Slotted:
    a: int
    b: int


class Wider(Slotted):
    __slots__ = ('a', 'c')


x, y = Wider(1, 2), Wider(1, 2)
x.c = 9
print(x == y, Slotted(1, 2) < Slotted(1, 3), attempt(lambda: x < Slotted(1, 2)), x == Slotted(1, 2))
del y.a
print(attempt(lambda: x == y))

# The method is a function like any other.
Version.__eq__ = lambda self, other: 'replaced'
print(Version(1) == Version(1), Newer(1) == Newer(1))
del Version.__lt__
print(attempt(lambda: Version(1) < Version(2)), attempt(lambda: sorted([Version(3), Version(1)])))
link = Box(None)
link.content = link
circle = Box(None)
circle.content = circle
print(attempt(lambda: link == circle)[:14], attempt(lambda: hash(link))[:14])
deep, other = Box(0), Box(0)
for _ in range(70):
    deep, other = Box(deep), Box(other)
print(deep == other, deep == Box(other))
