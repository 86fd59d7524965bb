# Calls of staticmethods, classmethods and functions through classes and instances, while classes change.


class Base:
    kind = 'base'

    @staticmethod
    def static(*args):
        return 'static', args

    @classmethod
    def make(cls, *args, word=None):
        return 'make', cls.__name__, args, word

    def plain(self, *args):
        return 'plain', getattr(self, 'kind', self), args


class Derived(Base):
    kind = 'derived'


def calls(thing):
    return thing.static(1), thing.make(2, word=3), thing.make(len('abc'))


def unbound(cls, thing):
    return cls.plain(thing, 1), cls.plain(thing, len('ab'))


for _ in range(3):
    for thing in (Base, Base(), Derived, Derived()):
        print(calls(thing))
    print(unbound(Base, Derived()), unbound(Derived, Derived()), unbound(Base, 5))
own = Derived()
own.static = lambda *args: ('own', args)
print(calls(own)[0], calls(Derived())[0])
own = Derived()
vars(own)['make'] = lambda *args, word=0: ('own make', args, word)
print(calls(own)[1:], calls(Derived())[1])
Base.static = lambda *args: ('lambda', len(args))
print(calls(Base)[0], calls(Derived())[0])
Base.static = classmethod(lambda cls, *args: (cls.__name__, args))
print(calls(Base)[0], calls(Derived())[0])
Derived.make = staticmethod(lambda *args, word=1: ('now static', args))
print(calls(Base)[1], calls(Derived)[1], calls(Derived())[1])
del Derived.make
print(calls(Derived)[1])


class Meta(type):
    def of_meta(cls, *args):
        return 'of_meta', cls.__name__, args


class Made(Base, metaclass=Meta):
    pass


def meta_calls(cls):
    return cls.of_meta(1), cls.make(2), cls.static()


for _ in range(2):
    print(meta_calls(Made))
Meta.make = lambda cls, *args: 'method of the metaclass'
print(meta_calls(Made))
Meta.make = property(lambda cls: lambda *args: 'property of the metaclass')
print(meta_calls(Made))
del Meta.make
Meta.static = 5
print(meta_calls(Made))
del Meta.static
print(meta_calls(Made), Made.__name__, Made().__class__.__name__, type(Made).__name__)
Made.__name__ = 'Renamed'
print(Made.__name__, Made().__class__.__name__)


class Generating:
    @classmethod
    def numbers(cls, stop):
        yield cls.__name__
        yield from range(stop)

    @staticmethod
    async def later():
        return 1

    name = property(lambda self: self._name)

    @name.setter
    def name(self, value):
        self._name = value

    def set_twice(self, value):
        for _ in range(2):
            self.name = value
            value += 1
        return self.name


later = Generating.later()
print(list(Generating.numbers(2)), list(Generating().numbers(1)), later.close())
print(Generating().set_twice(1))
setting = Generating()
Generating.name = property(lambda self: 'read', lambda self, value: print('second setter', value))
print(setting.set_twice(5))
Generating.name = property(lambda self: 'read only')
try:
    setting.set_twice(1)
except AttributeError as error:
    print('AttributeError')
del Generating.name
print(setting.set_twice(7), vars(setting))


class Claiming:
    __class__ = property(lambda self: int)


print([thing.__class__ for thing in (Claiming(), 5, Base(), Claiming())][:2], isinstance(Claiming(), int))
for wrong in (lambda: Base.make(), lambda: Base.plain(), lambda: Base().static(*()), lambda: Base.nothing()):
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Sized(type):
    def __len__(cls):
        return 3

    def __contains__(cls, item):
        return item == 'in'

    def __getitem__(cls, key):
        return cls.__name__, key

    def __bool__(cls):
        return False

    def __eq__(cls, other):
        return 'equal'

    def __hash__(cls):
        return 7

    def __add__(cls, other):
        return 'sum', other

    def __lt__(cls, other):
        return NotImplemented

    def __neg__(cls):
        return 'negative'

    def __setitem__(cls, key, value):
        print('set', key, value)


class Box(metaclass=Sized):
    pass


print(len(Box), 'in' in Box, 'out' in Box, Box[1], not Box, Box == 1, hash(Box), {Box: 1}[Box], Box + 1, -Box)
Box['a'] = 1
try:
    Box < Box
except TypeError as error:
    print(error)
try:
    Box < 1
except TypeError as error:
    print(error)


# Functions that instances have as attributes.
class Holder:
    __slots__ = ('act', 'other')

    def __init__(self, act):
        self.act = act


class Open:
    shown = None

    def __init__(self, act):
        self.act = act


class Hidden(Open):
    act = property(lambda self: lambda value: ('property', value), lambda self, value: None)


def run_act(thing, value):
    return thing.act(value)


def double(value):
    return value * 2


for _ in range(2):
    for act in (double, len, str, lambda value: [value], print):
        for cls in (Holder, Open, Hidden):
            try:
                print(cls.__name__, run_act(cls(act), 'a'))
            except TypeError as error:
                print(error)
holder = Open(double)
print(run_act(holder, 1))
holder.act = lambda value: 'replaced'
print(run_act(holder, 1))
Open.act = lambda self, value: 'of the class'
print(run_act(holder, 1), run_act(Holder(double), 2))
del holder.act
print(run_act(holder, 1))
del Open.act
slots = Holder(double)
del slots.act
for thing in (holder, slots):
    try:
        run_act(thing, 1)
    except AttributeError as error:
        print(error)
vars(holder)['act'] = double
print(run_act(holder, 4))
Open.__getattribute__ = lambda self, name: lambda value: ('all', name)
print(run_act(Open(double), 4))
