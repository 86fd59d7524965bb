"""TypeAliasType of the module typing: what type statements make."""

from typing import Union

_GenericAlias = type(list[int])


class TypeAliasType:
    """A type under another name; its value is evaluated when it is first asked for."""

    __module__ = 'typing'

    def __new__(cls, name, value, *, type_params=()):
        if not isinstance(name, str):
            raise TypeError(f"typealias() argument 'name' must be str, not {type(name).__name__}")
        if not isinstance(type_params, tuple):
            raise TypeError('type_params must be a tuple')
        self = object.__new__(cls)
        self._name = name
        self._type_params = type_params
        self._value = value
        self._evaluate = None
        self.__module__ = '__main__'
        return self

    def __init_subclass__(cls, **keywords):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")

    @staticmethod
    def _declared(name, type_params, evaluate):
        self = TypeAliasType(name, None, type_params=type_params)
        self._evaluate = evaluate
        return self

    @property
    def __name__(self):
        return self._name

    @property
    def __type_params__(self):
        return self._type_params

    @property
    def __parameters__(self):
        found = []
        for parameter in self._type_params:
            if type(parameter).__name__ == 'TypeVarTuple':
                found.extend(parameter)
            else:
                found.append(parameter)
        return tuple(found)

    @property
    def __value__(self):
        if self._evaluate is not None:
            self._value = self._evaluate()
            self._evaluate = None
        return self._value

    def __repr__(self):
        return self._name

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __getitem__(self, parameters):
        if not self._type_params:
            raise TypeError('Only generic type aliases are subscriptable')
        return _GenericAlias(self, parameters)
