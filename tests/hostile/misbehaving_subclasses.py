# Run by test_subclasses.py, which puts SEED and CALLS in front: methods and functions of the built-in types and of the
# library, called at random with instances of subclasses whose special methods answer nonsense. Prints what ended in a
# SystemError, which only the interpreter itself can cause.
import collections
import copy
import functools
import itertools
import json
import math
import operator
import string
import types
import typing

state = SEED


def choose(count):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return (state >> 33) % count


SPECIAL = '''__repr__ __str__ __format__ __bool__ __len__ __iter__ __next__ __contains__ __getitem__ __setitem__ __delitem__
__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __hash__ __add__ __radd__ __mul__ __rmul__ __sub__ __mod__ __rmod__ __and__
__or__ __ror__ __xor__ __neg__ __index__ __int__ __float__ __complex__ __round__ __call__ __enter__ __exit__ __missing__
__reversed__ __length_hint__ __get__ __set__ __set_name__ __copy__ __deepcopy__ __reduce__ __getattr__ __instancecheck__
__subclasscheck__ __class_getitem__ __mro_entries__ __await__ __aiter__ __anext__ __aenter__ __aexit__ __del__ __dir__ __fspath__ __bytes__
keys items'''.split()
kept = []


def nonsense(self, *args):
    kind = choose(16)
    if kind < 10:
        return (None, 'text', -1, 10 ** 30, NotImplemented, self, [self], 1.5, True, b'x')[kind]
    if kind == 10:
        raise KeyError('nonsense')
    if kind == 11:
        raise StopIteration(self)
    if kind == 12:
        return iter([1, self])
    if kind == 13:
        return (item for item in args)
    if kind == 14 and args:
        return args[0]
    if len(kept) < 100:
        kept.append((self, args))
    return 3


def misbehaving(base):
    """A subclass with about a quarter of the special methods."""
    names = [name for name in SPECIAL if choose(4) == 0]
    namespace = {name: nonsense for name in names}
    try:
        return type('Bad' + base.__name__.title(), (base,), namespace)
    except TypeError:
        return base


def generator():
    yield 1
    yield misbehaving(object)()


async def coroutine():
    async with misbehaving(object)() as entered:
        return await entered


async def async_generator():
    async for item in misbehaving(object)():
        yield item
    yield await misbehaving(object)()
    yield 2


def begun():
    made = async_generator()
    asked = made.__anext__()
    try:
        asked.send(None)
    except Exception:
        pass
    return made if choose(2) else asked


def makers():
    text, number, real, raw, array, sequence, row, table, group, frozen, pair, queue, plain, error = [
        misbehaving(base) for base in (str, int, float, bytes, bytearray, list, tuple, dict, set, frozenset, complex,
                                       collections.deque, object, ValueError)]
    return [
        lambda: text('abc'), lambda: number(3), lambda: real(1.5), lambda: raw(b'ab'), lambda: array(b'ab'),
        lambda: sequence([1, text('x')]), lambda: row((1, number(2))), lambda: table({'a': number(1)}),
        lambda: group([1, 'z']), lambda: frozen([1]), lambda: pair(1j), lambda: plain(), lambda: error('x', 1),
        lambda: queue([1]), generator, lambda: None, lambda: 'abc', lambda: -1, lambda: 2.5, lambda: b'a',
        lambda: [plain()], lambda: (number(1),), lambda: {'k': plain()}, lambda: {1, 2}, lambda: int, lambda: plain,
        lambda: len, lambda: (lambda *args: 1), lambda: iter([1]), lambda: range(3), lambda: slice(plain(), number(1)),
        lambda: collections.deque([plain()], 3), lambda: memoryview(b'ab'), lambda: types.SimpleNamespace(a=plain()),
        lambda: typing.List[int], lambda: int | None, lambda: {1: 2}.items(), lambda: property(len),
        lambda: classmethod(len), lambda: ..., lambda: 10 ** 30, lambda: types.MappingProxyType({1: plain()}),
        coroutine, async_generator, begun, lambda: map(plain, [1, 2]), lambda: itertools.tee([1, 2])[0],
        lambda: functools.partial(plain, number(1)), lambda: operator.itemgetter(number(0)), lambda: 0,
    ]


LEFT_OUT = {'__class__', '__init_subclass__', '__subclasshook__', '__subclasses__', '__del__', 'cycle', 'count', 'repeat'}
FUNCTIONS = [getattr(module, name) for module in (math, json, operator, itertools, functools, copy, typing, string)
             for name in dir(module) if not name.startswith('__') and name not in LEFT_OUT]
FUNCTIONS += [eval(name) for name in '''abs aiter all anext any ascii bin bool bytearray bytes callable chr classmethod
complex delattr dict dir divmod enumerate filter float format frozenset getattr hasattr hash hex id int isinstance
issubclass iter len list map max memoryview min next object oct ord pow property range repr reversed round set setattr
slice sorted staticmethod str sum super tuple type vars zip ExceptionGroup UnicodeDecodeError OSError SyntaxError
ImportError StopIteration KeyError'''.split()]


def attempt(shown, function, args):
    try:
        result = function(*args)
        if type(result) is not types.GeneratorType:
            repr(result)
            list(itertools.islice(iter(result), 5))
    except SystemError as error:
        print(shown, [type(arg).__name__ for arg in args], error)
    except BaseException:
        pass


for round_number in range(CALLS // 100):
    made = makers()
    for _ in range(100):
        args = []
        for _ in range(choose(4)):
            try:
                args.append(made[choose(len(made))]())
            except Exception:
                args.append(None)
        if choose(3) == 0:
            function = FUNCTIONS[choose(len(FUNCTIONS))]
            attempt(function, function, args)
            continue
        try:
            target = made[choose(len(made))]()
            names = [name for name in object.__dir__(target) if name not in LEFT_OUT]
            name = names[choose(len(names))]
            attempt((type(target).__name__, name), getattr(target, name), args)
        except SystemError as error:
            print(type(target).__name__, name, error)
        except BaseException:
            pass
print('done')
