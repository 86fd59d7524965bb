"""What list, tuple, range and slice do with objects written in Python, and with values nested too deeply for native
code. Loops over a list count its items anew at every step, as CPython's do: the program may change it meanwhile."""


def as_index(value):
    if isinstance(value, int):
        return int.__index__(value)
    method = getattr(type(value), '__index__', None)
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    result = method(value)
    if not isinstance(result, int):
        raise TypeError(f'__index__ returned non-int (type {type(result).__name__})')
    return int.__index__(result)


def slice_bound(value):
    if value is None or isinstance(value, int):
        return value
    if not hasattr(type(value), '__index__'):
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return as_index(value)


def as_subscript(key, name):
    if isinstance(key, slice):
        return slice(slice_bound(key.start), slice_bound(key.stop), slice_bound(key.step))
    if not hasattr(type(key), '__index__'):
        raise TypeError(f'{name} indices must be integers or slices, not {type(key).__name__}')
    return as_index(key)


def search_bound(value, length):
    if not isinstance(value, int):
        if not hasattr(type(value), '__index__'):
            raise TypeError('slice indices must be integers or have an __index__ method')
        value = as_index(value)
    if value < 0:
        value += length
        if value < 0:
            return 0
    return value


def compare_lengths(a, b, comparison):
    if comparison == 0:
        return len(a) < len(b)
    if comparison == 1:
        return len(a) <= len(b)
    if comparison == 4:
        return len(a) > len(b)
    return len(a) >= len(b)


def compare_items(a, b, comparison):
    if comparison == 0:
        return a < b
    if comparison == 1:
        return a <= b
    if comparison == 4:
        return a > b
    return a >= b


# --- list ---


def list_construct(cls, iterable=(), /):
    iterator = iter(iterable)
    if _has_length(iterable):
        ask_length(iterable)
    return [item for item in iterator]


def ask_length(iterable):
    """Ask an iterable for its length, as list() does to make room; only errors matter here."""
    if not _is_missing(_special(iterable, '__len__')):
        try:
            len(iterable)
            return
        except TypeError:
            pass
    method = _special(iterable, '__length_hint__')
    if _is_missing(method):
        return
    try:
        hint = method()
    except TypeError:
        return
    if hint is NotImplemented:
        return
    if not isinstance(hint, int):
        raise TypeError(f'__length_hint__ must be an integer, not {type(hint).__name__}')
    if hint < 0:
        raise ValueError('__length_hint__() should return >= 0')


def list_equal(a, b):
    if len(a) != len(b):
        return False
    i = 0
    while i < len(a) and i < len(b):
        x = a[i]
        y = b[i]
        if x is not y and not x == y:
            return False
        i += 1
    return len(a) == len(b)


def list_order(a, b, comparison):
    i = 0
    while i < len(a) and i < len(b):
        x = a[i]
        y = b[i]
        if x is not y and not x == y:
            return compare_items(x, y, comparison)
        i += 1
    return compare_lengths(a, b, comparison)


def list_repr(self):
    if not _repr_enter(self):
        return '[...]'
    try:
        parts = []
        for item in self:
            parts.append(repr(item))
        return f"[{', '.join(parts)}]"
    finally:
        _repr_leave(self)


def list_contains(self, value):
    for item in self:
        if item is value or item == value:
            return True
    return False


def list_get_item(self, key):
    return self[as_subscript(key, 'list')]


def list_set_item(self, key, value):
    key = as_subscript(key, 'list')
    if isinstance(key, slice) and not isinstance(value, (list, tuple)):
        try:
            iterator = iter(value)
        except TypeError:
            if key.step is None or key.step == 1:
                raise TypeError('can only assign an iterable') from None
            raise TypeError('must assign iterable to extended slice') from None
        value = [item for item in iterator]
    self[key] = value


def list_delete_item(self, key):
    del self[as_subscript(key, 'list')]


def list_extend(self, iterable, /):
    for item in iterable:
        self.append(item)


def list_inplace_add(self, iterable):
    for item in iterable:
        self.append(item)
    return self


def list_extend_display(self, iterable):
    for item in iterable:
        self.append(item)


def list_insert(self, index, object, /):
    self.insert(as_index(index), object)


def list_pop(self, index=-1, /):
    return self.pop(as_index(index))


def list_remove(self, value, /):
    i = 0
    while i < len(self):
        item = self[i]
        if item is value or item == value:
            del self[i:i + 1]
            return
        i += 1
    raise ValueError('list.remove(x): x not in list')


def list_index(self, value, start=0, stop=9223372036854775807, /):
    start = search_bound(start, len(self))
    stop = search_bound(stop, len(self))
    i = start
    while i < stop and i < len(self):
        item = self[i]
        if item is value or item == value:
            return i
        i += 1
    raise ValueError(f'{value!r} is not in list')


def list_count(self, value, /):
    count = 0
    for item in self:
        if item is value or item == value:
            count += 1
    return count


# --- tuple ---


def tuple_construct(cls, iterable=(), /):
    return (*[item for item in iterable],)


def tuple_equal(a, b):
    if len(a) != len(b):
        return False
    i = 0
    for x in a:
        y = b[i]
        if x is not y and not x == y:
            return False
        i += 1
    return True


def tuple_order(a, b, comparison):
    i = 0
    for x in a:
        if i >= len(b):
            break
        y = b[i]
        if x is not y and not x == y:
            return compare_items(x, y, comparison)
        i += 1
    return compare_lengths(a, b, comparison)


def tuple_hash(self):
    return _tuple_hash([hash(item) for item in self])


def tuple_repr(self):
    if not _repr_enter(self):
        return '(...)'
    try:
        parts = [repr(item) for item in self]
        if len(parts) == 1:
            return f'({parts[0]},)'
        return f"({', '.join(parts)})"
    finally:
        _repr_leave(self)


def tuple_contains(self, value):
    for item in self:
        if item is value or item == value:
            return True
    return False


def tuple_get_item(self, key):
    return self[as_subscript(key, 'tuple')]


def tuple_index(self, value, start=0, stop=9223372036854775807, /):
    start = search_bound(start, len(self))
    stop = search_bound(stop, len(self))
    i = start
    while i < stop and i < len(self):
        item = self[i]
        if item is value or item == value:
            return i
        i += 1
    raise ValueError('tuple.index(x): x not in tuple')


def tuple_count(self, value, /):
    count = 0
    for item in self:
        if item is value or item == value:
            count += 1
    return count


# --- range and slice ---


def range_construct(cls, /, *arguments):
    return range(*[as_index(argument) for argument in arguments])


def range_get_item(self, key):
    return self[as_subscript(key, 'range')]


def range_contains(self, value):
    for item in self:
        if item is value or item == value:
            return True
    return False


def range_index(self, value, /):
    i = 0
    for item in self:
        if item is value or item == value:
            return i
        i += 1
    raise ValueError('sequence.index(x): x not in sequence')


def range_count(self, value, /):
    count = 0
    for item in self:
        if item is value or item == value:
            count += 1
    return count


def slice_parts(self):
    return (self.start, self.stop, self.step)


def slice_equal(a, b):
    return slice_parts(a) == slice_parts(b)


def slice_order(a, b, comparison):
    return compare_items(slice_parts(a), slice_parts(b), comparison)


def slice_hash(self):
    return hash(slice_parts(self))


def slice_repr(self):
    return f'slice({self.start!r}, {self.stop!r}, {self.step!r})'


def slice_indices(self, length, /):
    return as_subscript(self, 'slice').indices(as_index(length))
