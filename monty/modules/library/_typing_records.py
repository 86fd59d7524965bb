"""NamedTuple and TypedDict of the module typing."""

from typing import Annotated, NotRequired, Required, get_origin

from _typing_generic import Generic

_missing = object()

# --- NamedTuple -------------------------------------------------------------------------------------------------------

_fixed_in_named_tuple = frozenset({'__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                                   '_field_types', '_make', '_replace', '_asdict', '_source'})
_not_copied = frozenset({'__module__', '__name__', '__annotations__', '__qualname__', '__orig_bases__'})


def _make_named_tuple(name, types, module, defaults=()):
    from collections import namedtuple
    made = namedtuple(name, list(types), defaults=defaults, module=module)
    types = {field: _checked_type(annotation, f'field {field} annotation must be a type')
             for field, annotation in types.items()}
    made.__annotations__ = types
    made.__new__.__annotations__ = types
    return made


def _checked_type(annotation, message):
    if annotation is None:
        return type(None)
    return annotation


class _NamedTupleMeta(type):
    """Makes the class of a class statement with the base NamedTuple."""

    def __new__(mcls, name, bases, namespace):
        for base in bases:
            if base is not _NamedTupleBase and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        types = namespace.get('__annotations__', {})
        with_default = []
        for field in types:
            if field in namespace:
                with_default.append(field)
            elif with_default:
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default '
                                f'field{"s" if len(with_default) > 1 else ""} {", ".join(with_default)}')
        made = _make_named_tuple(name, types, namespace['__module__'], [namespace[field] for field in with_default])
        if Generic in bases:
            made = type(name, (made, Generic), {'__slots__': (), '__module__': namespace['__module__'],
                                                '__orig_bases__': namespace.get('__orig_bases__', ()),
                                                '__annotations__': made.__annotations__})
        else:
            made.__orig_bases__ = namespace.get('__orig_bases__', (NamedTuple,))
        if '__qualname__' in namespace:
            made.__qualname__ = namespace['__qualname__']
        for key, value in namespace.items():
            if key in _fixed_in_named_tuple:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in _not_copied and key not in made._fields:
                setattr(made, key, value)
                hook = getattr(type(value), '__set_name__', None)
                if hook is not None:
                    hook(value, made, key)
        return made


class _NamedTupleBase(metaclass=type):
    pass


class _NamedTupleForm:
    """NamedTuple as a base and as a function."""

    __module__ = 'typing'

    def __init__(self):
        self.__name__ = 'NamedTuple'
        self.__qualname__ = 'NamedTuple'

    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        elif kwargs:
            raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
        made = _make_named_tuple(typename, dict(fields), '__main__')
        made.__orig_bases__ = (NamedTuple,)
        return made

    def __mro_entries__(self, bases):
        return (_named_tuple_bases,)

    def __repr__(self):
        return '<function NamedTuple>'


def _new_named_tuple_base():
    """The class that stands for NamedTuple among the bases: its metaclass makes something else of its subclasses."""
    return type.__new__(_NamedTupleMeta, 'NamedTuple', (), {'__module__': 'typing'})


_named_tuple_bases = _NamedTupleBase = _new_named_tuple_base()
NamedTuple = _NamedTupleForm()


# --- TypedDict --------------------------------------------------------------------------------------------------------

class _TypedDictMeta(type):
    """The metaclass of typed dicts: their instances are plain dicts."""

    def __new__(mcls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any([issubclass(base, Generic) for base in bases]) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), namespace)
        own = {key: _checked_type(annotation, '') for key, annotation in namespace.get('__annotations__', {}).items()}
        annotations = {}
        required = set()
        optional = set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
        annotations.update(own)
        for key, annotation in own.items():
            form = get_origin(annotation)
            if form is Annotated:
                form = get_origin(annotation.__args__[0])
            if form is Required or (form is not NotRequired and total):
                required.add(key)
                optional.discard(key)
            else:
                optional.add(key)
                required.discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if '__total__' not in made.__dict__:
            made.__total__ = total
        return made

    def __init__(cls, *args, **kwargs):
        pass

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


class _TypedDictForm:
    """TypedDict as a base and as a function."""

    __module__ = 'typing'

    def __init__(self):
        self.__name__ = 'TypedDict'
        self.__qualname__ = 'TypedDict'

    def __call__(self, typename, fields=_missing, /, *, total=True, **kwargs):
        if fields is _missing or fields is None:
            fields = kwargs
        elif kwargs:
            raise TypeError('TypedDict takes either a dict or keyword arguments, but not both')
        made = _TypedDictMeta(typename, (), {'__annotations__': dict(fields), '__module__': '__main__'}, total=total)
        made.__orig_bases__ = (self,)
        return made

    def __mro_entries__(self, bases):
        return (_typed_dict_base,)

    def __repr__(self):
        return '<function TypedDict>'


_typed_dict_base = type.__new__(_TypedDictMeta, 'TypedDict', (), {'__module__': 'typing'})
TypedDict = _TypedDictForm()


def is_typeddict(tp):
    """Whether it is a class made with TypedDict."""
    return isinstance(tp, _TypedDictMeta)
