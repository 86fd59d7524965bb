"""The module dataclasses: classes whose methods follow from their annotated fields."""

import sys
from copy import deepcopy
from types import FunctionType, GenericAlias, MappingProxyType, new_class
from _dataclass_methods import (FrozenInstanceError, HAS_DEFAULT_FACTORY, MISSING, _FIELD, _FIELD_CLASSVAR,
                                _FIELD_INITVAR, make_delattr, make_eq, make_init, make_order, make_hash, make_repr,
                                make_setattr, recursive_repr)

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'


# --- fields ----------------------------------------------------------------------------------------------------------

class _KW_ONLY_TYPE:
    pass


# As an annotation: the fields that follow are keyword-only.
KW_ONLY = _KW_ONLY_TYPE()


class InitVar:
    """An annotation InitVar[T] is a parameter of __init__() that __post_init__() gets; it is no field."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
            return f'dataclasses.InitVar[{self.type.__name__}]'
        return f'dataclasses.InitVar[{self.type!r}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known about one field of a dataclass. field() makes them."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only',
                 '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _no_metadata if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr
    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},'
                f'compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},'
                f'_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        # The default may be a descriptor that wants to know its name.
        hook = getattr(type(self.default), '__set_name__', None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


_no_metadata = MappingProxyType({})


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Say more about a field than its annotation and default do. It is assigned in the class body."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _DataclassParams:
    """The arguments that dataclass() was given."""

    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                 'weakref_slot')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    if sys.version_info >= (3, 12):
        def __repr__(self):
            return (f'_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},'
                    f'unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r},match_args={self.match_args!r},'
                    f'kw_only={self.kw_only!r},slots={self.slots!r},weakref_slot={self.weakref_slot!r})')
    else:
        def __repr__(self):
            return (f'_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},'
                    f'unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})')


def _annotation_is(annotation, module, name, check):
    """Whether an annotation is that of the module, given as a value or as text."""
    if not isinstance(annotation, str):
        return check(annotation)
    # A text is only looked at: the name, or the module's name, a dot and the name; what follows does not matter.
    head, dot, rest = annotation.partition('.')
    if dot and head.strip() == module:
        annotation = rest
    annotation = annotation.lstrip()
    return annotation.startswith(name) and not annotation[len(name):len(name) + 1].isalnum()


def _is_classvar(annotation):
    text = str(annotation) if not isinstance(annotation, type) else ''
    return text == 'typing.ClassVar' or text.startswith('typing.ClassVar[')


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY


def _field_of(cls, name, annotation, kw_only):
    """The Field for one annotation of the class body."""
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ == 'member_descriptor':
            # a name in __slots__ is no default
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _FIELD
    if _annotation_is(annotation, 'typing', 'ClassVar', _is_classvar):
        made._field_type = _FIELD_CLASSVAR
    elif _annotation_is(annotation, 'dataclasses', 'InitVar', _is_initvar):
        made._field_type = _FIELD_INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if made._field_type is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: use default_factory')
    return made


# --- dataclass -------------------------------------------------------------------------------------------------------

def _set_new(cls, name, value):
    """Give the class the attribute unless its body did. Whether it did."""
    if name in cls.__dict__:
        return True
    if isinstance(value, FunctionType):
        value.__qualname__ = f'{cls.__qualname__}.{value.__name__}'
        value.__module__ = cls.__module__
    setattr(cls, name, value)
    return False


def _collect_fields(cls, kw_only):
    """(all fields by name, those of the bases that are dataclasses first; any base frozen; all of them frozen)."""
    collected = {}
    any_frozen = False
    all_frozen = None
    has_dataclass_base = False
    for base in reversed(cls.__mro__[1:]):
        base_fields = base.__dict__.get(_FIELDS) if sys.version_info >= (3, 12) else getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_base = True
            for made in base_fields.values():
                collected[made.name] = made
            if all_frozen is None:
                all_frozen = True
            frozen = getattr(base, _PARAMS).frozen
            all_frozen = all_frozen and frozen
            any_frozen = any_frozen or frozen
    annotations = cls.__dict__.get('__annotations__', {})
    own = []
    seen_marker = False
    for name, annotation in annotations.items():
        if _annotation_is(annotation, 'dataclasses', 'KW_ONLY', _is_kw_only):
            if seen_marker:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_marker = True
            kw_only = True
        else:
            own.append(_field_of(cls, name, annotation, kw_only))
    for made in own:
        collected[made.name] = made
        # The class attribute is the default, or is not there.
        if isinstance(getattr(cls, made.name, None), Field):
            if made.default is MISSING:
                delattr(cls, made.name)
            else:
                setattr(cls, made.name, made.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return collected, has_dataclass_base, any_frozen, bool(all_frozen)


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    parameters = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    setattr(cls, _PARAMS, parameters)
    collected, has_dataclass_base, any_frozen, all_frozen = _collect_fields(cls, kw_only)
    if has_dataclass_base:
        if any_frozen and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if frozen and not (all_frozen if sys.version_info >= (3, 12) else any_frozen):
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, collected)
    # __eq__ in a class body sets __hash__ to None: that is not the class's own wish.
    own_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (own_hash is MISSING or (own_hash is None and '__eq__' in cls.__dict__))
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    all_init = [made for made in collected.values() if made._field_type in (_FIELD, _FIELD_INITVAR)]
    positional = [made for made in all_init if made.init and not made.kw_only]
    keywords = [made for made in all_init if made.init and made.kw_only]
    real = [made for made in collected.values() if made._field_type is _FIELD]
    if init:
        _set_new(cls, '__init__', make_init(all_init, positional, keywords, frozen, hasattr(cls, _POST_INIT_NAME)))
    if sys.version_info >= (3, 13):
        _set_new(cls, '__replace__', _replace)
    if repr:
        _set_new(cls, '__repr__', make_repr([made.name for made in real if made.repr]))
    compared = [made.name for made in real if made.compare]
    if eq:
        _set_new(cls, '__eq__', make_eq(compared))
    if order:
        for name in ('__lt__', '__le__', '__gt__', '__ge__'):
            if _set_new(cls, name, make_order(name, compared)):
                end = '' if sys.version_info >= (3, 13) else '.'
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}{end} Consider using '
                                'functools.total_ordering')
    if frozen:
        names = {made.name for made in real}
        for name, function in (('__setattr__', make_setattr(cls, names)), ('__delattr__', make_delattr(cls, names))):
            if _set_new(cls, name, function):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
    _process_hash(cls, real, unsafe_hash, eq, frozen, has_explicit_hash)
    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _signature_text(cls, positional, keywords)
    if match_args:
        _set_new(cls, '__match_args__', tuple([made.name for made in positional]))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, real)
    _update_abstract(cls)
    return cls


def _process_hash(cls, real, unsafe_hash, eq, frozen, has_explicit_hash):
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    elif not eq or has_explicit_hash:
        return
    elif not frozen:
        cls.__hash__ = None
        return
    names = [made.name for made in real if (made.compare if made.hash is None else made.hash)]
    function = make_hash(names)
    function.__qualname__ = f'{cls.__qualname__}.__hash__'
    function.__module__ = cls.__module__
    cls.__hash__ = function


def _update_abstract(cls):
    if hasattr(cls, '__abstractmethods__'):
        from abc import update_abstractmethods
        update_abstractmethods(cls)


def _annotation_text(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        if annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    text = repr(annotation)
    return text.replace('typing.', '') if text.startswith('typing.') or 'typing.' in text else text


def _signature_text(cls, positional, keywords):
    """(a: int, b: str = 'x', *, c: int = 1): what __doc__ shows."""
    if cls.__init__ is object.__init__:
        return '()'
    parts = []
    for made in positional + keywords:
        if made.kw_only and '*' not in parts:
            parts.append('*')
        text = f'{made.name}: {_annotation_text(made.type)}'
        if made.default is not MISSING:
            text += f' = {made.default!r}'
        elif made.default_factory is not MISSING:
            text += ' = <factory>'
        parts.append(text)
    return f'({", ".join(parts)})'


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Make a class of annotated names a record: see the options of _DataclassParams."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


# --- slots -----------------------------------------------------------------------------------------------------------

def _slots_of(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return ()
    if isinstance(slots, str):
        return (slots,)
    if not hasattr(slots, '__next__'):
        return tuple(slots)
    raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _add_slots(cls, frozen, weakref_slot, real):
    """The class once more, with __slots__."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    contents = dict(cls.__dict__)
    names = [made.name for made in real]
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(_slots_of(base))
    slots = [name for name in names + (['__weakref__'] if weakref_slot else []) if name not in inherited]
    contents['__slots__'] = tuple(slots)
    for name in names:
        contents.pop(name, None)
    contents.pop('__dict__', None)
    contents.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    made = type(cls)(cls.__name__, cls.__bases__, contents)
    if qualname is not None:
        made.__qualname__ = qualname
    if frozen:
        if '__getstate__' not in contents:
            made.__getstate__ = _dataclass_getstate
        if '__setstate__' not in contents:
            made.__setstate__ = _dataclass_setstate
        # Their check names the class that they belong to.
        own = {made_field.name for made_field in real}
        for name, make in (('__setattr__', make_setattr), ('__delattr__', make_delattr)):
            function = make(made, own)
            function.__qualname__ = f'{made.__qualname__}.{name}'
            setattr(made, name, function)
    return made


def _dataclass_getstate(self):
    return [getattr(self, made.name) for made in fields(self)]


def _dataclass_setstate(self, state):
    for made, value in zip(fields(self), state):
        object.__setattr__(self, made.name, value)


# --- functions of dataclasses ----------------------------------------------------------------------------------------

def fields(class_or_instance):
    """A tuple of the Fields of a dataclass or of an instance of one."""
    try:
        collected = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([made for made in collected.values() if made._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


_atomic = {type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type(len),
           FunctionType, range, property, type}


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance as a new dict; dataclasses, lists, tuples and dicts in them at any depth as well."""
    if not _is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _asdict(obj, dict_factory)


def _asdict(obj, dict_factory):
    cls = type(obj)
    if cls in _atomic:
        return obj
    if hasattr(cls, _FIELDS):
        pairs = [(made.name, _asdict(getattr(obj, made.name), dict_factory)) for made in fields(obj)]
        return dict(pairs) if dict_factory is dict else dict_factory(pairs)
    if cls is list:
        return [_asdict(item, dict_factory) for item in obj]
    if cls is dict:
        return {_asdict(key, dict_factory): _asdict(value, dict_factory) for key, value in obj.items()}
    if isinstance(obj, tuple):
        items = [_asdict(item, dict_factory) for item in obj]
        return cls(*items) if hasattr(obj, '_fields') else cls(items)
    if isinstance(obj, list):
        return cls([_asdict(item, dict_factory) for item in obj])
    if isinstance(obj, dict):
        pairs = [(_asdict(key, dict_factory), _asdict(value, dict_factory)) for key, value in obj.items()]
        return _like_dict(obj, pairs)
    return deepcopy(obj)


def _like_dict(obj, pairs):
    if hasattr(type(obj), 'default_factory'):
        made = type(obj)(getattr(obj, 'default_factory'))
        for key, value in pairs:
            made[key] = value
        return made
    return type(obj)(pairs)


def astuple(obj, *, tuple_factory=tuple):
    """The fields of an instance as a new tuple; dataclasses, lists, tuples and dicts in them at any depth as well."""
    if not _is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _astuple(obj, tuple_factory)


def _astuple(obj, tuple_factory):
    cls = type(obj)
    if cls in _atomic:
        return obj
    if hasattr(cls, _FIELDS):
        return tuple_factory([_astuple(getattr(obj, made.name), tuple_factory) for made in fields(obj)])
    if isinstance(obj, tuple):
        items = [_astuple(item, tuple_factory) for item in obj]
        return cls(*items) if hasattr(obj, '_fields') else cls(items)
    if isinstance(obj, list):
        return cls([_astuple(item, tuple_factory) for item in obj])
    if isinstance(obj, dict):
        return _like_dict(obj, [(_astuple(key, tuple_factory), _astuple(value, tuple_factory))
                                for key, value in obj.items()])
    return deepcopy(obj)


# The words that cannot be names.
_keywords = frozenset(('False None True and as assert async await break class continue def del elif else except finally '
                       'for from global if import in is lambda nonlocal not or pass raise return try while with yield'
                       ).split())


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """Make a dataclass from names: each field is a name, (name, type) or (name, type, Field)."""
    namespace = {} if namespace is None else namespace
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name = item
            annotation = 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if name in _keywords:
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in seen:
            raise TypeError(f'Field name duplicated: {name!r}')
        seen.add(name)
        annotations[name] = annotation

    def fill(contents):
        contents.update(namespace)
        contents.update(defaults)
        contents['__annotations__'] = annotations

    cls = new_class(cls_name, bases, {}, fill)
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A new instance of the same class with other values for some of its fields."""
    if not _is_dataclass_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    _complete(obj, changes)
    return obj.__class__(**changes)


def _complete(obj, changes):
    """Add what is not to change, as the object has it."""
    for made in getattr(obj, _FIELDS).values():
        name = made.name
        kind = made._field_type
        if kind is _FIELD_CLASSVAR:
            continue
        if not made.init:
            if name in changes:
                message = f'field {name} is declared with init=False, it cannot be specified with replace()'
                raise TypeError(message) if sys.version_info >= (3, 13) else ValueError(message)
        elif name not in changes:
            if kind is _FIELD_INITVAR and made.default is MISSING:
                message = f'InitVar {name!r} must be specified with replace()'
                raise TypeError(message) if sys.version_info >= (3, 13) else ValueError(message)
            changes[name] = getattr(obj, name)


def _replace(self, /, **changes):
    _complete(self, changes)
    return self.__class__(**changes)


_replace.__name__ = '__replace__'
