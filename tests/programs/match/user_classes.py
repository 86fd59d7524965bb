class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Number(int):
    pass


class Plain:
    color = 'red'


class Bad:
    __match_args__ = ['x']


class Twice:
    __match_args__ = ('x', 'x')
    x = 1


class Words(list):
    pass


class Table(dict):
    pass


def look(x):
    match x:
        case Point(0, y):
            return 'on axis', y
        case Point(x=a, y=b) if a == b:
            return 'diagonal', a
        case Point(a, y=Point(b, c)):
            return 'nested', a, b, c
        case Point():
            return 'point'
        case Number(n):
            return 'number', n
        case Plain(color=Plain.color as c):
            return c
        case [a, b]:
            return 'two', a, b
        case {'k': v}:
            return 'k', v
    return 'nothing'


for value in (Point(0, 1), Point(2, 2), Point(1, Point(2, 3)), Point(1, 2), Number(5), Plain(), Words('ab'),
              Table(k=1), object()):
    print(look(value))


def failing(x, number):
    try:
        match x:
            case Point(a, b, c) if number == 0:
                pass
            case Bad(a):
                pass
            case Twice(a, b):
                pass
            case Plain(a):
                pass
    except TypeError as error:
        print(error)


for value in (Point(1, 2), Bad(), Twice(), Plain()):
    failing(value, 0)
