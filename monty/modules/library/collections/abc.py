"""The module collections.abc: abstract base classes of containers, iterators and callables."""

import sys
from abc import abstractmethod
from collections import _only_with, deque
from collections._protocols import (
    AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Collection, Container, Coroutine, Generator,
    Hashable, Iterable, Iterator, Reversible, Sized,
)

__all__ = [
    'Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable', 'Iterable', 'Iterator',
    'Generator', 'Reversible', 'Sized', 'Container', 'Callable', 'Collection', 'Set', 'MutableSet', 'Mapping',
    'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence', 'MutableSequence',
    'ByteString',
]

if sys.version_info >= (3, 12):
    from collections._protocols import Buffer
    __all__.append('Buffer')

GenericAlias = type(list[int])


# --- sets ------------------------------------------------------------------------------------------------------------

_with_set = _only_with(lambda other: isinstance(other, Set))
_with_iterable = _only_with(lambda other: isinstance(other, Iterable))


def _all_in(items, container):
    for item in items:
        if item not in container:
            return False
    return True


class Set(Collection):
    """What every set can do, from __contains__, __iter__ and __len__."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        """Make a set of this class from items, for the results of operators.

        A class whose constructor takes something else than an iterable overrides this.
        """
        return cls(it)

    def _as_set(self, other):
        return other if isinstance(other, Set) else self._from_iterable(other)

    @_with_set
    def __le__(self, other):
        return len(self) <= len(other) and _all_in(self, other)

    @_with_set
    def __ge__(self, other):
        return len(self) >= len(other) and _all_in(other, self)

    @_with_set
    def __lt__(self, other):
        return len(self) < len(other) and self <= other

    @_with_set
    def __gt__(self, other):
        return len(self) > len(other) and self >= other

    @_with_set
    def __eq__(self, other):
        return len(self) == len(other) and self <= other

    __hash__ = None

    def _hash(self):
        """Compute a hash value that does not depend on the order of the items; the one of a frozenset."""
        return hash(frozenset(self))

    def isdisjoint(self, other):
        for item in other:
            if item in self:
                return False
        return True

    @_with_iterable
    def __and__(self, other):
        return self._from_iterable([item for item in other if item in self])

    @_with_iterable
    def __or__(self, other):
        return self._from_iterable([*self, *other])

    @_with_iterable
    def __sub__(self, other):
        taken = self._as_set(other)
        return self._from_iterable([item for item in self if item not in taken])

    @_with_iterable
    def __rsub__(self, other):
        return self._from_iterable([item for item in self._as_set(other) if item not in self])

    @_with_iterable
    def __xor__(self, other):
        rival = self._as_set(other)
        return (self - rival) | (rival - self)

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class MutableSet(Set):
    """What a set that changes can do, from those of Set, add and discard."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Put an item into the set, if it is not there."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Take an item out of the set, if it is there."""
        raise NotImplementedError

    def remove(self, value):
        """Take an item out of the set; KeyError if it is not there."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Take some item out of the set and return it; KeyError if there is none."""
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        """Take all items out of the set, one by one."""
        _until(KeyError, self.pop)

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
        else:
            for value in it:
                self.discard(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        for value in self._as_set(it):
            change = self.discard if value in self else self.add
            change(value)
        return self


def _until(error, take):
    """Call take() until it raises the error: what was full is empty then."""
    try:
        while True:
            take()
    except error:
        pass


# --- mappings --------------------------------------------------------------------------------------------------------

class Mapping(Collection):
    """What every mapping can do, from __getitem__, __iter__ and __len__."""

    __slots__ = ()

    # Patterns of match take instances for mappings.
    __abc_tpflags__ = 1 << 6

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def get(self, key, default=None):
        """The value of a key, or the default."""
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self):
        """A view of the keys, which behaves as a set."""
        return KeysView(self)

    def values(self):
        """A view of the values."""
        return ValuesView(self)

    def items(self):
        """A view of the pairs of a key and its value, which behaves as a set."""
        return ItemsView(self)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    __hash__ = None
    __reversed__ = None


class MappingView(Sized):
    __slots__ = ('_mapping',)
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._mapping!r})'


@classmethod
def _builtin_set(cls, it):
    # Operators give plain sets: a view cannot be made of items.
    return set(it)


def _is_or_equals(found, value):
    return found is value or found == value


class KeysView(MappingView, Set):
    __slots__ = ()
    _from_iterable = _builtin_set

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()
    _from_iterable = _builtin_set

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield (key, mapping[key])

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return _is_or_equals(found, value)


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield mapping[key]

    def __contains__(self, value):
        mapping = self._mapping
        for key in mapping:
            if _is_or_equals(mapping[key], value):
                return True
        return False


_missing = object()


def _pairs(source):
    """The pairs of key and value in what update() takes: a mapping, an object with keys(), or the pairs themselves."""
    if isinstance(source, Mapping):
        keys = source
    elif hasattr(source, 'keys'):
        keys = source.keys()
    else:
        return source
    return ((key, source[key]) for key in keys)


class MutableMapping(Mapping):
    """What a mapping that changes can do, from those of Mapping, __setitem__ and __delitem__."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_missing):
        """Remove a key and return its value; if it is not there, the default, or KeyError without one."""
        try:
            value = self[key]
        except KeyError:
            if default is _missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        """Remove some key and return it with its value; KeyError if there is none."""
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        """Remove all keys, one by one."""
        _until(KeyError, self.popitem)

    def update(self, other=(), /, **kwds):
        """Set the keys of a mapping, or of an iterable of pairs, to their values there; then those of the keywords."""
        for pairs in (_pairs(other), kwds.items()):
            for key, value in pairs:
                self[key] = value

    def setdefault(self, key, default=None):
        """The value of a key; if it is not there, the default becomes its value."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


# --- sequences -------------------------------------------------------------------------------------------------------

class Sequence(Reversible, Collection):
    """What every sequence can do, from __getitem__ and __len__."""

    __slots__ = ()

    # Patterns of match take instances for sequences.
    __abc_tpflags__ = 1 << 5

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        position = 0
        try:
            while True:
                yield self[position]
                position += 1
        except IndexError:
            return

    def __reversed__(self):
        for position in range(len(self) - 1, -1, -1):
            yield self[position]

    def __contains__(self, value):
        for item in self:
            if _is_or_equals(item, value):
                return True
        return False

    def count(self, value):
        """How many items are the value or equal it."""
        found = 0
        for item in self:
            if _is_or_equals(item, value):
                found += 1
        return found

    def index(self, value, start=0, stop=None):
        """The first index, from start and before stop, of an item that is the value or equals it; else ValueError."""
        position = start
        if position is not None and position < 0:
            position = max(len(self) + position, 0)
        end = stop
        if end is not None and end < 0:
            end += len(self)
        while end is None or position < end:
            try:
                item = self[position]
            except IndexError:
                break
            if _is_or_equals(item, value):
                return position
            position += 1
        raise ValueError


class MutableSequence(Sequence):
    """What a sequence that changes can do, from those of Sequence, __setitem__, __delitem__ and insert."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Put a value in front of the item at an index."""
        raise IndexError

    def append(self, value):
        """Put a value behind the last item."""
        self.insert(len(self), value)

    def extend(self, values):
        """Put the items of an iterable behind the last item."""
        for value in list(values) if values is self else values:
            self.append(value)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        """Take out the item at an index, the last one by default, and return it."""
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        """Take out the first item that is the value or equals it; ValueError if there is none."""
        position = self.index(value)
        del self[position]

    def clear(self):
        """Take out all items, one by one."""
        _until(IndexError, self.pop)

    def reverse(self):
        """Turn the order of the items round, in place."""
        low = 0
        high = len(self) - 1
        while low < high:
            self[low], self[high] = self[high], self[low]
            low += 1
            high -= 1


class ByteString(Sequence):
    """What bytes and bytearray have in common."""

    __slots__ = ()


# --- the built-in types ----------------------------------------------------------------------------------------------

def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


def _register_builtins():
    made = _coroutine()
    Coroutine.register(type(made))
    made.close()
    AsyncGenerator.register(type(_async_generator()))
    Generator.register(type(_generator()))
    for cls in (type(iter(b'')), type(iter(bytearray())), type(iter({}.keys())), type(iter({}.values())),
                type(iter({}.items())), type(iter([])), type(iter(reversed([]))), type(iter(range(0))),
                type(iter(range(1 << 100))), type(iter(set())), type(iter('')), type(iter(())), type(zip())):
        Iterator.register(cls)
    Set.register(frozenset)
    MutableSet.register(set)
    Mapping.register(type(object.__dict__))
    MutableMapping.register(dict)
    KeysView.register(type({}.keys()))
    ItemsView.register(type({}.items()))
    ValuesView.register(type({}.values()))
    for cls in (tuple, str, range, bytes):
        Sequence.register(cls)
    for cls in (list, bytearray, deque):
        MutableSequence.register(cls)
    ByteString.register(bytes)
    ByteString.register(bytearray)


_register_builtins()
del _register_builtins
