"""Operations of set and frozenset whose keys need Python-level code: a hash or an equality written in Python, or an
iterable that is no plain container. The native twins are in objects/set_*; what is walked, grown and compared, and in
which order, is the same as there.

A comparison may change the set it is made for. So a search holds nothing but a slot's number, and asks after each
comparison whether the key is still there; if not, it starts again."""


def set_find(s, key, key_hash):
    """The slot that holds a key equal to `key`, or -1."""
    after = -1
    while True:
        found = _set_probe(s, key, key_hash, after)
        if found is None:
            return -1
        if found < 0:
            return -1 - found
        slot = found & 0xFFFFFFFFFF
        candidate = _set_key_at(s, slot)
        if candidate == key:
            equal = True
        else:
            equal = False
        if _set_key_at(s, slot) is not candidate:
            after = -1
        elif equal:
            return slot
        else:
            after = found


def set_store(s, key, key_hash):
    if set_find(s, key, key_hash) < 0:
        _set_insert(s, key, key_hash)


def set_drop(s, key, key_hash):
    """Remove the key; was it there?"""
    slot = set_find(s, key, key_hash)
    if slot < 0:
        return False
    _set_remove_at(s, slot)
    return True


def set_item_hash(item):
    """The hash by which a set is asked for an item: a set stands for the frozenset of its items."""
    if type(item) is set:
        return _set_hash(item)
    if isinstance(item, set):
        try:
            return hash(item)
        except TypeError:
            return _set_hash(item)
    return hash(item)


def is_any_set(value):
    return isinstance(value, (set, frozenset))


def set_result(s, result):
    """The set `result` as a new value of the type of s."""
    if isinstance(s, frozenset):
        return _set_freeze(result)
    return result


def set_duplicate(s):
    result = set()
    _set_fill(result, s)
    return result


# --- in place --------------------------------------------------------------------------------------------------------

def set_merge(s, other):
    if s is other or not other or _set_fill(s, other):
        return
    _set_prepare(s, len(other))
    slot = _set_next(other, 0)
    while slot >= 0:
        set_store(s, _set_key_at(other, slot), _set_hash_at(other, slot))
        slot = _set_next(other, slot + 1)


def set_update_from(s, source):
    if is_any_set(source):
        set_merge(s, source)
        return
    if type(source) is dict:
        _set_prepare(s, len(source))
        number = _dict_next(source, 0)
        while number >= 0:
            set_store(s, _dict_key_at(source, number), _dict_hash_at(source, number))
            number = _dict_next(source, number + 1)
        return
    iterator = iter(source)
    while True:
        taken = _set_take(s, iterator)
        if taken is None:
            return
        if taken is False:
            break
        set_store(s, taken[0], hash(taken[0]))
    for key in iterator:
        set_store(s, key, hash(key))


def set_difference_update_from(s, other):
    if s is other:
        s.clear()
        return
    if is_any_set(other):
        if len(other) >> 3 > len(s):
            other = set_common(s, other)
        slot = _set_next(other, 0)
        while slot >= 0:
            set_drop(s, _set_key_at(other, slot), _set_hash_at(other, slot))
            slot = _set_next(other, slot + 1)
    else:
        for key in other:
            set_drop(s, key, hash(key))
    _set_shrink(s)


def set_symmetric_difference_update_from(s, other):
    if s is other:
        s.clear()
        return
    if type(other) is dict:
        number = _dict_next(other, 0)
        while number >= 0:
            key = _dict_key_at(other, number)
            key_hash = _dict_hash_at(other, number)
            if not set_drop(s, key, key_hash):
                set_store(s, key, key_hash)
            number = _dict_next(other, number + 1)
        return
    if not is_any_set(other):
        other = set_construct(set, other)
    slot = _set_next(other, 0)
    while slot >= 0:
        key = _set_key_at(other, slot)
        key_hash = _set_hash_at(other, slot)
        if not set_drop(s, key, key_hash):
            set_store(s, key, key_hash)
        slot = _set_next(other, slot + 1)


# --- new sets (always of type set) -----------------------------------------------------------------------------------

def set_common(s, other):
    if s is other:
        return set_duplicate(s)
    result = set()
    if is_any_set(other):
        if len(other) > len(s):
            s, other = other, s
        slot = _set_next(other, 0)
        while slot >= 0:
            key = _set_key_at(other, slot)
            key_hash = _set_hash_at(other, slot)
            if set_find(s, key, key_hash) >= 0:
                set_store(result, key, key_hash)
            slot = _set_next(other, slot + 1)
        return result
    for key in other:
        key_hash = hash(key)
        if set_find(s, key, key_hash) >= 0:
            set_store(result, key, key_hash)
            if len(result) == len(s):
                break
    return result


def set_without(s, other):
    if is_any_set(other) or type(other) is dict:
        if len(s) >> 2 <= len(other):
            result = set()
            slot = _set_next(s, 0)
            while slot >= 0:
                key = _set_key_at(s, slot)
                key_hash = _set_hash_at(s, slot)
                if type(other) is dict:
                    found = dict_find(other, key, key_hash)
                else:
                    found = set_find(other, key, key_hash)
                if found < 0:
                    set_store(result, key, key_hash)
                slot = _set_next(s, slot + 1)
            return result
    result = set_duplicate(s)
    set_difference_update_from(result, other)
    return result


def set_exclusive(s, other):
    result = set_construct(set, other)
    set_symmetric_difference_update_from(result, s)
    return result


def set_construct(cls, iterable=()):
    if isinstance(iterable, set) or isinstance(iterable, frozenset) or type(iterable) is dict:
        # These know the hashes of their keys.
        result = set()
        set_update_from(result, iterable)
        return result
    return {key for key in iterable}


def frozenset_construct(cls, iterable=()):
    return _set_freeze(set_construct(set, iterable))


# --- operators -------------------------------------------------------------------------------------------------------

def set_contains(s, item):
    return set_find(s, item, set_item_hash(item)) >= 0


def set_within(a, b):
    if len(a) > len(b):
        return False
    slot = _set_next(a, 0)
    while slot >= 0:
        if set_find(b, _set_key_at(a, slot), _set_hash_at(a, slot)) < 0:
            return False
        slot = _set_next(a, slot + 1)
    return True


def set_equal(a, b):
    return len(a) == len(b) and set_within(a, b)


def set_order(a, b, comparison):
    if comparison == 0:
        return len(a) < len(b) and set_within(a, b)
    if comparison == 1:
        return set_within(a, b)
    if comparison == 4:
        return len(b) < len(a) and set_within(b, a)
    return set_within(b, a)


def set_repr(s):
    name = type(s).__name__
    if not s:
        return name + '()'
    if not _repr_enter(s):
        return name + '(...)'
    try:
        text = '{' + ', '.join([repr(key) for key in list(s)]) + '}'
    finally:
        _repr_leave(s)
    if type(s) is set:
        return text
    return name + '(' + text + ')'


def set_and(a, b):
    return set_result(a, set_common(a, b))


def set_or(a, b):
    result = set_duplicate(a)
    if a is not b:
        set_update_from(result, b)
    return set_result(a, result)


def set_xor(a, b):
    return set_result(a, set_exclusive(a, b))


def set_sub(a, b):
    return set_result(a, set_without(a, b))


def set_inplace_and(a, b):
    set_intersection_update(a, b)
    return a


def set_inplace_or(a, b):
    set_update_from(a, b)
    return a


def set_inplace_xor(a, b):
    set_symmetric_difference_update_from(a, b)
    return a


def set_inplace_sub(a, b):
    set_difference_update_from(a, b)
    return a


# --- methods ---------------------------------------------------------------------------------------------------------

def set_add(s, element):
    set_store(s, element, hash(element))


def set_discard(s, element):
    set_drop(s, element, set_item_hash(element))


def set_remove(s, element):
    if not set_drop(s, element, set_item_hash(element)):
        raise KeyError(element)


def set_update(s, *others):
    for other in others:
        set_update_from(s, other)


def set_intersection_update(s, *others):
    result = set_duplicate(s) if not others else set_common(s, others[0])
    for other in others[1:]:
        result = set_common(result, other)
    _set_swap(s, result)


def set_difference_update(s, *others):
    for other in others:
        set_difference_update_from(s, other)


def set_symmetric_difference_update(s, other):
    set_symmetric_difference_update_from(s, other)


def set_union(s, *others):
    result = set_duplicate(s)
    for other in others:
        if other is not s:
            set_update_from(result, other)
    return set_result(s, result)


def set_intersection(s, *others):
    result = set_duplicate(s) if not others else set_common(s, others[0])
    for other in others[1:]:
        result = set_common(result, other)
    return set_result(s, result)


def set_difference(s, *others):
    result = set_duplicate(s) if not others else set_without(s, others[0])
    for other in others[1:]:
        set_difference_update_from(result, other)
    return set_result(s, result)


def set_symmetric_difference(s, other):
    return set_result(s, set_exclusive(s, other))


def set_isdisjoint(s, other):
    if s is other:
        return len(s) == 0
    if is_any_set(other):
        if len(other) > len(s):
            s, other = other, s
        slot = _set_next(other, 0)
        while slot >= 0:
            if set_find(s, _set_key_at(other, slot), _set_hash_at(other, slot)) >= 0:
                return False
            slot = _set_next(other, slot + 1)
        return True
    for key in other:
        if set_find(s, key, hash(key)) >= 0:
            return False
    return True


def set_issubset(s, other):
    if not is_any_set(other):
        if _host_minor() >= 12:
            return len(set_common(s, other)) == len(s)
        other = set_construct(set, other)
    return set_within(s, other)


def set_issuperset(s, other):
    if is_any_set(other):
        return set_within(other, s)
    for key in other:
        if set_find(s, key, hash(key)) < 0:
            return False
    return True
