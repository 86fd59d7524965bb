"""What deque does with objects written in Python, and with values nested too deeply for native code."""


def deque_construct(cls, iterable=(), maxlen=None):
    made = cls((), maxlen)
    for item in iterable:
        _deque_append(made, item)
    return made


def slot_deque_init(self, iterable=(), maxlen=None):
    _deque_reset(self, maxlen)
    deque_extend(self, iterable)


def deque_extend(self, iterable, /):
    for item in [*iterable] if iterable is self else iterable:
        _deque_append(self, item)


def deque_inplace_add(self, iterable):
    deque_extend(self, iterable)
    return self


def deque_extend_left(self, iterable, /):
    for item in [*iterable] if iterable is self else iterable:
        _deque_append_left(self, item)


def deque_copy(self, /):
    maxlen = _deque_maxlen(self)
    return type(self)(self) if maxlen is None else type(self)(self, maxlen)


def deque_add(a, b):
    made = deque_copy(a)
    deque_extend(made, b)
    return made


def deque_multiply(a, b):
    if isinstance(a, int):
        a, b = b, a
    return _deque_repeat(deque_copy(a), b)


def deque_reduce(self, /):
    maxlen = _deque_maxlen(self)
    return type(self), () if maxlen is None else ((), maxlen), getattr(self, '__dict__', None), iter(self)


def deque_equal(a, b):
    if len(a) != len(b):
        return False
    for x, y in zip(a, b):
        if x is not y and not x == y:
            return False
    return True


def deque_order(a, b, comparison):
    for x, y in zip(a, b):
        if x is not y and not x == y:
            return compare_items(x, y, comparison)
    return compare_lengths(a, b, comparison)


def deque_repr(self):
    if not _repr_enter(self):
        return '[...]'
    try:
        items = repr([*self])
    finally:
        _repr_leave(self)
    maxlen = _deque_maxlen(self)
    if maxlen is None:
        return f'{type(self).__name__}({items})'
    return f'{type(self).__name__}({items}, maxlen={maxlen})'


def deque_contains(self, value):
    for item in _deque_iterator(self):
        if item is value or item == value:
            return True
    return False


def deque_subscript(key):
    if not hasattr(type(key), '__index__'):
        raise TypeError(f"sequence index must be integer, not '{type(key).__name__}'")
    return as_index(key)


def deque_get_item(self, key):
    return self[deque_subscript(key)]


def deque_set_item(self, key, value):
    self[deque_subscript(key)] = value


def deque_delete_item(self, key):
    del self[deque_subscript(key)]


def deque_insert(self, index, value, /):
    self.insert(as_index(index), value)


def deque_rotate(self, n=1, /):
    self.rotate(as_index(n))


def deque_remove(self, value, /):
    position = 0
    iterator = _deque_iterator(self)
    for item in iterator:
        equal = item is value or item == value
        if _deque_changed(iterator):
            raise IndexError('deque mutated during iteration')
        if equal:
            _deque_delete(self, position)
            return
        position += 1
    raise ValueError(f'{value!r} is not in deque')


def deque_index(self, value, start=0, stop=9223372036854775807, /):
    start = search_bound(start, len(self))
    stop = search_bound(stop, len(self))
    position = 0
    for item in _deque_iterator(self):
        if position >= stop:
            break
        if position >= start and (item is value or item == value):
            return position
        position += 1
    raise ValueError(f'{value!r} is not in deque')


def deque_count(self, value, /):
    found = 0
    for item in _deque_iterator(self):
        if item is value or item == value:
            found += 1
    return found


def deque_iterator_construct(cls, deque, index=0, /):
    return cls(deque, as_index(index))
