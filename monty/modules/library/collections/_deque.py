"""deque."""

from _monty import _deque_append, _deque_append_left, _deque_pop, _deque_pop_left, _deque_rotate

GenericAlias = type(list[int])
_being_shown = []


class deque:
    """A list-like sequence that is quick at both ends.

    deque(iterable=(), maxlen=None): with a maxlen, items fall out at the other end when it would grow longer.
    """

    # The items are _items[_head:]; what stands before was popped from the left, or is room for appendleft(). The natives
    # of modules/deque know the order of these slots.
    __slots__ = ('_items', '_head', '_maxlen')
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._items = []
        self._head = 0
        self._maxlen = None
        return self

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError('an integer is required')
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
        self._maxlen = maxlen
        if self._items:
            self.clear()
        self.extend(iterable)

    @property
    def maxlen(self):
        """The length that the deque never exceeds; None if there is no such bound."""
        return self._maxlen

    # --- the ends ---

    def append(self, item, /):
        """Add an item at the right end."""
        _deque_append(self, item)

    def appendleft(self, item, /):
        """Add an item at the left end."""
        _deque_append_left(self, item)

    def pop(self):
        """Remove and return the rightmost item."""
        return _deque_pop(self)

    def popleft(self):
        """Remove and return the leftmost item."""
        return _deque_pop_left(self)

    def extend(self, iterable, /):
        """Add the items of an iterable at the right end."""
        if iterable is self:
            iterable = list(self)
        if self._maxlen is None:
            if type(iterable) in _PLAIN:
                self._items.extend(iterable)
                return
            append = self._items.append
        else:
            append = self.append
        for item in iterable:
            append(item)

    def extendleft(self, iterable, /):
        """Add the items of an iterable at the left end, one after the other: they end up in reverse."""
        if iterable is self:
            iterable = list(self)
        for item in iterable:
            self.appendleft(item)

    def clear(self):
        """Remove all items."""
        self._items.clear()
        self._head = 0

    # --- as a sequence ---

    def __len__(self):
        return len(self._items) - self._head

    def _at(self, index, change=False):
        if not isinstance(index, int):
            if not hasattr(type(index), '__index__'):
                raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
            index = type(index).__index__(index)
        size = len(self._items) - self._head
        if index < 0:
            index += size
        if not 0 <= index < size:
            raise IndexError('deque index out of range')
        return self._head + index

    def __getitem__(self, index, /):
        if type(index) is int:
            items = self._items
            place = self._head + index
            if 0 <= index and place < len(items):
                return items[place]
        return self._items[self._at(index)]

    def __setitem__(self, index, value, /):
        self._items[self._at(index)] = value

    def __delitem__(self, index, /):
        del self._items[self._at(index)]

    def __iter__(self):
        return _forward(self)

    def __reversed__(self):
        return _backward(self)

    def __contains__(self, value, /):
        for item in _forward(self):
            if item is value or item == value:
                return True
        return False

    def count(self, value, /):
        """How many items equal the value."""
        found = 0
        for item in _forward(self):
            if item is value or item == value:
                found += 1
        return found

    def index(self, value, start=0, stop=None, /):
        """The first index of the value between start and stop; ValueError if it is not there."""
        size = len(self)
        if start < 0:
            start = max(start + size, 0)
        if stop is None:
            stop = size
        elif stop < 0:
            stop = max(stop + size, 0)
        position = 0
        for item in _forward(self):
            if position >= stop:
                break
            if position >= start and (item is value or item == value):
                return position
            position += 1
        raise ValueError(f'{value!r} is not in deque')

    def insert(self, index, value, /):
        """Insert a value before an index."""
        size = len(self)
        if self._maxlen is not None and size >= self._maxlen:
            raise IndexError('deque already at its maximum size')
        if index < 0:
            index = max(index + size, 0)
        self._items.insert(self._head + min(index, size), value)

    def remove(self, value, /):
        """Remove the first item that equals the value; ValueError if there is none."""
        size = len(self)
        position = 0
        while position < size:
            item = self._items[self._head + position]
            equal = item is value or item == value
            if len(self) != size:
                raise IndexError('deque mutated during remove().')
            if equal:
                del self._items[self._head + position]
                return
            position += 1
        raise ValueError(f'{value!r} is not in deque')

    def reverse(self):
        """Reverse in place."""
        items = self._items[self._head:]
        items.reverse()
        self._items = items
        self._head = 0

    def rotate(self, n=1, /):
        """Rotate n steps to the right; to the left if n is negative."""
        size = len(self)
        if size < 2:
            range(n)
            return
        _deque_rotate(self, n % size)

    def copy(self):
        if type(self) is deque:
            return deque(self, self._maxlen)
        if self._maxlen is None:
            return type(self)(self)
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def __reduce__(self):
        arguments = () if self._maxlen is None else ((), self._maxlen)
        return type(self), arguments, getattr(self, '__dict__', None), iter(self)

    # --- operators ---

    def __add__(self, other, /):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other, /):
        self.extend(other)
        return self

    def __mul__(self, times, /):
        made = self.copy()
        made *= times
        return made

    __rmul__ = __mul__

    def __imul__(self, times, /):
        items = self._items[self._head:] * times
        if self._maxlen is not None and len(items) > self._maxlen:
            del items[:len(items) - self._maxlen]
        self._items = items
        self._head = 0
        return self

    def __eq__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return len(self) == len(other) and self._items[self._head:] == other._items[other._head:]

    def __lt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head:] < other._items[other._head:]

    def __le__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head:] <= other._items[other._head:]

    def __gt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head:] > other._items[other._head:]

    def __ge__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head:] >= other._items[other._head:]

    def __repr__(self):
        for shown in _being_shown:
            if shown is self:
                return '[...]'
        _being_shown.append(self)
        try:
            items = repr([*self])
        finally:
            _being_shown.pop()
        if self._maxlen is None:
            return f'{type(self).__name__}({items})'
        return f'{type(self).__name__}({items}, maxlen={self._maxlen})'

    __class_getitem__ = classmethod(GenericAlias)


_PLAIN = (list, tuple, range, str, bytes, set, frozenset, dict)


def _forward(items):
    inner = items._items
    head = items._head
    size = len(inner)
    for place in range(head, size):
        if len(items._items) != size or items._head != head:
            raise RuntimeError('deque mutated during iteration')
        yield items._items[place]
    if len(items._items) != size or items._head != head:
        raise RuntimeError('deque mutated during iteration')


def _backward(items):
    head = items._head
    size = len(items._items)
    for place in range(size - 1, head - 1, -1):
        if len(items._items) != size or items._head != head:
            raise RuntimeError('deque mutated during iteration')
        yield items._items[place]
