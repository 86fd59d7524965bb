"""The module collections: containers beyond list, tuple, dict and set.

ChainMap, UserDict, UserList and UserString, which need the abstract base classes, are in a module of their own that is
imported when one of them is asked for: most programs want none of them, and making those classes takes time.
"""

import sys
from _monty import _count_items, _default_missing, _dict_last, _dict_take_first
from collections._namedtuple import namedtuple

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque',
           'namedtuple']

GenericAlias = type(list[int])
_missing = object()


def __getattr__(name):
    if name == 'abc':
        import collections.abc
        return collections.abc
    if name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        global ChainMap, UserDict, UserList, UserString
        from collections._wrappers import ChainMap, UserDict, UserList, UserString
        return {'ChainMap': ChainMap, 'UserDict': UserDict, 'UserList': UserList, 'UserString': UserString}[name]
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


# --- shared by the operators -----------------------------------------------------------------------------------------

def _only_with(accepts):
    """Decorator for the method of an operator that is implemented for the operands that accepts() is true of."""
    def decorate(operator):
        def checked(self, other):
            return operator(self, other) if accepts(other) else NotImplemented
        checked.__name__ = operator.__name__
        checked.__qualname__ = operator.__qualname__
        return checked
    return decorate


_with_dict = _only_with(lambda other: isinstance(other, dict))
_with_counter = _only_with(lambda other: isinstance(other, Counter))


def _updated(made, other):
    made.update(other)
    return made


# --- defaultdict -----------------------------------------------------------------------------------------------------

_being_shown = []


class defaultdict(dict):
    """A dict whose missing keys get a value from a factory.

    The first argument is called without arguments for the value of a key that is looked up by d[key] and is not there;
    None: there is no such value. The remaining arguments are those of dict.
    """

    __slots__ = ('default_factory',)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        if args or kwargs:
            dict.__init__(self, *args, **kwargs)

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = self[key] = factory()
        return value

    def __repr__(self):
        for shown in _being_shown:
            if shown is self:
                return f'{type(self).__name__}(..., {dict.__repr__(self)})'
        _being_shown.append(self)
        try:
            return f'{type(self).__name__}({self.default_factory!r}, {dict.__repr__(self)})'
        finally:
            _being_shown.pop()

    def copy(self):
        """A shallow copy, with the same factory."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        factory = self.default_factory
        return type(self), () if factory is None else (factory,), None, None, iter(self.items())

    @_with_dict
    def __or__(self, other):
        return _updated(self.copy(), other)

    @_with_dict
    def __ror__(self, other):
        return _updated(type(self)(self.default_factory, other), self)

    __class_getitem__ = classmethod(GenericAlias)


_default_missing(defaultdict.__missing__)


# --- OrderedDict -----------------------------------------------------------------------------------------------------

class OrderedDict(dict):
    """A dict that knows its order: it can move keys to either end, and order counts when two of them are compared."""

    def move_to_end(self, key, last=True):
        if last:
            if not _dict_last(self, key):
                raise KeyError(key)
            return
        value = dict.pop(self, key)
        rest = dict(self)
        dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, rest)

    def popitem(self, last=True):
        """Take out the last key with its value, or the first one if last is false; returns both as a pair."""
        if not self:
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        return _dict_take_first(self)

    def pop(self, key, default=_missing):
        """Remove a key and return its value; if it is not there, return the default if one is given.

        Without a default a missing key raises KeyError.
        """
        if default is _missing:
            return dict.pop(self, key)
        return dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        """The value of a key; if it is not there, the default becomes its value."""
        if key in self:
            return self[key]
        self[key] = default
        return default

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return type(self), (), self.__dict__ or None, None, iter(self.items())

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        equal = self == other
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __repr__(self):
        for shown in _being_shown:
            if shown is self:
                return '...'
        if not self:
            return f'{type(self).__name__}()'
        _being_shown.append(self)
        try:
            if sys.version_info >= (3, 12):
                return f'{type(self).__name__}({dict(self.items())!r})'
            return f'{type(self).__name__}({list(self.items())!r})'
        finally:
            _being_shown.pop()

    @_with_dict
    def __or__(self, other):
        return _updated(self.__class__(self), other)

    @_with_dict
    def __ror__(self, other):
        return _updated(self.__class__(other), self)

    def __ior__(self, other):
        self.update(other)
        return self


# --- Counter ---------------------------------------------------------------------------------------------------------

def _count_elements(counts, iterable):
    get = counts.get
    for item in iterable:
        counts[item] = get(item, 0) + 1


def _count_of(pair):
    return pair[1]


class Counter(dict):
    """A dict that counts: items are the keys, and their counts are the values. What was never counted has count 0.

    It is made of an iterable whose items are counted, of a mapping from items to counts, or of keywords.
    """

    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        """The n items with the highest counts, as pairs of item and count, the highest first; all items if n is None."""
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        if n == 1:
            # max() takes the first of equals, as the stable sort does.
            return [max(self.items(), key=_count_of)] if self else []
        if n < 0:
            return []
        return sorted(self.items(), key=_count_of, reverse=True)[:n]

    def elements(self):
        """An iterator that gives every item as often as it was counted."""
        return _repeated(self)

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Add counts: those of an iterable's items, of a mapping or another Counter, and of keywords."""
        if iterable is not None:
            if _is_mapping(iterable):
                if self:
                    get = self.get
                    for item, count in iterable.items():
                        self[item] = count + get(item, 0)
                else:
                    dict.update(self, iterable)
            elif self or type(self) is not Counter:
                _count_elements(self, iterable)
            else:
                # A plain dict is quicker to count in.
                counts = {}
                try:
                    _count_items(counts, iterable)
                finally:
                    dict.update(self, counts)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """As update(), but counts are subtracted: they may become zero or negative."""
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for item, count in iterable.items():
                    self[item] = get(item, 0) - count
            else:
                for item in iterable:
                    self[item] = get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, item):
        # What is not there may be deleted: its count is 0 anyway.
        if item in self:
            dict.__delitem__(self, item)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            # counts that cannot be ordered
            shown = dict(self)
        return f'{self.__class__.__name__}({shown!r})'

    @_with_counter
    def __eq__(self, other):
        return _in_each(self, other, lambda a, b: a == b)

    @_with_counter
    def __ne__(self, other):
        return not self == other

    __hash__ = None

    @_with_counter
    def __le__(self, other):
        return _in_each(self, other, lambda a, b: a <= b)

    @_with_counter
    def __ge__(self, other):
        return _in_each(self, other, lambda a, b: a >= b)

    @_with_counter
    def __lt__(self, other):
        return self <= other and self != other

    @_with_counter
    def __gt__(self, other):
        return self >= other and self != other

    @_with_counter
    def __add__(self, other):
        counts = [(item, count + other[item]) for item, count in self.items()]
        return _positive(counts, _absent(other, self))

    @_with_counter
    def __sub__(self, other):
        counts = [(item, count - other[item]) for item, count in self.items()]
        return _positive(counts, [(item, 0 - count) for item, count in _absent(other, self)])

    @_with_counter
    def __or__(self, other):
        counts = [(item, rival if count < (rival := other[item]) else count) for item, count in self.items()]
        return _positive(counts, _absent(other, self))

    @_with_counter
    def __and__(self, other):
        return _positive([(item, rival if (rival := other[item]) < count else count) for item, count in self.items()])

    def __pos__(self):
        return _positive(self.items())

    def __neg__(self):
        return _positive([(item, 0 - count) for item, count in self.items()])

    def _keep_positive(self):
        for item in [item for item, count in self.items() if not count > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, count in other.items():
            self[item] += count
        return self._keep_positive()

    def __isub__(self, other):
        for item, count in other.items():
            self[item] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for item, count in other.items():
            if self[item] < count:
                self[item] = count
        return self._keep_positive()

    def __iand__(self, other):
        for item, count in self.items():
            rival = other[item]
            if rival < count:
                self[item] = rival
        return self._keep_positive()


_default_missing(Counter.__missing__)


def _absent(counter, other):
    """The items of a counter, with their counts, that another one does not have."""
    return [(item, count) for item, count in counter.items() if item not in other]


def _positive(*counts):
    """A Counter of those of the items whose count is positive."""
    made = Counter()
    for pairs in counts:
        for item, count in pairs:
            if count > 0:
                made[item] = count
    return made


def _is_mapping(value):
    if isinstance(value, dict):
        return True
    if isinstance(value, (list, str, tuple, set, frozenset)):
        return False
    from collections.abc import Mapping
    return isinstance(value, Mapping)


def _repeated(counter):
    for item, count in counter.items():
        for _ in range(count):
            yield item


def _in_each(first, second, holds):
    """Does the relation hold between the counts of every item of either counter?"""
    for item in first:
        if not holds(first[item], second[item]):
            return False
    for item in second:
        if item not in first and not holds(0, second[item]):
            return False
    return True
