"""Classes with the layout of a built-in type: how they are made, and how their methods are found at one place."""


class Stack(list):
    pass


class Named(dict):
    def __init__(self, name, **items):
        super().__init__(items)
        self.name = name


class Text(str):
    def __init__(self, text):
        self.words = text.split()


class Number(int):
    def double(self):
        return self * 2


class Pair(tuple):
    pass


class Fixed(frozenset):
    def __init__(self, items=(), *, note=None):
        self.note = note


for made in (Stack(), Stack('ab'), Named('n'), Named('n', a=1), Text('a b'), Number(), Number('12'), Number(7.9), Pair(),
             Pair([1, 2]), Fixed([3]), type('B', (bytes,), {})(b'x'), type('A', (bytearray,), {})(3), type('S', (set,), {})([1])):
    print(type(made).__name__, made, getattr(made, '__dict__', None))

for attempt in (lambda: Stack(1), lambda: Stack(1, 2), lambda: Number('x'), lambda: Pair(1, 2), lambda: Text(),
                lambda: Fixed([1], note=2), lambda: Fixed([[]]), lambda: Named(), lambda: Number(base=3), lambda: Stack(a=1)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


class Loud(list):
    def append(self, item):
        super().append(item)
        print('append', item)


class Borrowed(dict):
    append = list.append


def push(target):
    try:
        target.append(1)
    except TypeError as error:
        print(error)


def grow(target):
    target.append(1)


plain, own = Stack(), Stack()
own.append = lambda item: print('own', item)
for target in (plain, plain, [], own, plain, Loud(), plain, Borrowed(), Borrowed(), own):
    push(target)
print(plain, own)
for _ in range(3):
    grow(plain)
Stack.append = lambda self, item: print('replaced', item)
grow(plain)
del Stack.append
grow(plain)
print(plain)
print([n.double() for n in (Number(1), Number(2), Number(3))], [n.bit_length() for n in (Number(1), Number(255), Number(3))])


class Base:
    pass


class Below(Base):
    def __init__(self):
        super().__init__()
        super(Below, self).__init__()
        self.size = super().__sizeof__() > 0


print(Below().size)
