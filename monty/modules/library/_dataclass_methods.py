"""The methods of dataclasses: closures over the names of the fields, but for __init__, which is called most and whose
parameters only source can tell. Those that compare and hash are marked (_fieldwise): the machine answers for them
where it can.
"""

import sys

from _monty import _attribute_values, _fieldwise, _generated_function

_set = object.__setattr__


class FrozenInstanceError(AttributeError):
    """What assigning to a field of a frozen dataclass raises."""

    __module__ = 'dataclasses'


class _MISSING_TYPE:
    __module__ = 'dataclasses'


MISSING = _MISSING_TYPE()


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


# The default of a parameter whose field has a default_factory.
HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _FieldKind:
    """What an annotation stands for."""

    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FieldKind('_FIELD')
_FIELD_CLASSVAR = _FieldKind('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FieldKind('_FIELD_INITVAR')


# --- __init__ --------------------------------------------------------------------------------------------------------

def make_init(init_fields, positional, keywords, frozen, has_post_init):
    """The method __init__ of a dataclass.

    init_fields: fields and InitVars in order; positional and keywords: those that are parameters.
    """
    seen_default = None
    for made in positional:
        if made.default is not MISSING or made.default_factory is not MISSING:
            seen_default = made.name
        elif seen_default is not None:
            if sys.version_info >= (3, 12):
                raise TypeError(f'non-default argument {made.name!r} follows default argument {seen_default!r}')
            raise TypeError(f'non-default argument {made.name!r} follows default argument')
    parameters = positional + keywords
    for made in init_fields:
        if not made.name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {made.name!r}')
    function = _generated_init(init_fields, positional, keywords, frozen, has_post_init)
    annotations = {made.name: made.type for made in parameters}
    annotations['return'] = None
    function.__annotations__ = annotations
    return function


def _generated_init(init_fields, positional, keywords, frozen, has_post_init):
    """As CPython's: the source of a function, whose constants are arguments of the function around it."""
    constants = []
    variables = []

    def constant(value):
        constants.append(value)
        return f'__dataclass_constant_{len(constants) - 1}__'

    def parameter(made):
        if made.default is not MISSING:
            return f'{made.name}={constant(made.default)}'
        if made.default_factory is not MISSING:
            return f'{made.name}={constant(HAS_DEFAULT_FACTORY)}'
        return made.name

    own = '__dataclass_self__' if any([made.name == 'self' for made in init_fields]) else 'self'
    listed = [own] + [parameter(made) for made in positional]
    if keywords:
        listed.append('*')
        listed += [parameter(made) for made in keywords]
    store = constant(_set) if frozen else None
    lines = []
    for made in init_fields:
        name = made.name
        if made._field_type is _FIELD_INITVAR:
            variables.append(name if made.init else constant(made.default))
            continue
        if made.init and made.default_factory is not MISSING:
            value = f'{constant(made.default_factory)}() if {name} is {constant(HAS_DEFAULT_FACTORY)} else {name}'
        elif made.init:
            value = name
        elif made.default_factory is not MISSING:
            value = f'{constant(made.default_factory)}()'
        elif made.default is not MISSING:
            # With slots there is no class attribute that could be the default.
            lines.append(f'if not {constant(hasattr)}({own}, {name!r}):')
            value = constant(made.default)
            lines.append(f' {store}({own}, {name!r}, {value})' if frozen else f' {own}.{name} = {value}')
            continue
        else:
            continue
        lines.append(f'{store}({own}, {name!r}, {value})' if frozen else f'{own}.{name} = {value}')
    if has_post_init:
        lines.append(f'{own}.__post_init__({", ".join(variables)})')
    body = '\n  '.join(lines or ['pass'])
    around = ', '.join([f'__dataclass_constant_{place}__' for place in range(len(constants))])
    return _generated_function(f'def make({around}):\n def __init__({", ".join(listed)}):\n  {body}\n return __init__\n')(
        *constants)


# --- the others ------------------------------------------------------------------------------------------------------

# Objects whose repr is being made.
_shown = []


def recursive_repr(function):
    """Decorator of a __repr__: an object that holds itself is shown as ... there."""
    def __repr__(self):
        for other in _shown:
            if other is self:
                return '...'
        _shown.append(self)
        try:
            return function(self)
        finally:
            _shown.pop()
    return __repr__


def make_repr(names):
    """The method __repr__: as recursive_repr makes one, but with the text of the fields in it."""
    fields = ', '.join([f'{name}={{self.{name}!r}}' for name in names])
    return _generated_function(
        'def make(shown):\n'
        ' def __repr__(self):\n'
        '  for other in shown:\n'
        "   if other is self:\n"
        "    return '...'\n"
        '  shown.append(self)\n'
        '  try:\n'
        f"   return f'{{self.__class__.__qualname__}}({fields})'\n"
        '  finally:\n'
        '   shown.pop()\n'
        ' return __repr__\n')(_shown)


if sys.version_info >= (3, 13):
    def make_eq(names):
        """The method __eq__."""
        names = tuple(names)

        def __eq__(self, other):
            if self is other:
                return True
            if other.__class__ is not self.__class__:
                return NotImplemented
            for name in names:
                if not getattr(self, name) == getattr(other, name):
                    return False
            return True
        return _fieldwise(__eq__)
else:
    def make_eq(names):
        """The method __eq__."""
        names = tuple(names)

        def __eq__(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return _attribute_values(self, names) == _attribute_values(other, names)
        return _fieldwise(__eq__)


def make_order(operator, names):
    """One of __lt__, __le__, __gt__, __ge__."""
    names = tuple(names)
    if operator == '__lt__':
        def compare(self, other):
            if other.__class__ is self.__class__:
                return _attribute_values(self, names) < _attribute_values(other, names)
            return NotImplemented
    elif operator == '__le__':
        def compare(self, other):
            if other.__class__ is self.__class__:
                return _attribute_values(self, names) <= _attribute_values(other, names)
            return NotImplemented
    elif operator == '__gt__':
        def compare(self, other):
            if other.__class__ is self.__class__:
                return _attribute_values(self, names) > _attribute_values(other, names)
            return NotImplemented
    else:
        def compare(self, other):
            if other.__class__ is self.__class__:
                return _attribute_values(self, names) >= _attribute_values(other, names)
            return NotImplemented
    compare.__name__ = operator
    return _fieldwise(compare)


def make_hash(names):
    """The method __hash__."""
    names = tuple(names)

    def __hash__(self):
        return hash(_attribute_values(self, names))
    return _fieldwise(__hash__)


def make_setattr(cls, names):
    """The method __setattr__ of a frozen class."""
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)
    return __setattr__


def make_delattr(cls, names):
    """The method __delattr__ of a frozen class."""
    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)
    return __delattr__
