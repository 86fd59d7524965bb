# What an __lt__ may answer: any object is asked for its truth; NotImplemented asks the other side's __gt__.


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Sized:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


class Number:
    def __init__(self, value, answer):
        self.value = value
        self.answer = answer

    def __lt__(self, other):
        return self.answer(self.value < other.value)

    def __repr__(self):
        return str(self.value)


def attempt(items, **options):
    try:
        print(sorted(items, **options))
    except Exception as error:
        print(type(error).__name__, error)


VALUES = (5, 3, 8, 1, 9, 2, 7)
for answer in (int, str, float, Truth, Sized, lambda x: [0] if x else [], lambda x: None, lambda x: 10 ** 30 * x,
               lambda x: Truth(5), lambda x: Sized(-1), lambda x: NotImplemented, lambda x: 1 // x):
    attempt([Number(value, answer) for value in VALUES])
    attempt([Number(value, answer) for value in VALUES], reverse=True)


class Raising:
    def __bool__(self):
        raise LookupError('no truth')


attempt([Number(1, lambda x: Raising()), Number(2, lambda x: Raising())])


class Reflected:
    """Only knows whether it is greater."""

    def __init__(self, value):
        self.value = value

    def __gt__(self, other):
        return self.value > (other.value if isinstance(other, Reflected) else other)

    def __repr__(self):
        return f'R{self.value}'


class Shy(Reflected):
    def __lt__(self, other):
        return NotImplemented


attempt([Reflected(value) for value in VALUES])
attempt([Shy(value) for value in VALUES], reverse=True)
attempt([Reflected(4), 2, 6, Reflected(1), 3])
attempt([Reflected(1), Reflected(4), 'a'])


class Base:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        print(f'{self} < {other}')
        return self.value < other.value

    def __gt__(self, other):
        print(f'{self} > {other}')
        return self.value > other.value

    def __repr__(self):
        return f'{type(self).__name__}{self.value}'


class Derived(Base):
    def __gt__(self, other):
        return super().__gt__(other)


# Whose method is asked first, with the later item on the left.
attempt([Base(2), Base(1)])
attempt([Derived(2), Base(1)])
attempt([Base(2), Derived(1)])
attempt([Derived(2), Derived(1)])
attempt([Base(1), Base(2)], reverse=True)


class Plain:
    pass


attempt([Plain(), Plain()])
attempt([Plain(), 1])
attempt([Number(1, bool), 1])
attempt([1, Number(1, bool)])
attempt([Number(1, bool)])
attempt([])


class Whole(int):
    def __lt__(self, other):
        return int(self) > int(other)


class Row(list):
    def __lt__(self, other):
        return self[::-1] < other[::-1]


attempt([Whole(value) for value in VALUES])
attempt([Row([1, 3]), Row([2, 1]), Row([0, 2])])


class Meta(type):
    def __lt__(cls, other):
        return cls.__name__ < other.__name__

    def __repr__(cls):
        return cls.__name__


attempt([Meta('B', (), {}), Meta('A', (), {}), Meta('C', (), {})])
