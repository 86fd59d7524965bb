"""The module functools: functions that take functions or give them."""

import sys
from _monty import _built_in, _dict_last, _dict_take_first, _memo, _partial_call, _sort_key_order

__all__ = [
    'update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key',
    'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property',
]

GenericAlias = type(list[int])
UnionType = type(int | str)
_missing = object()

# --- wrappers --------------------------------------------------------------------------------------------------------

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
if sys.version_info >= (3, 12):
    WRAPPER_ASSIGNMENTS += ('__type_params__',)
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper look like the function it wraps.

    The attributes named in `assigned` are taken over, those named in `updated` are updated with the wrapped
    function's; `__wrapped__` is the wrapped function.
    """
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that applies update_wrapper() to the function it decorates."""
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


# --- ordering --------------------------------------------------------------------------------------------------------

def _comparison(name, root, negated, when_equal):
    """The function for operator `name`, which asks the class's own `root`.

    negated: the answer is the opposite of the root's. when_equal: True adds equality to the answer, False takes it
    away, None does neither.
    """
    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return NotImplemented
        if negated:
            answer = not answer
        if when_equal is None:
            return answer
        if when_equal:
            return answer or self == other
        return answer and self != other
    compare.__name__ = name
    compare.__qualname__ = name
    compare.__doc__ = f'Return a {_SIGNS[name]} b.  Computed by @total_ordering from {root}.'
    return compare


_SIGNS = {'__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>='}

# root: {operator: (negated, when_equal)}
_DERIVED = {
    '__lt__': {'__gt__': (True, False), '__le__': (False, True), '__ge__': (True, None)},
    '__le__': {'__ge__': (True, True), '__lt__': (False, False), '__gt__': (True, None)},
    '__gt__': {'__lt__': (True, False), '__ge__': (False, True), '__le__': (True, None)},
    '__ge__': {'__le__': (True, True), '__gt__': (False, False), '__lt__': (True, None)},
}


def total_ordering(cls):
    own = [name for name in _DERIVED if getattr(cls, name, None) is not getattr(object, name, None)]
    if not own:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    # Of several, __lt__ is preferred to __le__, __gt__ and __ge__, in this order.
    root = own[0]
    for name in _DERIVED[root]:
        if name not in own:
            setattr(cls, name, _comparison(name, root, *_DERIVED[root][name]))
    return cls


class KeyWrapper:
    """What cmp_to_key() makes: without an object it is the key function, with one it is a key."""

    __slots__ = ('_compare', 'obj')
    __hash__ = None

    def __init__(self, compare):
        self._compare = compare

    def __call__(self, obj):
        key = KeyWrapper(self._compare)
        key.obj = obj
        return key

    def _against(self, other):
        """What the comparison function says of the objects of two keys."""
        if type(other) is not KeyWrapper:
            raise TypeError('other argument must be K instance')
        return self._compare(self.obj, other.obj)

    def __lt__(self, other):
        if type(other) is KeyWrapper:
            compare = self._compare
            return compare(self.obj, other.obj) < 0
        return self._against(other) < 0

    def __gt__(self, other):
        return self._against(other) > 0

    def __eq__(self, other):
        return self._against(other) == 0

    def __ne__(self, other):
        return self._against(other) != 0

    def __le__(self, other):
        return self._against(other) <= 0

    def __ge__(self, other):
        return self._against(other) >= 0


# The machine does what __call__ and __lt__ do itself where it sorts.
_sort_key_order(KeyWrapper.__lt__)


@_built_in
def cmp_to_key(mycmp):
    return KeyWrapper(mycmp)


# --- reduce ----------------------------------------------------------------------------------------------------------

@_built_in
def reduce(function, iterable, initial=_missing, /):
    """Fold an iterable into one value: function(function(first, second), third) and so on.

    With an initial value, that is what stands before the first item; it is the result if there are no items.
    """
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError('reduce() arg 2 must support iteration') from None
    value = initial
    if value is _missing:
        for value in iterator:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    for item in iterator:
        value = function(value, item)
    return value


# --- partial ---------------------------------------------------------------------------------------------------------

_being_shown = []


class partial:
    __slots__ = ('_func', '_args', '_keywords', '__dict__')

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func = args[0]
        args = args[1:]
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial) and type(func).__call__ is partial.__call__ and not func.__dict__:
            args = func._args + args
            keywords = {**func._keywords, **keywords}
            func = func._func
        self = object.__new__(cls)
        self._func = func
        self._args = args
        self._keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if keywords:
            return self._func(*self._args, *args, **{**self._keywords, **keywords})
        if self._keywords:
            return self._func(*self._args, *args, **self._keywords)
        return self._func(*self._args, *args)

    @property
    def func(self):
        """The function to call."""
        return self._func

    @property
    def args(self):
        """The arguments in front of those of the call."""
        return self._args

    @property
    def keywords(self):
        """The keyword arguments beside those of the call."""
        return self._keywords

    def __repr__(self):
        for shown in _being_shown:
            if shown is self:
                return '...'
        _being_shown.append(self)
        try:
            parts = [repr(self._func)]
            parts.extend([repr(value) for value in self._args])
            parts.extend([f'{name}={value!r}' for name, value in self._keywords.items()])
        finally:
            _being_shown.pop()
        cls = type(self)
        if sys.version_info >= (3, 13):
            return f'{cls.__module__}.{cls.__qualname__}({", ".join(parts)})'
        return f'{cls.__module__ + "." if cls is partial else ""}{cls.__qualname__ if cls is partial else cls.__name__}' \
               f'({", ".join(parts)})'

    def __reduce__(self):
        return type(self), (self._func,), (self._func, self._args, self._keywords or None, self.__dict__ or None)

    def __setstate__(self, state):
        if (not isinstance(state, tuple) or len(state) != 4 or not callable(state[0]) or not isinstance(state[1], tuple)
                or not (state[2] is None or isinstance(state[2], dict))):
            raise TypeError('invalid partial state')
        func, args, keywords, attributes = state
        self._func = func
        self._args = args if type(args) is tuple else tuple(args)
        self._keywords = {} if keywords is None else keywords if type(keywords) is dict else dict(keywords)
        self.__dict__ = {} if attributes is None else attributes

    __class_getitem__ = classmethod(GenericAlias)


_partial_call(partial.__call__)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            func, args, keywords = func.func, (*func.args, *args), {**func.keywords, **keywords}
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func)]
        if sys.version_info >= (3, 13):
            parts.extend([repr(value) for value in self.args])
            parts.extend([f'{name}={value!r}' for name, value in self.keywords.items()])
            return f'{type(self).__module__}.{type(self).__qualname__}({", ".join(parts)})'
        parts.append(', '.join(map(repr, self.args)))
        parts.append(', '.join([f'{name}={value!r}' for name, value in self.keywords.items()]))
        return f'{type(self).__module__}.{type(self).__qualname__}({", ".join(parts)})'

    def _as_method(self):
        def method(first, /, *args, **keywords):
            return self.func(first, *self.args, *args, **{**self.keywords, **keywords})
        method.__isabstractmethod__ = self.__isabstractmethod__
        if sys.version_info >= (3, 13):
            method.__partialmethod__ = self
        else:
            method._partialmethod = self
        return method

    def __get__(self, obj, cls=None):
        getter = getattr(self.func, '__get__', None)
        if getter is not None:
            bound = getter(obj, cls)
            if bound is not self.func:
                # A descriptor of its own kind, such as a bound method: what it gives is called.
                made = partial(bound, *self.args, **self.keywords)
                try:
                    made.__self__ = bound.__self__
                except AttributeError:
                    pass
                return made
        return self._as_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(GenericAlias)


# --- caches ----------------------------------------------------------------------------------------------------------

def __getattr__(name):
    # The class of cache_info()'s answers is made when it is first asked for: most programs never look.
    if name == '_CacheInfo':
        global _CacheInfo
        from collections import namedtuple
        _CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], module='functools')
        return _CacheInfo
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def _cache_info(hits, misses, maxsize, size):
    try:
        made = _CacheInfo
    except NameError:
        made = __getattr__('_CacheInfo')
    return made(hits, misses, maxsize, size)


def _typed_key(args, keywords):
    parts = args
    if keywords:
        parts += (_missing,)
        for pair in keywords.items():
            parts += pair
    parts += tuple([type(value) for value in args])
    if keywords:
        parts += tuple([type(value) for value in keywords.values()])
    return parts


def _keyword_key(args, keywords):
    parts = args + (_missing,)
    for pair in keywords.items():
        parts += pair
    return parts


def lru_cache(maxsize=128, typed=False):
    """Decorator that keeps the results of a function, and answers with them when the arguments come again.

    maxsize is the number of results that are kept: when there are more, the one that was not asked for longest goes.
    None: all are kept. With `typed`, 1 and 1.0 are different arguments. The decorated function has cache_info() and
    cache_clear(), and the function itself as __wrapped__.
    """
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed, 128)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorate(function):
        return _cached(function, maxsize, typed, maxsize)
    return decorate


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


def _cached(function, maxsize, typed, shown_maxsize):
    if not callable(function):
        raise TypeError('the first argument must be callable')
    if maxsize == 0:
        wrapper, info, clear = _without_cache(function)
    elif maxsize is None:
        wrapper, info, clear = _without_bound(function, typed)
    else:
        wrapper, info, clear = _with_bound(function, maxsize, typed)
    wrapper.cache_info = info
    wrapper.cache_clear = clear
    wrapper.cache_parameters = lambda: {'maxsize': shown_maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def _without_cache(function):
    misses = 0

    def wrapper(*args, **keywords):
        nonlocal misses
        misses += 1
        return function(*args, **keywords)

    def cache_info():
        return _cache_info(0, misses, 0, 0)

    def cache_clear():
        nonlocal misses
        misses = 0
    return wrapper, cache_info, cache_clear


# What the two kinds of cache keep stands in a list that the machine knows (_memo): it answers itself where a result is
# there and its key is plain. The first item, a dict, holds the results; then come the numbers of hits and misses.
_RESULTS, _HITS, _MISSES = range(3)


def _key(args, keywords, typed):
    if typed:
        return _typed_key(args, keywords)
    if keywords:
        return _keyword_key(args, keywords)
    if len(args) == 1:
        kind = type(args[0])
        if kind is int or kind is str:
            return args[0]
    return args


def _without_bound(function, typed):
    state = [{}, 0, 0]

    def wrapper(*args, **keywords):
        key = _key(args, keywords, typed)
        result = state[_RESULTS].get(key, _missing)
        if result is not _missing:
            state[_HITS] += 1
            return result
        state[_MISSES] += 1
        result = function(*args, **keywords)
        state[_RESULTS][key] = result
        return result

    def cache_info():
        return _cache_info(state[_HITS], state[_MISSES], None, len(state[_RESULTS]))

    def cache_clear():
        state[_HITS] = state[_MISSES] = 0
        state[_RESULTS].clear()
    return wrapper if typed else _memo(wrapper), cache_info, cache_clear


def _with_bound(function, maxsize, typed):
    # The result that was asked for last stands last.
    state = [{}, 0, 0, maxsize]

    def wrapper(*args, **keywords):
        key = _key(args, keywords, typed)
        results = state[_RESULTS]
        result = results.get(key, _missing)
        if result is not _missing:
            state[_HITS] += 1
            _dict_last(results, key)
            return result
        state[_MISSES] += 1
        result = function(*args, **keywords)
        if key in results:
            # The function itself, or another call on the way, has put it there.
            return result
        if len(results) >= maxsize:
            _dict_take_first(results)
        results[key] = result
        return result

    def cache_info():
        return _cache_info(state[_HITS], state[_MISSES], maxsize, len(state[_RESULTS]))

    def cache_clear():
        state[_HITS] = state[_MISSES] = 0
        state[_RESULTS].clear()
    return wrapper if typed else _memo(wrapper), cache_info, cache_clear


class cached_property:
    """An attribute that is worked out when it is first asked for, and then kept in the __dict__ of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f'instance to cache {name!r} property.') from None
        value = values.get(name, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                values[name] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                                f'does not support item assignment for caching {name!r} property.') from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# --- single dispatch -------------------------------------------------------------------------------------------------

def _introduced_at(cls, wanted):
    """Where in the MRO of `cls` a class that it is a (perhaps virtual) subclass of has its place.

    A class that really is in the MRO has its index. A virtual base stands behind the class that is the last to
    have it: as the first of its bases or, if some of these are abstract base classes themselves, after them.
    """
    mro = cls.__mro__
    if wanted in mro:
        return mro.index(wanted)
    place = 0.0
    for position, candidate in enumerate(mro):
        if issubclass(candidate, wanted) and not any([issubclass(base, wanted) for base in candidate.__bases__]):
            place = position + 0.5
            for base in candidate.__bases__:
                if base in mro and hasattr(base, '__abstractmethods__') and base is not object:
                    place = max(place, mro.index(base) + 0.5)
            break
    return place


def _find_implementation(cls, registry):
    best = None
    best_place = None
    rivals = []
    for candidate in registry:
        if candidate is object or not issubclass(cls, candidate):
            continue
        place = _introduced_at(cls, candidate)
        if best is None:
            best, best_place, rivals = candidate, place, []
        elif candidate in best.__mro__ and candidate is not best:
            continue
        elif best in candidate.__mro__ or (issubclass(candidate, best) and not issubclass(best, candidate)
                                           and best not in cls.__mro__):
            best, best_place = candidate, place
            rivals = [rival for rival in rivals if not issubclass(best, rival)]
        elif issubclass(best, candidate) and candidate not in cls.__mro__:
            continue
        elif place < best_place:
            best, best_place, rivals = candidate, place, []
        elif place == best_place:
            rivals.append(candidate)
    if rivals:
        raise RuntimeError(f'Ambiguous dispatch: {best} or {rivals[0]}')
    return registry[best] if best is not None else registry.get(object)


def _is_class(value):
    return isinstance(value, type) and not isinstance(value, GenericAlias)


def _union_members(value):
    if isinstance(value, UnionType):
        return value.__args__
    origin = getattr(value, '__origin__', None)
    if origin is not None and getattr(origin, '_name', None) == 'Union':
        return value.__args__
    return None


def _can_dispatch_on(value):
    if _is_class(value):
        return True
    members = _union_members(value)
    return members is not None and all([_is_class(member) for member in members])


def _annotated_class(function, register_name, cls):
    annotations = getattr(function, '__annotations__', {})
    if not annotations:
        raise TypeError(f'Invalid first argument to `register()`: {cls!r}. '
                        'Use either `@register(some_class)` or plain `@register` on an annotated function.')
    name = next(iter(annotations))
    wanted = annotations[name]
    if isinstance(wanted, str):
        from typing import get_type_hints
        wanted = get_type_hints(function)[name]
    if not _can_dispatch_on(wanted):
        if _union_members(wanted) is not None:
            raise TypeError(f'Invalid annotation for {name!r}. {wanted!r} not all arguments are classes.')
        raise TypeError(f'Invalid annotation for {name!r}. {wanted!r} is not a class.')
    return wanted


def singledispatch(func):
    registry = {}
    found = {}
    name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        implementation = found.get(cls)
        if implementation is None:
            implementation = registry.get(cls)
            if implementation is None:
                implementation = _find_implementation(cls, registry)
            # A later register() of an abstract base class must be seen: what depends on one is not kept.
            if _is_settled(cls, registry):
                found[cls] = implementation
        return implementation

    def register(cls, func=None):
        if _can_dispatch_on(cls):
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            func = cls
            cls = _annotated_class(func, name, cls)
        members = _union_members(cls)
        if members is not None:
            for member in members:
                registry[member] = func
        else:
            registry[cls] = func
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        cls = args[0].__class__
        implementation = found.get(cls)
        if implementation is None:
            implementation = dispatch(cls)
        return implementation(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = _read_only(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


def _is_settled(cls, registry):
    for candidate in registry:
        if hasattr(candidate, '__abstractmethods__') and candidate not in cls.__mro__:
            return False
    return True


_MappingProxy = type(object.__dict__)


def _read_only(mapping):
    return _MappingProxy(mapping)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, '__name__', 'singledispatchmethod method')

        def method(*args, **keywords):
            if not args and sys.version_info >= (3, 13):
                raise TypeError(f'{name} requires at least 1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **keywords)
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        update_wrapper(method, self.func)
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
