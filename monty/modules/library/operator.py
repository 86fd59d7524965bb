"""The module operator: the operators of the language as functions, and callables that fetch items and attributes."""

from _monty import _built_in, _item_getter_call

__all__ = [
    'abs', 'add', 'and_', 'attrgetter', 'call', 'concat', 'contains', 'countOf', 'delitem', 'eq', 'floordiv', 'ge',
    'getitem', 'gt', 'iadd', 'iand', 'iconcat', 'ifloordiv', 'ilshift', 'imatmul', 'imod', 'imul', 'index', 'indexOf',
    'inv', 'invert', 'ior', 'ipow', 'irshift', 'is_', 'is_not', 'isub', 'itemgetter', 'itruediv', 'ixor', 'le',
    'length_hint', 'lshift', 'lt', 'matmul', 'methodcaller', 'mod', 'mul', 'ne', 'neg', 'not_', 'or_', 'pos', 'pow',
    'rshift', 'setitem', 'sub', 'truediv', 'truth', 'xor',
]

_absolute = abs


# --- comparison and truth --------------------------------------------------------------------------------------------

def lt(a, b, /):
    return a < b


def le(a, b, /):
    return a <= b


def eq(a, b, /):
    return a == b


def ne(a, b, /):
    return a != b


def ge(a, b, /):
    return a >= b


def gt(a, b, /):
    return a > b


def not_(a, /):
    return not a


def truth(a, /):
    return True if a else False


def is_(a, b, /):
    return a is b


def is_not(a, b, /):
    return a is not b


# --- arithmetic ------------------------------------------------------------------------------------------------------

def abs(a, /):
    return _absolute(a)


def add(a, b, /):
    return a + b


def and_(a, b, /):
    return a & b


def floordiv(a, b, /):
    return a // b


def index(a, /):
    if type(a) is int:
        return a
    # range() asks for the number and complains in the right words.
    return range(a).stop


def inv(a, /):
    """Same as ~a."""
    return ~a


def invert(a, /):
    """Same as ~a."""
    return ~a


def lshift(a, b, /):
    return a << b


def mod(a, b, /):
    return a % b


def mul(a, b, /):
    return a * b


def matmul(a, b, /):
    return a @ b


def neg(a, /):
    """Same as -a."""
    return -a


def or_(a, b, /):
    return a | b


def pos(a, /):
    """Same as +a."""
    return +a


def pow(a, b, /):
    return a ** b


def rshift(a, b, /):
    return a >> b


def sub(a, b, /):
    return a - b


def truediv(a, b, /):
    return a / b


def xor(a, b, /):
    return a ^ b


# --- sequences -------------------------------------------------------------------------------------------------------

def concat(a, b, /):
    if not hasattr(type(a), '__getitem__') or isinstance(a, dict):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b


def contains(a, b, /):
    return b in a


def countOf(a, b, /):
    count = 0
    for item in a:
        if item is b or item == b:
            count += 1
    return count


def delitem(a, b, /):
    del a[b]


def getitem(a, b, /):
    return a[b]


def indexOf(a, b, /):
    position = 0
    for item in a:
        if item is b or item == b:
            return position
        position += 1
    raise ValueError('sequence.index(x): x not in sequence')


def setitem(a, b, c, /):
    a[b] = c


def length_hint(obj, default=0, /):
    """About how many items an iterable has.

    The answer is len(obj) where that is known, otherwise what obj.__length_hint__() says, otherwise the default.
    """
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    if hasattr(type(obj), '__len__'):
        try:
            return len(obj)
        except TypeError:
            pass
    find = getattr(type(obj), '__length_hint__', None)
    if find is None:
        return default
    try:
        hint = find(obj)
    except TypeError:
        return default
    if hint is NotImplemented:
        return default
    if not isinstance(hint, int):
        raise TypeError(f'__length_hint__ must be an integer, not {type(hint).__name__}')
    if hint < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return hint


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


# --- in place --------------------------------------------------------------------------------------------------------

def iadd(a, b, /):
    a += b
    return a


def iand(a, b, /):
    a &= b
    return a


def iconcat(a, b, /):
    if not hasattr(type(a), '__getitem__') or isinstance(a, dict):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    a += b
    return a


def ifloordiv(a, b, /):
    a //= b
    return a


def ilshift(a, b, /):
    a <<= b
    return a


def imod(a, b, /):
    a %= b
    return a


def imul(a, b, /):
    a *= b
    return a


def imatmul(a, b, /):
    a @= b
    return a


def ior(a, b, /):
    a |= b
    return a


def ipow(a, b, /):
    a **= b
    return a


def irshift(a, b, /):
    a >>= b
    return a


def isub(a, b, /):
    a -= b
    return a


def itruediv(a, b, /):
    a /= b
    return a


def ixor(a, b, /):
    a ^= b
    return a


# --- callables that fetch --------------------------------------------------------------------------------------------

class itemgetter:
    __slots__ = ('_item', '_items')

    def __new__(cls, /, *items, **keywords):
        if keywords and cls is itemgetter:
            raise TypeError('itemgetter() takes no keyword arguments')
        if not items:
            raise TypeError('itemgetter expected 1 argument, got 0')
        self = object.__new__(cls)
        self._item = items[0]
        self._items = items if len(items) > 1 else None
        return self

    def __call__(self, obj, /):
        items = self._items
        if items is None:
            return obj[self._item]
        return (*[obj[item] for item in items],)

    def __repr__(self):
        items = self._items or (self._item,)
        return f'{type(self).__module__}.{type(self).__qualname__}({", ".join(map(repr, items))})'

    def __reduce__(self):
        return type(self), self._items or (self._item,)


_item_getter_call(itemgetter.__call__)


class attrgetter:
    __slots__ = ('_names', '_only', '_paths')

    def __new__(cls, /, *names, **keywords):
        if keywords and cls is attrgetter:
            raise TypeError('attrgetter() takes no keyword arguments')
        if not names:
            raise TypeError('attrgetter expected 1 argument, got 0')
        for name in names:
            if not isinstance(name, str):
                raise TypeError('attribute name must be a string')
        self = object.__new__(cls)
        self._names = names
        self._only = names[0] if len(names) == 1 and '.' not in names[0] else None
        self._paths = [name.split('.') for name in names]
        return self

    def __call__(self, obj, /):
        name = self._only
        if name is not None:
            return getattr(obj, name)
        found = []
        for path in self._paths:
            value = obj
            for name in path:
                value = getattr(value, name)
            found.append(value)
        return found[0] if len(found) == 1 else (*found,)

    def __repr__(self):
        return f'{type(self).__module__}.{type(self).__qualname__}({", ".join(map(repr, self._names))})'

    def __reduce__(self):
        return type(self), self._names


class methodcaller:
    __slots__ = ('_name', '_args', '_keywords')

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError('methodcaller needs at least one argument, the method name')
        if not isinstance(args[0], str):
            raise TypeError('method name must be a string')
        self = object.__new__(cls)
        self._name = args[0]
        self._args = args[1:]
        self._keywords = keywords
        return self

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._keywords)

    def __repr__(self):
        shown = [repr(self._name)]
        shown.extend(map(repr, self._args))
        shown.extend(f'{name}={value!r}' for name, value in self._keywords.items())
        return f'{type(self).__module__}.{type(self).__qualname__}({", ".join(shown)})'

    def __reduce__(self):
        if not self._keywords:
            return type(self), (self._name, *self._args)
        from functools import partial
        return partial(type(self), self._name, **self._keywords), self._args


__lt__ = lt
__le__ = le
__eq__ = eq
__ne__ = ne
__ge__ = ge
__gt__ = gt
__not__ = not_
__abs__ = abs
__add__ = add
__and__ = and_
__call__ = call
__floordiv__ = floordiv
__index__ = index
__inv__ = inv
__invert__ = invert
__lshift__ = lshift
__mod__ = mod
__mul__ = mul
__matmul__ = matmul
__neg__ = neg
__or__ = or_
__pos__ = pos
__pow__ = pow
__rshift__ = rshift
__sub__ = sub
__truediv__ = truediv
__xor__ = xor
__concat__ = concat
__contains__ = contains
__delitem__ = delitem
__getitem__ = getitem
__setitem__ = setitem
__iadd__ = iadd
__iand__ = iand
__iconcat__ = iconcat
__ifloordiv__ = ifloordiv
__ilshift__ = ilshift
__imod__ = imod
__imul__ = imul
__imatmul__ = imatmul
__ior__ = ior
__ipow__ = ipow
__irshift__ = irshift
__isub__ = isub
__itruediv__ = itruediv
__ixor__ = ixor

for _function in (
    lt, le, eq, ne, ge, gt, not_, truth, is_, is_not, abs, add, and_, floordiv, index, inv, invert, lshift, mod, mul,
    matmul, neg, or_, pos, pow, rshift, sub, truediv, xor, concat, contains, countOf, delitem, getitem, indexOf,
    setitem, length_hint, call, iadd, iand, iconcat, ifloordiv, ilshift, imod, imul, imatmul, ior, ipow, irshift,
    isub, itruediv, ixor,
):
    _built_in(_function)

del _function
