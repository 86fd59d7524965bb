# Methods that answer NotImplemented: who is asked next, and what the error says when nobody knows.
class Left:
    def __init__(self, name):
        self.name = name

    def refuse(self, other):
        print('asked', self.name)
        return NotImplemented

    __add__ = __iadd__ = __mul__ = __pow__ = __lt__ = __eq__ = refuse
    __rsub__ = refuse


class Right:
    def __radd__(self, other):
        return f'radd {type(other).__name__}'

    def __rmul__(self, other):
        return NotImplemented

    def __rpow__(self, other):
        return f'rpow {type(other).__name__}'

    def __gt__(self, other):
        return f'gt {type(other).__name__}'


class Child(Left):
    def __radd__(self, other):
        return f'child radd {type(other).__name__}'

    def __gt__(self, other):
        return f'child gt {type(other).__name__}'


def show(function):
    try:
        print(function())
    except TypeError as error:
        print('TypeError', error)


def in_place(a, b):
    a += b
    return a


left, right, child = Left('left'), Right(), Child('child')
show(lambda: left + right)
show(lambda: left + left)
show(lambda: left + 1)
show(lambda: left + child)
show(lambda: child + left)
show(lambda: in_place(left, right))
show(lambda: in_place(left, 5))
show(lambda: in_place(5, right))
show(lambda: left * right)
show(lambda: left ** right)
show(lambda: left ** 2)
show(lambda: 3 - left)
show(lambda: 3.5 - right)
show(lambda: None + right)
show(lambda: left < right)
show(lambda: left < left)
show(lambda: left < 3)
show(lambda: left < child)
show(lambda: left == right)
show(lambda: left == left)
show(lambda: left != right)
show(lambda: (left == 1, left in [2], [left] == [3]))


class Answers:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        return self.answer

    def __len__(self):
        return self.answer

    def __contains__(self, item):
        return self.answer


for answer in (True, False, 1, 'text', -1, 2 ** 70, None, [0]):
    show(lambda: bool(Answers(answer)))
    show(lambda: 'yes' if Answers(answer) else 'no')
    show(lambda: not Answers(answer))
    show(lambda: 1 in Answers(answer))
    show(lambda: 1 not in Answers(answer))
    try:
        print(len(Answers(answer)))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
