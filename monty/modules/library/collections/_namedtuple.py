"""namedtuple()."""

import sys
from _monty import _make_item_getter, _make_record

_KEYWORDS = frozenset((
    'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif',
    'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or',
    'pass', 'raise', 'return', 'try', 'while', 'with', 'yield',
))

_get_item = tuple.__getitem__
_new_tuple = tuple.__new__


class _tuplegetter(int):
    # The descriptor of one field; as a number, its place. The machine knows what it does (_make_item_getter).

    def __new__(cls, place, doc):
        self = int.__new__(cls, place)
        self.__doc__ = doc
        return self

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return _get_item(instance, int(self))

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return f'_tuplegetter({int(self)}, {self.__doc__!r})'

    def __reduce__(self):
        return _tuplegetter, (int(self), self.__doc__)


_make_item_getter(_tuplegetter)


def _listed(names):
    """'x', 'y', and 'z': names as errors about missing arguments list them."""
    shown = [repr(name) for name in names]
    if len(shown) < 3:
        return ' and '.join(shown)
    return f'{", ".join(shown[:-1])}, and {shown[-1]}'


def _bind(function, fields, defaults, args, keywords):
    """The values of all fields, as a function with these parameters binds its arguments."""
    size = len(fields)
    values = dict(zip(fields, args))
    for name, value in keywords.items():
        if name in values and name not in fields[len(args):]:
            raise TypeError(f"{function}() got multiple values for argument '{name}'")
        if name not in fields:
            raise TypeError(f"{function}() got an unexpected keyword argument '{name}'")
        values[name] = value
    if len(args) > size:
        given = len(args) + 1
        takes = f'from {size - len(defaults) + 1} to {size + 1}' if defaults else f'{size + 1}'
        raise TypeError(f'{function}() takes {takes} positional argument{"s" if size or defaults else ""} '
                        f'but {given} {"was" if given == 1 else "were"} given')
    missing = [name for name in fields if name not in values and name not in defaults]
    if missing:
        raise TypeError(f'{function}() missing {len(missing)} required positional '
                        f'argument{"s" if len(missing) > 1 else ""}: {_listed(missing)}')
    for name, value in defaults.items():
        if name not in values:
            values[name] = value
    return tuple([values[name] for name in fields])


def _check_names(typename, fields):
    for name in [typename, *fields]:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in _KEYWORDS:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')


def _renamed(fields):
    """The fields with those that cannot be names replaced by _ and their number."""
    seen = set()
    made = []
    for place, name in enumerate(fields):
        if not name.isidentifier() or name in _KEYWORDS or name.startswith('_') or name in seen:
            name = f'_{place}'
        seen.add(name)
        made.append(name)
    return made


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A new subclass of tuple whose items are also attributes.

    field_names are strings, or one string with the names separated by spaces or commas. rename replaces names that
    are not allowed by _ and their number; defaults are those of the last fields; module is the class's __module__.
    """
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        fields = _renamed(fields)
    _check_names(typename, fields)
    seen = set()
    for name in fields:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    with_default = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError('Got more default values than field names')
        with_default = dict(zip(fields[len(fields) - len(defaults):], defaults))
    return _make_class(typename, tuple(fields), with_default, module)


def _make_class(typename, fields, with_default, module):
    size = len(fields)
    constructor = f'{typename}.__new__'

    def __new__(_cls, /, *args, **keywords):
        if keywords or len(args) != size:
            args = _bind(constructor, fields, with_default, args, keywords)
        return _new_tuple(_cls, args)

    def _make(cls, iterable):
        made = _new_tuple(cls, iterable)
        if len(made) != size:
            raise TypeError(f'Expected {size} arguments, got {len(made)}')
        return made

    def _replace(self, /, **kwds):
        values = [kwds.pop(name, value) for name, value in zip(fields, self)]
        if kwds:
            if sys.version_info >= (3, 13):
                raise TypeError(f'Got unexpected field names: {list(kwds)!r}')
            raise ValueError(f'Got unexpected field names: {list(kwds)!r}')
        return self._make(values)

    def __repr__(self):
        shown = [f'{name}={value!r}' for name, value in zip(fields, self)]
        return f'{self.__class__.__name__}({", ".join(shown)})'

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    __new__.__doc__ = f'Create new instance of {typename}({", ".join(fields)})'
    _make.__doc__ = f'Make a new {typename} object from a sequence or iterable'
    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'
    __repr__.__doc__ = 'Return a nicely formatted representation string'
    _asdict.__doc__ = 'Return a new dict which maps field names to their values.'
    __getnewargs__.__doc__ = 'Return self as a plain tuple.  Used by copy and pickle.'
    for function in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        function.__qualname__ = f'{typename}.{function.__name__}'

    namespace = {
        '__doc__': f'{typename}({", ".join(fields)})',
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': with_default,
        '__new__': __new__,
        '_make': classmethod(_make),
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
        '__module__': _calling_module() if module is None else module,
    }
    if sys.version_info >= (3, 13):
        namespace['__replace__'] = _replace
    for place, name in enumerate(fields):
        namespace[name] = _tuplegetter(place, f'Alias for field number {place}')
    made = type(typename, (tuple,), namespace)
    _make_record(made, size)
    return made


def _calling_module():
    # Frames are not to be seen in the sandbox; named tuples are nearly always made by the program itself.
    return '__main__'
