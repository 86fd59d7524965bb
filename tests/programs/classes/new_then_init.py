"""Calling a class with a __new__ of its own: what it returns decides whether __init__ is called, and of which class."""


class Shape:
    def __new__(cls, kind, *sizes):
        if cls is Shape:
            cls = {'circle': Circle, 'square': Square}.get(kind, Shape)
        return super().__new__(cls)

    def __repr__(self):
        return f'{type(self).__name__} {vars(self)}'


class Circle(Shape):
    def __init__(self, kind, radius):
        self.radius = radius


class Square(Shape):
    def __init__(self, kind, side=1):
        self.side = side


print(Shape('circle', 3), Shape('square'), Shape('blob', 1, 2), Circle('circle', 4))
for attempt in (lambda: Shape('circle'), lambda: Circle(), lambda: Square('square', 1, 2)):
    try:
        attempt()
    except TypeError as error:
        print(error)


class Other:
    """Not initialised: what __new__ returns is no instance."""

    def __new__(cls, value):
        return value

    def __init__(self, value):
        print('never')


print(Other(3), Other([]), Other(int))


class Single:
    made = None
    calls = 0

    def __new__(cls, *args):
        if cls.made is None:
            cls.made = object.__new__(cls)
        return cls.made

    def __init__(self, *args):
        self.calls += 1
        self.args = args


print(Single() is Single(1, 2), Single(3).calls, Single.made.args)


class Wrong:
    def __new__(cls):
        return object.__new__(cls)

    def __init__(self):
        return 1


class Failing:
    def __new__(cls, fail):
        if fail:
            raise ValueError('in new')
        return super().__new__(cls)

    def __init__(self, fail):
        raise KeyError('in init')


class Lazy:
    def __new__(cls):
        yield cls


class Changing:
    def __new__(cls):
        cls.__init__ = lambda self: setattr(self, 'late', True)
        return super().__new__(cls)


class Changed:
    def __new__(cls):
        self = super().__new__(cls)
        self.__class__ = Elsewhere
        return self

    def __init__(self):
        print('never')


class Elsewhere:
    def __init__(self):
        print('never either')


for attempt in (Wrong, lambda: Failing(True), lambda: Failing(False), lambda: list(Lazy()), lambda: vars(Changing()), Changed):
    try:
        made = attempt()
        print(type(made).__name__, made if isinstance(made, (list, dict)) else '')
    except Exception as error:
        print(type(error).__name__, error)


class Point(tuple):
    def __new__(cls, x, y=0):
        return tuple.__new__(cls, (x, y))


class Meters(float):
    def __new__(cls, text):
        return super().__new__(cls, text.rstrip('m'))

    def __init__(self, text):
        self.text = text


class Items(list):
    def __new__(cls, *items):
        made = super().__new__(cls, items)
        print('empty', list(made))
        return made

    def __init__(self, *items):
        super().__init__(items)


class Plain(dict):
    def __new__(cls, *args):
        return super().__new__(cls)


print(Point(1), Point(1, 2) + (3,), Meters('2.5m') * 2, Meters('1m').text, Items(1, 2), Plain([(1, 2)]), Plain())
for attempt in (lambda: Point(), lambda: Meters('x'), lambda: Plain(3), lambda: object.__new__(Point), lambda: int.__new__(Point),
                lambda: object.__new__(3), lambda: object.__new__(Single, 1), lambda: tuple.__new__(Point, 1, 2)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(sorted([Point(2), Point(1, 5)]), [Single() is Single.made for _ in range(3)])


def depth(n):
    class Nested:
        def __new__(cls):
            return depth(n - 1) if n else super().__new__(cls)
    return Nested()


print(type(depth(20)).__name__)


class Recursive:
    def __new__(cls):
        return Recursive()


try:
    Recursive()
except RecursionError as error:
    print('RecursionError')
