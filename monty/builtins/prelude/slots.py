"""Operator and protocol methods of built-in types, called by name, where a value written in Python has a say."""


def slot_ne(self, value, /):
    result = _slot_eq(self, value)
    if result is NotImplemented:
        return result
    return not result


def slot_lt(self, value, /):
    return _slot_order(self, value, 0)


def slot_le(self, value, /):
    return _slot_order(self, value, 1)


def slot_gt(self, value, /):
    return _slot_order(self, value, 4)


def slot_ge(self, value, /):
    return _slot_order(self, value, 5)


def slot_rmul(self, value, /):
    return _slot_repeat(self, as_index(value))


def slot_repeat(self, value, /):
    return _slot_repeat(self, as_index(value))


def slot_repeat_inplace(self, value, /):
    return _slot_repeat_inplace(self, as_index(value))


def slot_rmod(self, value, /):
    return _slot_mod(value, self)


def slot_rsub(self, value, /):
    return _slot_sub(value, self)


def slot_rand(self, value, /):
    return _slot_and(value, self)


def slot_ror(self, value, /):
    return _slot_or(value, self)


def slot_rxor(self, value, /):
    return _slot_xor(value, self)


def slot_call(self, /, *args, **kwargs):
    return self(*args, **kwargs)


def slot_dir(self, /):
    return list(set(_names_of(self)))


def slot_object_str(self, /):
    method = _special(self, '__repr__')
    return repr(self) if _is_missing(method) else method()


def slot_object_ne(self, value, /):
    result = type(self).__eq__(self, value)
    if result is NotImplemented:
        return result
    return not result


def slot_list_init(self, /, *args, **kwargs):
    # Keywords are the business of a class that defines __new__.
    if kwargs and type(self).__new__ is list.__new__:
        raise TypeError('list() takes no keyword arguments')
    if len(args) > 1:
        raise TypeError(f'list expected at most 1 argument, got {len(args)}')
    list.clear(self)
    if args:
        list.extend(self, args[0])


def slot_dict_init(self, /, *args, **kwargs):
    if len(args) > 1:
        raise TypeError(f'dict expected at most 1 argument, got {len(args)}')
    dict.update(self, *args, **kwargs)


def slot_set_init(self, /, *args, **kwargs):
    if kwargs:
        raise TypeError('set() takes no keyword arguments')
    if len(args) > 1:
        raise TypeError(f'set expected at most 1 argument, got {len(args)}')
    set.clear(self)
    set.update(self, *args)


def slot_bytearray_init(self, source=b'', encoding=None, errors=None):
    if encoding is not None:
        made = bytearray(source, encoding) if errors is None else bytearray(source, encoding, errors)
    elif errors is not None:
        made = bytearray(source, errors=errors)
    else:
        made = bytearray(source)
    bytearray.clear(self)
    bytearray.extend(self, made)


def slot_getnewargs(self):
    # Of an instance of a subclass: the value of the built-in type. (Numbers arrive as such.)
    if isinstance(self, str):
        return (''.join([self]),)
    if isinstance(self, bytes):
        return (b''.join([self]),)
    if isinstance(self, tuple):
        return (tuple.__add__(self, ()),)
    if isinstance(self, complex):
        return (self.real, self.imag)
    return (self,)


def slot_exception_init(self, /, *args, **kwargs):
    if isinstance(self, BaseExceptionGroup):
        # What it holds was decided when it was made.
        if kwargs:
            raise TypeError(f'{type(self).__name__}() takes no keyword arguments')
        self.args = args
        return
    base = _exception_base(self)
    if kwargs and not issubclass(base, (AttributeError, ImportError, NameError)):
        raise TypeError(f'{type(self).__name__}() takes no keyword arguments')
    _exception_take(self, base(*args, **kwargs))


def bound_method_repr(method):
    function = method.__func__
    name = getattr(function, '__qualname__', None) or getattr(function, '__name__', '?')
    return f'<bound method {name} of {method.__self__!r}>'
