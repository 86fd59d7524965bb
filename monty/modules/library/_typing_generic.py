"""Generic and Protocol of the module typing."""

import sys
from abc import ABCMeta
from typing import Concatenate, TypeVar, Unpack, get_origin

_GenericAlias = type(list[int])
_missing = object()

# --- Generic ----------------------------------------------------------------------------------------------------------

def _is_variable(x):
    return type(x).__name__ in ('TypeVar', 'ParamSpec', 'TypeVarTuple') or get_origin(x) is Unpack


def _listed(types):
    return ', '.join([str(variable) for variable in types])


def _check_count(cls, parameters, wanted):
    if len(parameters) == len(wanted):
        return
    for variable in wanted:
        if type(variable).__name__ == 'TypeVarTuple':
            return
        if type(variable).__name__ == 'ParamSpec' and len(wanted) == 1:
            return
    amount = 'many' if len(parameters) > len(wanted) else 'few'
    expected = 'expected at least' if amount == 'few' and sys.version_info >= (3, 13) else 'expected'
    raise TypeError(f'Too {amount} arguments for {cls!r}; actual {len(parameters)}, {expected} {len(wanted)}')


class Generic:
    """Abstract base class for generic types: class Stack(Generic[T])."""

    __module__ = 'typing'
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if cls is Generic or (cls.__dict__.get('_is_protocol') and cls.__name__ == 'Protocol'
                              and cls.__module__ == 'typing'):
            name = cls.__name__
            if not parameters:
                raise TypeError(f'Parameter list to {name}[...] cannot be empty')
            for parameter in parameters:
                if not _is_variable(parameter):
                    raise TypeError(f'Parameters to {name}[...] must all be type variables or parameter specification '
                                    'variables.')
            if len(set(parameters)) != len(parameters):
                raise TypeError(f'Parameters to {name}[...] must all be unique')
        else:
            wanted = getattr(cls, '__parameters__', ())
            if not wanted:
                raise TypeError(f'{cls!r} is not a generic class')
            if len(wanted) == 1 and type(wanted[0]).__name__ == 'ParamSpec' and not (
                    len(parameters) == 1 and (parameters[0] is ... or isinstance(parameters[0], (list, tuple))
                                              or type(parameters[0]).__name__ == 'ParamSpec'
                                              or get_origin(parameters[0]) is Concatenate)):
                parameters = (parameters,)
            parameters = tuple([tuple(parameter) if isinstance(parameter, list) else parameter
                                for parameter in parameters])
            _check_count(cls, parameters, wanted)
        return _GenericAlias(cls, parameters)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is None:
            if Generic in cls.__bases__ and cls.__name__ != 'Protocol':
                raise TypeError('Cannot inherit from plain Generic')
            cls.__parameters__ = ()
            return
        if Generic in bases and cls.__name__ != 'Protocol':
            raise TypeError('Cannot inherit from plain Generic')
        cls.__parameters__ = _collect_parameters(bases)


def _collect_parameters(bases):
    """The type variables of a class with these bases, in the order in which they stand there."""
    found = []
    declared = None
    for base in bases:
        for variable in getattr(base, '__parameters__', ()) if type(base) is _GenericAlias else ():
            if variable not in found:
                found.append(variable)
        origin = getattr(base, '__origin__', None) if type(base) is _GenericAlias else None
        if origin is Generic or origin is Protocol:
            if declared is not None and origin is Generic:
                raise TypeError('Cannot inherit from Generic[...] multiple times.')
            declared = [getattr(variable, '__args__', (variable,))[0] for variable in base.__args__]
            name = origin.__name__
    if declared is None:
        return tuple(found)
    missing = [variable for variable in found if variable not in declared]
    if missing:
        raise TypeError(f'Some type variables ({_listed(missing)}) are not listed in {name}[{_listed(declared)}]')
    return tuple(declared)


Protocol = None


# --- Protocol ---------------------------------------------------------------------------------------------------------

_not_members = frozenset({
    '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__', '__slots__',
    '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__', '__parameters__', '__orig_bases__',
    '__orig_class__', '_is_protocol', '_is_runtime_protocol', '__protocol_attrs__', '__init_subclass__', '_abc_impl',
    '__non_callable_proto_members__', '__type_params__', '__static_attributes__', '__firstlineno__', '__qualname__',
    '__callable_proto_members_only__', '__final__',
})


def _protocol_members(cls):
    """The names of what a class must have to fit the protocol."""
    names = set()
    for base in cls.__mro__[:-1]:
        if base is Protocol or base is Generic:
            continue
        for name in [*base.__dict__, *base.__dict__.get('__annotations__', {})]:
            if name not in _not_members and not name.startswith('_abc_'):
                names.add(name)
    return names


_get_protocol_attrs = _protocol_members


def _data_members(cls):
    """Those members that are no methods."""
    return [name for name in _protocol_members(cls) if not callable(getattr(cls, name, None))]


def _no_protocol_init(self, *args, **kwargs):
    """The __init__ of protocols. A class that inherits it and is no protocol gets its next one at the first call."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is not _no_protocol_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_protocol_init)
        if init is not _no_protocol_init:
            cls.__init__ = init
            break
    cls.__init__(self, *args, **kwargs)


class _ProtocolMeta(ABCMeta):
    """The metaclass of protocols and of the classes that inherit from one."""

    __module__ = 'typing'

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not cls.__dict__.get('_is_protocol', False):
            return ABCMeta.__instancecheck__(cls, instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if ABCMeta.__subclasscheck__(cls, type(instance)) or (
                instance.__class__ is not type(instance) and ABCMeta.__subclasscheck__(cls, instance.__class__)):
            return True
        for name in _protocol_members(cls):
            value = getattr(instance, name, _missing)
            if value is _missing or (value is None and callable(getattr(cls, name, None))):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if not isinstance(other, type):
            raise TypeError('issubclass() arg 1 must be a class')
        if not cls.__dict__.get('_is_protocol', False):
            return ABCMeta.__subclasscheck__(cls, other)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        data = _data_members(cls)
        if data:
            message = "Protocols with non-method members don't support issubclass()"
            if sys.version_info >= (3, 13):
                message += f'. Non-method members: {str(sorted(data))[1:-1]}.'
            raise TypeError(message)
        return ABCMeta.__subclasscheck__(cls, other)


def _structural_check(protocol):
    """The __subclasshook__ of a class that derives from Protocol."""
    def check(other):
        if protocol.__dict__.get('_is_protocol', False) and _fits(protocol, other):
            return True
        return NotImplemented
    return check


def _fits(protocol, other):
    """Whether the class has all members of the protocol."""
    for name in _protocol_members(protocol):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return False
                break
            if name in base.__dict__.get('__annotations__', ()) and getattr(other, '_is_protocol', False):
                break
        else:
            return False
    return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes: what has their members fits them."""

    __module__ = 'typing'
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = Protocol in cls.__bases__
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = _structural_check(cls)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base is object or base is Generic or getattr(base, '_is_protocol', False)
                    or base.__module__ in ('collections.abc', 'contextlib')):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        if '__init__' not in cls.__dict__:
            cls.__init__ = _no_protocol_init


def runtime_checkable(cls):
    """Class decorator: the protocol can be asked with isinstance() and issubclass()."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not cls.__dict__.get('_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    """Whether it is a protocol class."""
    return isinstance(tp, type) and tp.__dict__.get('_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names of the members that a protocol demands."""
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(_protocol_members(tp))


def _one_method_protocol(name, method):
    """A runtime protocol with that method."""
    def declared(self):
        pass
    declared.__name__ = method
    declared.__qualname__ = f'{name}.{method}'
    declared.__isabstractmethod__ = True
    bases = (Protocol,)
    made = _ProtocolMeta(name, bases, {'__module__': 'typing', '__qualname__': name, '__slots__': (), method: declared,
                                       '__doc__': f'An ABC with one abstract method {method}.'})
    if name in ('SupportsAbs', 'SupportsRound'):
        made.__parameters__ = (TypeVar('T_co', covariant=True),)
    return runtime_checkable(made)


SupportsInt = _one_method_protocol('SupportsInt', '__int__')
SupportsFloat = _one_method_protocol('SupportsFloat', '__float__')
SupportsComplex = _one_method_protocol('SupportsComplex', '__complex__')
SupportsBytes = _one_method_protocol('SupportsBytes', '__bytes__')
SupportsIndex = _one_method_protocol('SupportsIndex', '__index__')
SupportsAbs = _one_method_protocol('SupportsAbs', '__abs__')
SupportsRound = _one_method_protocol('SupportsRound', '__round__')
