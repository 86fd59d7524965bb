"""The module typing: the forms are the machine's own; what needs classes and functions is loaded when it is asked for."""

import sys

Text = str

__all__ = [
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal', 'Optional',
    'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet', 'ByteString',
    'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping',
    'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable',
    'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator', 'AsyncContextManager', 'Reversible',
    'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'SupportsInt',
    'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet',
    'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO', 'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type',
    'assert_never', 'cast', 'clear_overloads', 'dataclass_transform', 'final', 'get_args', 'get_origin',
    'get_overloads', 'get_type_hints', 'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check',
    'no_type_check_decorator', 'NoReturn', 'NotRequired', 'overload', 'ParamSpecArgs', 'ParamSpecKwargs', 'Required',
    'reveal_type', 'runtime_checkable', 'Self', 'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'Unpack',
]
if sys.version_info >= (3, 12):
    __all__ += ['override', 'TypeAliasType']
if sys.version_info >= (3, 13):
    __all__ += ['NoDefault', 'get_protocol_members', 'is_protocol', 'TypeIs', 'ReadOnly']


def _alias():
    import _typing_alias
    return _typing_alias


def _decorators():
    import _typing_decorators
    return _typing_decorators


def _files():
    import _typing_files
    return _typing_files


def _generic():
    import _typing_generic
    return _typing_generic


def _hints():
    import _typing_hints
    return _typing_hints


def _parameters():
    import _typing_parameters
    return _typing_parameters


def _records():
    import _typing_records
    return _typing_records


# Name: what loads the module that has it.
_elsewhere = {
    'Generic': _generic, 'Protocol': _generic, 'runtime_checkable': _generic, 'is_protocol': _generic,
    'get_protocol_members': _generic, 'SupportsAbs': _generic, 'SupportsBytes': _generic, 'SupportsComplex': _generic,
    'SupportsFloat': _generic, 'SupportsIndex': _generic, 'SupportsInt': _generic, 'SupportsRound': _generic,
    'IO': _files, 'TextIO': _files, 'BinaryIO': _files, '_get_protocol_attrs': _generic,
    '_ASSERT_NEVER_REPR_MAX_LENGTH': _decorators, 'NamedTuple': _records, 'TypedDict': _records, 'is_typeddict': _records,
    'ParamSpec': _parameters, 'ParamSpecArgs': _parameters, 'ParamSpecKwargs': _parameters,
    'T': _parameters, 'KT': _parameters, 'VT': _parameters, 'T_co': _parameters, 'V_co': _parameters,
    'VT_co': _parameters, 'T_contra': _parameters, 'CT_co': _parameters, 'TypeVarTuple': _parameters, 'ForwardRef': _hints, 'get_type_hints': _hints,
}


if sys.version_info >= (3, 12):
    _elsewhere['TypeAliasType'] = _alias
if sys.version_info >= (3, 13):
    _elsewhere['NoDefault'] = _parameters


def __getattr__(name):
    if name in _elsewhere:
        module = _elsewhere[name]()
    elif name in __all__:
        module = _decorators()
    else:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    value = getattr(module, name)
    import typing
    setattr(typing, name, value)
    return value
