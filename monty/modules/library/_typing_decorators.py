"""What type checkers know of the module typing and what does next to nothing at run time."""

import sys

_ASSERT_NEVER_REPR_MAX_LENGTH = 100


# {module: {qualified name: [functions]}}
_overloads = {}


def _overload_dummy(*args, **kwds):
    """What @overload makes of a function."""
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def overload(func):
    """Decorator of the signatures that an overloaded function has; the function itself follows them."""
    function = getattr(func, '__func__', func)
    name = getattr(function, '__qualname__', None)
    if name is not None:
        _overloads.setdefault(function.__module__, {}).setdefault(name, []).append(func)
    return _overload_dummy


def get_overloads(func):
    """The functions decorated with @overload for that function."""
    function = getattr(func, '__func__', func)
    return list(_overloads.get(function.__module__, {}).get(function.__qualname__, ()))


def clear_overloads():
    """Forget all functions decorated with @overload."""
    _overloads.clear()


def _marked(obj, name, value=True):
    try:
        setattr(obj, name, value)
    except (AttributeError, TypeError):
        # what takes no attributes stays as it is
        pass
    return obj


def final(f):
    """Decorator: the method is not to be overridden, the class not to be inherited from."""
    return _marked(f, '__final__')


def override(method, /):
    """Decorator: the method overrides one of a base class."""
    return _marked(method, '__override__')


def no_type_check(arg):
    """Decorator: annotations are not types, neither those of a class nor those of what it defines itself."""
    if isinstance(arg, type):
        for name, value in list(arg.__dict__.items()):
            function = getattr(value, '__func__', value)
            if getattr(function, '__qualname__', None) != f'{arg.__qualname__}.{name}' or (
                    getattr(function, '__module__', None) != arg.__module__):
                continue
            if isinstance(function, type):
                no_type_check(function)
            else:
                _marked(function, '__no_type_check__')
    return _marked(arg, '__no_type_check__')


def no_type_check_decorator(decorator):
    """Make a decorator give what no_type_check() gives of its result."""
    from functools import wraps

    @wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped_decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Decorator: what is decorated makes classes that are like dataclasses."""
    marks = {'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
             'frozen_default': frozen_default, 'field_specifiers': field_specifiers, 'kwargs': kwargs}
    if sys.version_info < (3, 12):
        del marks['frozen_default']
        if frozen_default:
            kwargs['frozen_default'] = frozen_default

    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = marks
        return cls_or_fn
    return decorate


def assert_type(val, typ, /):
    """The value itself; a type checker compares its type."""
    return val


def assert_never(arg, /):
    """Raises AssertionError; a type checker proves that it is never called."""
    value = repr(arg)
    if len(value) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        value = value[:_ASSERT_NEVER_REPR_MAX_LENGTH] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


def reveal_type(obj, /):
    """Write the type of a value to sys.stderr; returns the value."""
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj
