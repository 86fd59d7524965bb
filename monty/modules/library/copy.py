"""The module copy: shallow and deep copies."""

import sys

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    """What a copy that cannot be made raises."""


error = Error
_missing = object()

# What is its own copy. Exact types: instances of a subclass may have attributes.
_atomic = {
    type(None), int, float, bool, complex, bytes, tuple, str, frozenset, type, range, slice, property, type(...),
    type(NotImplemented), type(len), type(lambda: None), type(list[int]), type(int | str),
}
_deep_atomic = _atomic - {tuple, frozenset, slice}


# --- what a copy of an object is made of -----------------------------------------------------------------------------

def _new_object(cls, *args):
    return cls.__new__(cls, *args)


def _new_object_with_keywords(cls, args, keywords):
    return cls.__new__(cls, *args, **keywords)


def _slot_names(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        if isinstance(slots, str):
            slots = (slots,)
        for name in slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                owner = base.__name__.lstrip('_')
                if owner:
                    name = f'_{owner}{name}'
            names.append(name)
    return names


def _state(x, cls):
    """What __getstate__() gives: the attributes, or a pair of the attributes and the values of the slots."""
    getstate = getattr(x, '__getstate__', None)
    if getstate is not None:
        return getstate()
    state = getattr(x, '__dict__', None) or None
    if state is not None:
        state = dict(state)
    values = {}
    for name in _slot_names(cls):
        value = getattr(x, name, _missing)
        if value is not _missing:
            values[name] = value
    return (state, values) if values else state


def _overridden(cls, name):
    """The method of that name if it is not one that every object has."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return None if base in _plain_bases else base.__dict__[name]
    return None


_plain_bases = {object, int, float, complex, str, bytes, bytearray, tuple, list, dict, set, frozenset, BaseException,
                Exception}


def _reduce(x, cls):
    """(function, arguments, state, iterator of items, iterator of pairs) that make an object like x."""
    if _overridden(cls, '__reduce_ex__') is not None:
        reduced = x.__reduce_ex__(4)
    elif _overridden(cls, '__reduce__') is not None:
        reduced = x.__reduce__()
    elif not hasattr(x, '__class__'):
        raise Error(f'un(deep)copyable object of type {cls}')
    else:
        return _reduce_plain(x, cls)
    if isinstance(reduced, str):
        return None
    return reduced


def _reduce_plain(x, cls):
    if isinstance(x, BaseException):
        return cls, x.args, dict(x.__dict__) or None
    if isinstance(x, (set, frozenset)):
        return cls, (list(x),), _state(x, cls)
    if isinstance(x, bytearray):
        return cls, (bytes(x),), _state(x, cls)
    if cls in _not_copied or cls.__name__ == 'generator':
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    getnewargs = getattr(x, '__getnewargs_ex__', None)
    if getnewargs is not None:
        given = getnewargs()
        if not isinstance(given, tuple):
            raise TypeError(f'__getnewargs_ex__ should return a tuple, not \'{type(given).__name__}\'')
        if len(given) != 2:
            raise ValueError(f'__getnewargs_ex__ should return a tuple of length 2, not {len(given)}')
        args, keywords = given
        function, arguments = _new_object_with_keywords, (cls, args, keywords)
    else:
        getnewargs = getattr(x, '__getnewargs__', None)
        if getnewargs is not None:
            args = getnewargs()
            if not isinstance(args, tuple):
                raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
        else:
            args = ()
            for base in (int, float, complex, str, bytes, tuple):
                if isinstance(x, base):
                    args = (base(x) if base is not str else str.__str__(x),)
                    break
        function, arguments = _new_object, (cls, *args)
    return (function, arguments, _state(x, cls),
            iter(x) if isinstance(x, list) else None,
            iter(x.items()) if isinstance(x, dict) else None)


_not_copied = {type(sys), type({}.keys()), type({}.values()), type({}.items()), type(type.__dict__)}


def _rebuild(x, memo, function, arguments, state=None, items=None, pairs=None, *, deep):
    if deep and arguments:
        if function is _new_object:
            arguments = (arguments[0], *[deepcopy(argument, memo) for argument in arguments[1:]])
        else:
            arguments = [deepcopy(argument, memo) for argument in arguments]
    made = function(*arguments)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        setstate = getattr(made, '__setstate__', None)
        if setstate is not None and not isinstance(made, BaseException):
            setstate(state)
        elif setstate is not None and _overridden(type(made), '__setstate__') is not None:
            setstate(state)
        else:
            values = None
            if isinstance(state, tuple) and len(state) == 2:
                state, values = state
            if state is not None:
                made.__dict__.update(state)
            if values is not None:
                for name, value in values.items():
                    setattr(made, name, value)
    if items is not None:
        for item in items:
            made.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                made[deepcopy(key, memo)] = deepcopy(value, memo)
            else:
                made[key] = value
    return made


# --- copy ------------------------------------------------------------------------------------------------------------

def copy(x):
    """A copy of x that holds the same objects as x."""
    cls = type(x)
    if cls in _atomic:
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    if isinstance(x, type):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    reduced = _reduce(x, cls)
    if reduced is None:
        return x
    return _rebuild(x, None, *reduced, deep=False)


# --- deepcopy --------------------------------------------------------------------------------------------------------

# memo[id(memo)] keeps what was copied alive: as long as it is, nothing else gets its id.

def deepcopy(x, memo=None, _nil=[]):
    """A copy of x that holds copies of what x holds, at any depth."""
    cls = type(x)
    if cls in _deep_atomic:
        return x
    identity = id(x)
    if memo is None:
        memo = {}
    else:
        made = memo.get(identity, _nil)
        if made is not _nil:
            return made
    if cls is list:
        made = []
        memo[identity] = made
        append = made.append
        for item in x:
            append(item if type(item) in _deep_atomic else deepcopy(item, memo))
    elif cls is dict:
        made = {}
        memo[identity] = made
        for key, value in x.items():
            made[key if type(key) in _deep_atomic else deepcopy(key, memo)] = (
                value if type(value) in _deep_atomic else deepcopy(value, memo))
    elif cls is tuple:
        made = _deepcopy_tuple(x, memo)
    elif isinstance(x, type):
        return x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            made = copier(memo)
        elif cls is _method_type:
            made = cls(x.__func__, deepcopy(x.__self__, memo))
        elif cls is slice:
            made = slice(deepcopy(x.start, memo), deepcopy(x.stop, memo), deepcopy(x.step, memo))
        else:
            reduced = _reduce(x, cls)
            made = x if reduced is None else _rebuild(x, memo, *reduced, deep=True)
    if made is not x:
        memo[identity] = made
        kept = memo.get(id(memo))
        if kept is None:
            memo[id(memo)] = [x]
        else:
            kept.append(x)
    return made


def _deepcopy_tuple(x, memo):
    copies = [item if type(item) in _deep_atomic else deepcopy(item, memo) for item in x]
    # a tuple that is reached again from one of its items is there by now
    made = memo.get(id(x))
    if made is not None:
        return made
    for item, copied in zip(x, copies):
        if item is not copied:
            return tuple(copies)
    return x


class _WithMethod:
    def method(self):
        pass


_method_type = type(_WithMethod().method)


# --- replace ---------------------------------------------------------------------------------------------------------

if sys.version_info >= (3, 13):
    __all__ += ['replace']

    def replace(obj, /, **changes):
        """A copy of obj with other values for some of its fields, made by its method __replace__."""
        cls = type(obj)
        function = getattr(cls, '__replace__', None)
        if function is None:
            raise TypeError(f'replace() does not support {cls.__name__} objects')
        return function(obj, **changes)
