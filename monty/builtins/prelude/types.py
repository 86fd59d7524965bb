"""Types with arguments and unions that are nested too deeply for native recursion."""


def generic_alias_equal(a, b):
    return a.__origin__ is b.__origin__ and a.__args__ == b.__args__


def generic_alias_hash(alias):
    return hash(alias.__origin__) ^ hash(alias.__args__)


def union_equal(a, b):
    if len(a.__args__) != len(b.__args__):
        return False
    for member in a.__args__:
        if member not in b.__args__:
            return False
    return True


def union_hash(union):
    result = 0
    for member in union.__args__:
        result ^= hash(member)
    return result


def class_get_item(cls, item):
    return cls.__class_getitem__(item)


def typing_form_bases(form, bases, /):
    """The class that stands for Mapping[str, int] and the like among the bases of a class."""
    name = repr(form).split('[')[0].removeprefix('typing.')
    if name in ('Deque', 'DefaultDict', 'OrderedDict', 'Counter', 'ChainMap'):
        import collections
        return (getattr(collections, {'Deque': 'deque', 'DefaultDict': 'defaultdict'}.get(name, name)),)
    if name in ('ContextManager', 'AsyncContextManager'):
        import contextlib
        return (getattr(contextlib, 'Abstract' + name),)
    if name == 'AbstractSet':
        name = 'Set'
    import collections.abc
    found = getattr(collections.abc, name, None)
    if found is None:
        if name == 'Any':
            return ()
        raise TypeError(f'Cannot subclass {form!r}')
    return (found,)


def type_variable_new(cls, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                      default=None):
    if covariant and contravariant:
        raise ValueError('Bivariant types are not supported.')
    if infer_variance and (covariant or contravariant):
        raise ValueError('Variance cannot be specified with infer_variance.')
    if len(constraints) == 1:
        raise TypeError('A single constraint is not allowed')
    if constraints and bound is not None:
        raise TypeError('Constraints cannot be combined with bound=...')
    return _type_variable(name, constraints, bound, bool(covariant), bool(contravariant), bool(infer_variance))


def sys_exit(status=None, /):
    if status is None:
        raise SystemExit
    if isinstance(status, SystemExit):
        raise status
    if isinstance(status, tuple):
        raise SystemExit(*status)
    raise SystemExit(status)


def stream_write(stream, text, /):
    if not isinstance(text, str):
        raise TypeError(f'write() argument must be str, not {type(text).__name__}')
    if _stream_number(stream) == 2:
        _write_error_output(text)
    else:
        _write_output(text)
    return len(text)


def stream_writelines(stream, lines, /):
    for line in lines:
        stream_write(stream, line)
