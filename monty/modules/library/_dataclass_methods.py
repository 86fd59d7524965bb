"""The methods of dataclasses. They are closures over the names of the fields: no source is made and compiled.

make_init() is the seam for a faster way: it alone knows how arguments become fields.
"""

import sys

_builtin_setattr = setattr
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

def make_init(cls, init_fields, positional, keywords, frozen, has_post_init):
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
    names = [made.name for made in positional]
    plain = (not keywords and not has_post_init and not frozen and len(init_fields) == len(positional)
             and not any([made._field_type is _FIELD_INITVAR for made in init_fields]))
    bind = _make_binder(cls, positional, keywords)
    if plain:
        function = _plain_init(names, bind)
    else:
        function = _full_init(init_fields, names + [made.name for made in keywords], bind, frozen, has_post_init)
    function.__name__ = '__init__'
    annotations = {made.name: made.type for made in positional + keywords}
    annotations['return'] = None
    function.__annotations__ = annotations
    return function


def _make_binder(cls, positional, keywords):
    """bind(function, args, given): the values of all parameters in order, or the TypeError of a call that does not fit."""
    names = [made.name for made in positional]
    keyword_names = [made.name for made in keywords]
    all_names = names + keyword_names
    known = set(all_names)
    defaults = {}
    factories = {}
    for made in positional + keywords:
        if made.default is not MISSING:
            defaults[made.name] = made.default
        elif made.default_factory is not MISSING:
            factories[made.name] = made.default_factory
    required = [name for name in names if name not in defaults and name not in factories]

    def bind(function, args, given):
        values = {}
        for name, value in zip(names, args):
            values[name] = value
        if given:
            for name, value in given.items():
                if name not in known:
                    raise TypeError(f'{function.__qualname__}() got an unexpected keyword argument {name!r}')
                if name in values:
                    raise TypeError(f'{function.__qualname__}() got multiple values for argument {name!r}')
                values[name] = value
        if len(args) > len(names):
            raise TypeError(_too_many(function.__qualname__, names, required, args, keyword_names, given))
        if len(values) == len(all_names):
            return [values[name] for name in all_names]
        found = []
        for name in all_names:
            if name in values:
                found.append(values[name])
            elif name in defaults:
                found.append(defaults[name])
            elif name in factories:
                found.append(factories[name]())
            else:
                kind, group = ('positional', names) if name in names else ('keyword-only', keyword_names)
                missing = [other for other in group
                           if other not in values and other not in defaults and other not in factories]
                raise TypeError(_missing_arguments(function.__qualname__, kind, missing))
        return found
    return bind


def _missing_arguments(name, kind, missing):
    quoted = [repr(argument) for argument in missing]
    if len(quoted) == 1:
        listed = quoted[0]
    elif len(quoted) == 2:
        listed = f'{quoted[0]} and {quoted[1]}'
    else:
        listed = f'{", ".join(quoted[:-1])}, and {quoted[-1]}'
    return (f'{name}() missing {len(quoted)} required {kind} argument{"" if len(quoted) == 1 else "s"}: {listed}')


def _too_many(name, names, required, args, keyword_names, given):
    most = len(names) + 1
    least = len(required) + 1
    takes = str(most) if least == most else f'from {least} to {most}'
    plural = 's' if most != 1 or least != most else ''
    count = len(args) + 1
    given_keywords = len([keyword for keyword in keyword_names if keyword in given])
    if given_keywords:
        was = (f'{count} positional argument{"s" if count != 1 else ""} (and {given_keywords} keyword-only '
               f'argument{"s" if given_keywords != 1 else ""}) were')
    else:
        was = f'{count} {"was" if count == 1 else "were"}'
    return f'{name}() takes {takes} positional argument{plural} but {was} given'


def _plain_init(names, bind):
    """For fields that are all parameters, in the order of the parameters."""
    count = len(names)
    if count == 1:
        first, = names

        def __init__(self, /, *args, **given):
            if given or len(args) != 1:
                args = bind(__init__, args, given)
            _builtin_setattr(self, first, args[0])
    elif count == 2:
        first, second = names

        def __init__(self, /, *args, **given):
            if given or len(args) != 2:
                args = bind(__init__, args, given)
            _builtin_setattr(self, first, args[0])
            _builtin_setattr(self, second, args[1])
    elif count == 3:
        first, second, third = names

        def __init__(self, /, *args, **given):
            if given or len(args) != 3:
                args = bind(__init__, args, given)
            _builtin_setattr(self, first, args[0])
            _builtin_setattr(self, second, args[1])
            _builtin_setattr(self, third, args[2])
    else:
        def __init__(self, /, *args, **given):
            if given or len(args) != count:
                args = bind(__init__, args, given)
            for name, value in zip(names, args):
                _builtin_setattr(self, name, value)
    return __init__


def _full_init(init_fields, parameters, bind, frozen, has_post_init):
    """For anything: InitVars, fields that are not parameters, keyword-only ones, frozen classes, __post_init__."""
    places = {name: place for place, name in enumerate(parameters)}
    # (name, place among the parameters or -1, default_factory or the default)
    stored = []
    variables = []
    for made in init_fields:
        place = places.get(made.name, -1) if made.init else -1
        if made._field_type is _FIELD_INITVAR:
            variables.append((place, made.default))
        elif place >= 0:
            stored.append((made.name, place, None))
        elif made.default_factory is not MISSING:
            stored.append((made.name, -1, made.default_factory))
        elif made.default is not MISSING:
            # With slots there is no class attribute that could be the default.
            stored.append((made.name, -2, made.default))
    set_field = _set if frozen else _builtin_setattr

    def __init__(self, /, *args, **given):
        values = bind(__init__, args, given)
        for name, place, source in stored:
            if place >= 0:
                set_field(self, name, values[place])
            elif place == -1:
                set_field(self, name, source())
            elif not hasattr(self, name):
                set_field(self, name, source)
        if has_post_init:
            self.__post_init__(*[values[place] if place >= 0 else default for place, default in variables])
    return __init__


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
    """The method __repr__."""
    prefixes = [(f'{"" if place == 0 else ", "}{name}=', name) for place, name in enumerate(names)]

    @recursive_repr
    def __repr__(self):
        text = self.__class__.__qualname__ + '('
        for prefix, name in prefixes:
            text += prefix + repr(getattr(self, name))
        return text + ')'
    return __repr__


if sys.version_info >= (3, 13):
    def make_eq(names):
        """The method __eq__."""
        def __eq__(self, other):
            if self is other:
                return True
            if other.__class__ is not self.__class__:
                return NotImplemented
            for name in names:
                if not getattr(self, name) == getattr(other, name):
                    return False
            return True
        return __eq__
else:
    def make_eq(names):
        """The method __eq__."""
        def __eq__(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            # as tuples are compared: an object equals itself
            for name in names:
                mine = getattr(self, name)
                theirs = getattr(other, name)
                if mine is not theirs and not mine == theirs:
                    return False
            return True
        return __eq__


def _values(obj, names):
    return tuple([getattr(obj, name) for name in names])


def make_order(operator, names):
    """One of __lt__, __le__, __gt__, __ge__."""
    if operator == '__lt__':
        def compare(self, other):
            if other.__class__ is self.__class__:
                return _values(self, names) < _values(other, names)
            return NotImplemented
    elif operator == '__le__':
        def compare(self, other):
            if other.__class__ is self.__class__:
                return _values(self, names) <= _values(other, names)
            return NotImplemented
    elif operator == '__gt__':
        def compare(self, other):
            if other.__class__ is self.__class__:
                return _values(self, names) > _values(other, names)
            return NotImplemented
    else:
        def compare(self, other):
            if other.__class__ is self.__class__:
                return _values(self, names) >= _values(other, names)
            return NotImplemented
    compare.__name__ = operator
    return compare


def make_hash(names):
    """The method __hash__."""
    def __hash__(self):
        return hash(_values(self, names))
    return __hash__


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
