"""Forward references and get_type_hints of the module typing."""

from typing import Annotated, NotRequired, Required, Union

from _monty import _alias_form, _alias_with, _is_alias, _is_typing_union, _is_union, _module_names


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
        if annotation[:1] == '*':
            annotation = f'({annotation},)[0]'
        return _resolved(eval(annotation, global_names, local_names), global_names, local_names)
    if _is_alias(annotation):
        if repr(_alias_form(annotation)) == 'typing.Literal':
            return annotation
        args = annotation.__args__
        if repr(_alias_form(annotation)) == 'typing.Annotated':
            made = (_resolved(args[0], global_names, local_names),)
            if made[0] is not args[0]:
                return Annotated[(*made, *annotation.__metadata__)]
        else:
            made = tuple([_resolved_argument(arg, global_names, local_names) for arg in args])
        return annotation if _same(args, made) else _alias_with(annotation, made)
    if _is_union(annotation):
        args = annotation.__args__
        made = tuple([_resolved(arg, global_names, local_names) for arg in args])
        return annotation if _same(args, made) else _union(annotation, made)
    return annotation


def _resolved_argument(arg, global_names, local_names):
    if isinstance(arg, (list, tuple)):
        return type(arg)([_resolved_argument(item, global_names, local_names) for item in arg])
    if isinstance(arg, (str, ForwardRef)) or _is_alias(arg) or _is_union(arg):
        return _resolved(arg, global_names, local_names)
    return arg


def _same(args, made):
    for one, other in zip(args, made):
        if one is not other:
            return False
    return True


def _union(union, members):
    """The union of the members, of the kind that the other one is."""
    if _is_typing_union(union):
        return Union[members]
    result = members[0]
    for member in members[1:]:
        result = result | member
    return result


def _without_extras(annotation):
    """The annotation without Annotated, Required and NotRequired."""
    if _is_union(annotation):
        args = annotation.__args__
        made = tuple([_without_extras(arg) for arg in args])
        return annotation if _same(args, made) else _union(annotation, made)
    if not _is_alias(annotation):
        return annotation
    if _alias_form(annotation) in (Annotated, Required, NotRequired):
        return _without_extras(annotation.__args__[0])
    args = annotation.__args__
    made = tuple([_without_extras(arg) for arg in args])
    return annotation if _same(args, made) else _alias_with(annotation, made)


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
            global_names = _module_names(function)
        local_names = global_names if localns is None else localns
        for name, annotation in annotations.items():
            hints[name] = _resolved(annotation, global_names, local_names)
    if include_extras:
        return hints
    return {name: _without_extras(annotation) for name, annotation in hints.items()}


def _globals_of(cls):
    """The globals of the module that made the class."""
    if cls.__module__ == '__main__':
        return _module_names(None)
    for value in cls.__dict__.values():
        function = getattr(value, '__func__', value)
        if type(function) is type(_globals_of) and function.__module__ == cls.__module__:
            return _module_names(function)
    return {}
