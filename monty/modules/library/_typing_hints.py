"""Forward references and get_type_hints of the module typing."""

from typing import Annotated, NotRequired, Required, get_origin

_GenericAlias = type(list[int])


class ForwardRef:
    """An annotation given as text."""

    __module__ = 'typing'

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__forward_arg__ = arg
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


def _resolved(annotation, global_names, local_names):
    """The annotation with the texts in it replaced by what they name."""
    if annotation is None:
        return type(None)
    if isinstance(annotation, ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):
        value = eval(annotation, global_names, local_names)
        return _resolved(value, global_names, local_names)
    if type(annotation) is _GenericAlias:
        origin = get_origin(annotation)
        args = annotation.__args__
        if any([isinstance(arg, (str, ForwardRef)) or type(arg) is _GenericAlias for arg in args]) and not (
                origin is None or repr(annotation).startswith('typing.Literal')):
            made = tuple([arg if arg is ... else _resolved(arg, global_names, local_names) for arg in args])
            if made != args:
                if isinstance(origin, type) and not repr(annotation).startswith('typing.'):
                    return _GenericAlias(origin, made)
                return annotation._with_arguments(made) if hasattr(annotation, '_with_arguments') else (
                    _GenericAlias(origin, made))
    return annotation


def _without_extras(annotation):
    """The annotation without Annotated, Required and NotRequired."""
    if type(annotation) is not _GenericAlias:
        return annotation
    origin = get_origin(annotation)
    if origin is Annotated or origin is Required or origin is NotRequired:
        return _without_extras(annotation.__args__[0])
    args = annotation.__args__
    made = tuple([_without_extras(arg) for arg in args])
    if all([one is other for one, other in zip(args, made)]):
        return annotation
    return _GenericAlias(origin, made)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, function or module, with texts resolved and those of base classes included."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            annotations = base.__dict__.get('__annotations__', {})
            if not isinstance(annotations, dict):
                continue
            global_names = globalns
            if global_names is None and any([isinstance(value, str) for value in annotations.values()]):
                global_names = _globals_of(base)
            local_names = dict(base.__dict__) if localns is None else localns
            for name, annotation in annotations.items():
                hints[name] = _resolved(annotation, global_names, local_names)
    else:
        annotations = getattr(obj, '__annotations__', None)
        if annotations is None:
            if callable(obj) or type(obj).__name__ == 'module':
                return {}
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        function = obj
        while hasattr(function, '__wrapped__'):
            function = function.__wrapped__
        global_names = globalns
        if global_names is None:
            global_names = getattr(function, '__globals__', {})
        local_names = global_names if localns is None else localns
        for name, annotation in annotations.items():
            hints[name] = _resolved(annotation, global_names, local_names)
    if include_extras:
        return hints
    return {name: _without_extras(annotation) for name, annotation in hints.items()}


def _globals_of(cls):
    """The globals of the module that made the class: those of one of its functions, else none."""
    for value in cls.__dict__.values():
        found = getattr(getattr(value, '__func__', value), '__globals__', None)
        if found is not None and getattr(value, '__module__', None) == cls.__module__:
            return found
    return {}
