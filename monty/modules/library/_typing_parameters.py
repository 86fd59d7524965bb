"""ParamSpec and TypeVarTuple of the module typing."""

import sys
from typing import Concatenate, TypeVar, Unpack, get_origin

# Those that the module itself uses have always been there for others too.
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
V_co = TypeVar('V_co', covariant=True)
VT_co = TypeVar('VT_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
CT_co = TypeVar('CT_co', covariant=True, bound=type)


class _NoDefaultType:
    """The type of NoDefault, which a type parameter without a default has as its default."""

    __module__ = 'typing'
    __slots__ = ()

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return 'typing.NoDefault'


_NoDefaultType.__name__ = _NoDefaultType.__qualname__ = 'NoDefaultType'
NoDefault = object.__new__(_NoDefaultType)


class _Parameter:
    """What ParamSpec and TypeVarTuple have in common: a default, which may still have to be evaluated."""

    __module__ = 'typing'

    @classmethod
    def _declared(cls, name, evaluate):
        self = cls(name)
        self._evaluate = evaluate
        if cls is ParamSpec:
            self.__infer_variance__ = True
        return self

    if sys.version_info >= (3, 13):

        @property
        def __default__(self):
            if self._evaluate is not None:
                self._fallback = self._evaluate()
                self._evaluate = None
            return self._fallback

        def has_default(self):
            """Is there a default?"""
            return self._evaluate is not None or self._fallback is not NoDefault


class ParamSpecArgs:
    """P.args of a ParamSpec P."""

    __module__ = 'typing'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'

    def __eq__(self, other):
        if not isinstance(other, ParamSpecArgs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __hash__(self):
        return hash(self.__origin__)


class ParamSpecKwargs:
    """P.kwargs of a ParamSpec P."""

    __module__ = 'typing'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'

    def __eq__(self, other):
        if not isinstance(other, ParamSpecKwargs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __hash__(self):
        return hash(self.__origin__)


class ParamSpec(_Parameter):
    """Stands for the parameters of a callable."""

    __module__ = 'typing'

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        if not isinstance(name, str):
            raise TypeError(f"ParamSpec() argument 'name' must be str, not {type(name).__name__}")
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self._fallback = default
        self._evaluate = None
        self.__module__ = '__main__'

    @property
    def args(self):
        """The positional arguments, for an annotation of *args."""
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        """The keyword arguments, for an annotation of **kwargs."""
        return ParamSpecKwargs(self)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(arg)
        if arg is ... or isinstance(arg, ParamSpec) or get_origin(arg) is Concatenate:
            return arg
        raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of ParamSpec')


class TypeVarTuple(_Parameter):
    """Stands for any number of types."""

    __module__ = 'typing'

    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self.__module__ = '__main__'
        self._fallback = default
        self._evaluate = None

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of TypeVarTuple')
