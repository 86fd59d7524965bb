"""The containers of collections that build on the abstract base classes: ChainMap, UserDict, UserList, UserString."""

import sys
from collections.abc import MutableMapping, MutableSequence, Sequence

_being_shown = []


# --- ChainMap --------------------------------------------------------------------------------------------------------

def _show(cls_name, parts, owner):
    for shown in _being_shown:
        if shown is owner:
            return '...'
    _being_shown.append(owner)
    try:
        return f'{cls_name}({", ".join([repr(part) for part in parts])})'
    finally:
        _being_shown.pop()


def _get(self, key, default=None):
    # Not by asking for self[key] and catching KeyError: a class may have a __missing__ that never raises one.
    return self[key] if key in self else default


_get.__name__ = 'get'


class ChainMap(MutableMapping):
    """Several mappings as one: what is looked up is found in the first that has it; changes go to the first one."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    get = _get

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        keys = {}
        for mapping in reversed(self.maps):
            for key in mapping:
                keys[key] = None
        return iter(keys)

    def __contains__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return _show(self.__class__.__name__, self.maps, self)

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        """A new ChainMap with a copy of the first mapping; the others are shared."""
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """A new ChainMap with a new mapping in front of these; keywords are put into it."""
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        """A new ChainMap of all mappings but the first."""
        others = self.maps[1:]
        return self.__class__(*others)

    def clear(self):
        """Empty the first mapping."""
        first, *_ = self.maps
        first.clear()

    def __setitem__(self, key, value):
        first, *_ = self.maps
        first[key] = value

    def __delitem__(self, key):
        first, *_ = self.maps
        try:
            del first[key]
        except KeyError:
            raise _not_in_first(key)

    def pop(self, key, *args):
        """Remove a key from the first mapping and return its value."""
        first, *_ = self.maps
        try:
            value = first.pop(key, *args)
        except KeyError:
            raise _not_in_first(key)
        return value

    def popitem(self):
        first, *_ = self.maps
        try:
            pair = first.popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')
        return pair

    def __ior__(self, other):
        first, *_ = self.maps
        first.update(other)
        return self

    def __or__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        made = self.copy()
        made |= other
        return made

    def __ror__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        made = dict(other)
        for mapping in reversed(self.maps):
            made.update(mapping)
        return self.__class__(made)


def _not_in_first(key):
    return KeyError(f'Key not found in the first mapping: {key!r}')


def _is_mapping(value):
    from collections.abc import Mapping
    return isinstance(value, Mapping)


# --- what the User classes share -------------------------------------------------------------------------------------

def _duplicate(wrapper):
    """A copy of a UserDict or UserList with all its attributes; what it wraps is copied too."""
    cls = wrapper.__class__
    made = cls.__new__(cls)
    attributes = made.__dict__
    attributes.update(wrapper.__dict__)
    attributes['data'] = attributes['data'].copy()
    return made


def _data(other):
    """What stands behind another user list or string; other values themselves."""
    return other.data if isinstance(other, (UserList, UserString)) else other


def _comparisons(cls_name):
    """The methods __lt__, __le__, __eq__, __gt__ and __ge__ of a class, which compare what is wrapped."""
    def comparison(name, holds):
        def compare(self, other):
            return holds(self.data, _data(other))
        return _named(compare, cls_name, name)
    return (
        comparison('__lt__', lambda mine, other: mine < other),
        comparison('__le__', lambda mine, other: mine <= other),
        comparison('__eq__', lambda mine, other: mine == other),
        comparison('__gt__', lambda mine, other: mine > other),
        comparison('__ge__', lambda mine, other: mine >= other),
    )


def _named(method, cls_name, name):
    method.__name__ = name
    method.__qualname__ = f'{cls_name}.{name}'
    return method


# --- UserDict --------------------------------------------------------------------------------------------------------

def _plain_dict(value):
    """The dict that a UserDict wraps, or a dict itself; None for any other value."""
    if isinstance(value, UserDict):
        return value.data
    return value if isinstance(value, dict) else None


class UserDict(MutableMapping):
    """A dict written in Python, for subclasses: its items are in the dict `data`."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for given in (dict, kwargs or None):
            if given is not None:
                self.update(given)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(self.__class__, '__missing__', None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    if sys.version_info >= (3, 12):
        get = _get

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        right = _plain_dict(other)
        return NotImplemented if right is None else self.__class__(self.data | right)

    def __ror__(self, other):
        left = _plain_dict(other)
        return NotImplemented if left is None else self.__class__(left | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        return _duplicate(self)

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        # A subclass may keep its items in another form: they go through its own methods.
        made = _duplicate(self)
        made.data = {}
        made.update(self)
        return made

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A new UserDict with keys from an iterable, all with the same value."""
        made = cls()
        for key in iterable:
            made[key] = value
        return made


# --- UserList --------------------------------------------------------------------------------------------------------

def _plain_list(owner, other):
    """The other operand of a concatenation with a UserList, as a list."""
    if isinstance(other, UserList):
        return other.data
    return other if isinstance(other, type(owner.data)) else list(other)


class UserList(MutableSequence):
    """A list written in Python, for subclasses: its items are in the list `data`."""

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data[:] = _data(initlist)

    def __repr__(self):
        return repr(self.data)

    __lt__, __le__, __eq__, __gt__, __ge__ = _comparisons('UserList')

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + _plain_list(self, other))

    def __radd__(self, other):
        return self.__class__(_plain_list(self, other) + self.data)

    def __iadd__(self, other):
        self.data += _plain_list(self, other)
        return self

    def __imul__(self, n):
        self.data *= n
        return self

    def __mul__(self, n):
        made = self.data * n
        return self.__class__(made)

    __rmul__ = __mul__

    def __copy__(self):
        return _duplicate(self)

    def copy(self):
        return self.__class__(self)

    def append(self, item):
        """Add an item at the end."""
        self.data.append(item)

    def extend(self, other):
        """Add the items of an iterable at the end."""
        self.data.extend(_data(other))

    def insert(self, i, item):
        """Insert an item before an index."""
        self.data.insert(i, item)

    def pop(self, i=-1):
        """Remove and return the item at an index, the last one by default."""
        return self.data.pop(i)

    def remove(self, item):
        """Remove the first item that equals this one."""
        self.data.remove(item)

    def clear(self):
        """Remove all items."""
        self.data.clear()

    def index(self, item, *args):
        """The first index of the item."""
        return self.data.index(item, *args)

    def count(self, item):
        """How many items equal this one."""
        return self.data.count(item)

    def reverse(self):
        """Reverse in place."""
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        """Sort in place."""
        self.data.sort(*args, **kwds)


# --- UserString ------------------------------------------------------------------------------------------------------

def _plain_text(value):
    """The other operand of a concatenation with a UserString, as a str."""
    if isinstance(value, UserString):
        return value.data
    return value if isinstance(value, str) else str(value)


def _forwarding(make, names):
    """Class decorator that adds a method for each name: what make(name) gives, which asks the wrapped str."""
    def decorate(cls):
        for name in names.split():
            setattr(cls, name, _named(make(name), cls.__name__, name))
        return cls
    return decorate


def _question(name):
    def ask(self):
        return getattr(self.data, name)()
    return ask


def _changed(name):
    def change(self):
        return self.__class__(getattr(self.data, name)())
    return change


def _padded(name):
    def pad(self, width, *args):
        return self.__class__(getattr(self.data, name)(width, *args))
    return pad


def _stripped(name):
    def strip(self, chars=None):
        return self.__class__(getattr(self.data, name)(_data(chars)))
    return strip


def _without(name):
    def remove(self, end, /):
        return self.__class__(getattr(self.data, name)(_data(end)))
    return remove


def _search(name):
    # index() and rindex() did not take a UserString to look for before 3.12.
    takes_wrapped = 'index' not in name or sys.version_info >= (3, 12)

    def search(self, sub, start=0, end=sys.maxsize):
        return getattr(self.data, name)(_data(sub) if takes_wrapped else sub, start, end)
    return search


def _split_at(name):
    def split(self, sep=None, maxsplit=-1):
        return getattr(self.data, name)(sep, maxsplit)
    return split


def _cut_at(name):
    def cut(self, sep):
        return getattr(self.data, name)(sep)
    return cut


@_forwarding(_question, 'isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace '
                        'istitle isupper')
@_forwarding(_changed, 'capitalize casefold lower swapcase title upper')
@_forwarding(_padded, 'center ljust rjust')
@_forwarding(_stripped, 'strip lstrip rstrip')
@_forwarding(_without, 'removeprefix removesuffix')
@_forwarding(_search, 'count find rfind index rindex')
@_forwarding(_split_at, 'split rsplit')
@_forwarding(_cut_at, 'partition rpartition')
class UserString(Sequence):
    """A string written in Python, for subclasses: its text is in the str `data`."""

    def __init__(self, seq):
        self.data = seq if isinstance(seq, str) else seq.data[:] if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    __lt__, __le__, __eq__, __gt__, __ge__ = _comparisons('UserString')

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __len__(self):
        return len(self.data)

    def __contains__(self, char):
        return _data(char) in self.data

    def __getitem__(self, index):
        found = self.data[index]
        return self.__class__(found)

    def __add__(self, other):
        return self.__class__(self.data + _plain_text(other))

    def __radd__(self, other):
        return self.__class__(_plain_text(other) + self.data)

    def __mul__(self, n):
        made = self.data * n
        return self.__class__(made)

    __rmul__ = __mul__

    def __mod__(self, args):
        made = self.data % args
        return self.__class__(made)

    def __rmod__(self, template):
        made = str(template) % self
        return self.__class__(made)

    maketrans = str.maketrans

    def translate(self, *args):
        made = self.data.translate(*args)
        return self.__class__(made)

    def replace(self, old, new, maxsplit=-1):
        made = self.data.replace(_data(old), _data(new), maxsplit)
        return self.__class__(made)

    def expandtabs(self, tabsize=8):
        made = self.data.expandtabs(tabsize)
        return self.__class__(made)

    def zfill(self, width):
        made = self.data.zfill(width)
        return self.__class__(made)

    def startswith(self, prefix, start=0, end=sys.maxsize):
        return self.data.startswith(prefix, start, end)

    def endswith(self, suffix, start=0, end=sys.maxsize):
        return self.data.endswith(suffix, start, end)

    def splitlines(self, keepends=False):
        return self.data.splitlines(keepends)

    def join(self, seq):
        return self.data.join(seq)

    def format_map(self, mapping):
        return self.data.format_map(mapping)

    def format(self, /, *args, **kwds):
        return self.data.format(*args, **kwds)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode('utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)


for _cls in (ChainMap, UserDict, UserList, UserString):
    _cls.__module__ = 'collections'
del _cls
