from collections import namedtuple

Point = namedtuple('Point', 'x y')
Flexible = namedtuple('Flexible', 'x y z', defaults=[0])


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: Point(1))
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, 2, z=3))
attempt(lambda: Point(1, x=2))
attempt(lambda: Flexible(1, 2, 3, 4))
attempt(lambda: Flexible())
attempt(lambda: namedtuple('A', 'a b c')())
attempt(lambda: Point(1, 2)._make([1]))
attempt(lambda: namedtuple('P', 'x x'))
attempt(lambda: namedtuple('P', 'class'))
attempt(lambda: namedtuple('P', '_x'))
attempt(lambda: namedtuple('1', 'x'))
attempt(lambda: namedtuple('P', ['a b']))
attempt(lambda: namedtuple('P', 'x', defaults=(1, 2)))
attempt(lambda: Point(1, 2).z)


def assign():
    Point(1, 2).x = 5


attempt(assign)
