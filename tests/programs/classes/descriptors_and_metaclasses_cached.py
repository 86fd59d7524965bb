# What an instruction has learnt about an attribute holds only as long as classes, metaclasses and descriptors stay so.


class Plain:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'<{self.name}>'


class Meta(type):
    pass


class Colour(metaclass=Meta):
    red = Plain('red')
    inner = Plain
    number = 1

    def method(self):
        return 'method'


def read(cls):
    return cls.red, cls.number, cls.inner.__name__


def red(cls):
    return cls.red


for _ in range(3):
    print(read(Colour), red(Colour))
Colour.red = 5
Colour.number = 2
print(read(Colour), red(Colour))
Colour.red = Plain('other')
print(red(Colour), red(Colour))
Plain.__get__ = lambda self, instance, owner: ('got', self.name, instance, owner.__name__)
print(red(Colour))
print([value if isinstance(value, tuple) else 'instance' for value in [red(Colour())[:2]]])
del Plain.__get__
print(red(Colour), red(Colour()))
Meta.red = property(lambda cls: 'of the metaclass')
print(red(Colour), red(Colour()))
Meta.red = 'data of the metaclass'
print(red(Colour))
del Meta.red
print(red(Colour))


class Meta2(Meta):
    pass


class Shade(Colour, metaclass=Meta2):
    pass


for _ in range(2):
    print(red(Shade), Shade.number)
Meta.number = property(lambda cls: 'computed')
for _ in range(2):
    print(Shade.number, Colour.number, Shade().number)
del Meta.number
Meta.__getattribute__ = lambda cls, name: 'all ' + name
print(red(Shade), red(Colour))
del Meta.__getattribute__
print(red(Shade), red(Colour))


class Describing:
    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        return f'{self.name} of {type(instance).__name__} {owner.__name__}'


class Controlling(Describing):
    def __set__(self, instance, value):
        print('set', self.name, value)


class Holder:
    weak = Describing('weak')
    strong = Controlling('strong')


def both(holder):
    return holder.weak, holder.strong


def assign(holder, value):
    holder.strong = value


one, two = Holder(), Holder()
for _ in range(3):
    print(both(one))
    assign(one, 1)
two.weak = 'own'
two.__dict__['strong'] = 'hidden'
print(both(two), both(one))
print(both(two), both(Holder()))
Describing.__get__ = lambda self, instance, owner: 'changed'
print(both(one), both(two))
setter = Controlling.__set__
del Controlling.__set__
print(both(one), both(two))
assign(one, 2)
print(both(one))
Controlling.__set__ = setter
Describing.__set__ = lambda self, instance, value: print('set now', value)
print(both(two))
two.weak = 3
del Describing.__get__
print(type(both(one)[0]).__name__, both(two))
Holder.weak = 'data'
print(one.weak, two.weak)


class Lazy:
    present = 1

    def __init__(self):
        self.own = 'own'

    @property
    def broken(self):
        raise AttributeError('inside')

    def __getattr__(self, name):
        if name == 'missing':
            raise AttributeError(f'no {name}')
        return f'made {name}'


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


lazy = Lazy()
for _ in range(2):
    print(lazy.own, lazy.present, lazy.other, lazy.broken, attempt(lambda: lazy.missing), hasattr(lazy, 'missing'))
lazy.other = 'set'
print(lazy.other)
del lazy.own
print(lazy.own)
Lazy.__getattr__ = len
print(attempt(lambda: lazy.nothing))


class Watched:
    limit = property(lambda self: self._limit, lambda self, value: print('limit', value) or setattr(self, '_limit', value))
    fixed = property(lambda self: 1)

    def __setattr__(self, name, value):
        print('setting', name)
        object.__setattr__(self, name, value)


watched = Watched()
watched.a = 1
watched.limit = 2
print(watched.limit, attempt(lambda: setattr(watched, 'fixed', 1)), attempt(lambda: object.__setattr__(watched, 1, 2)))
print(attempt(lambda: object.__setattr__(Watched, 'a', 1)), attempt(lambda: object.__setattr__(5, 'a', 1)))
del Watched.__setattr__
watched.a = 2
watched.limit = 3
print(vars(watched), object.__getattribute__(watched, 'limit'), attempt(lambda: object.__getattribute__(watched, 'none')))
print(attempt(lambda: object.__getattribute__(watched, 1)), attempt(lambda: vars(1)), attempt(lambda: vars(1, 2)))
Watched.limit = Controlling('limit')
watched.limit = 4


class Failing:
    def __get__(self, instance, owner):
        raise ValueError('read')

    def __set__(self, instance, value):
        raise ValueError('written')


class User:
    attribute = Failing()


print(attempt(lambda: User().attribute), attempt(lambda: setattr(User(), 'attribute', 1)))
