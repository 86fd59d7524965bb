"""Operations of dicts whose keys or values need Python-level code: a hash or an equality written in Python, an iterable
that is no plain container, values that are nested too deeply for native code. The native twins are in objects/dict_*.

A comparison may change the dict it is made for. So a search holds nothing but an entry's number, and asks after each
comparison whether the entry is still there; if not, it starts again."""


def dict_find(d, key, key_hash):
    """Number of the entry whose key equals `key`, or -1."""
    after = -1
    while True:
        found = _dict_probe(d, key, key_hash, after)
        if found is None:
            return -1
        if found < 0:
            return -1 - found
        number = found & 0xFFFFFFFFFF
        candidate = _dict_key_at(d, number)
        if candidate == key:
            equal = True
        else:
            equal = False
        if _dict_key_at(d, number) is not candidate:
            after = -1
        elif equal:
            return number
        else:
            after = found


def dict_store(d, key, key_hash, value):
    number = dict_find(d, key, key_hash)
    if number < 0:
        _dict_insert(d, key, key_hash, value)
    else:
        _dict_replace_at(d, number, value)


# --- operators -------------------------------------------------------------------------------------------------------

def dict_get_item(d, key):
    number = dict_find(d, key, hash(key))
    if number < 0:
        raise KeyError(key)
    return _dict_value_at(d, number)


def dict_set_item(d, key, value):
    dict_store(d, key, hash(key), value)


def dict_delete_item(d, key):
    number = dict_find(d, key, hash(key))
    if number < 0:
        raise KeyError(key)
    _dict_remove_at(d, number)


def dict_contains(d, key):
    return dict_find(d, key, hash(key)) >= 0


def dict_equal(a, b):
    if len(a) != len(b):
        return False
    number = _dict_next(a, 0)
    while number >= 0:
        value = _dict_value_at(a, number)
        found = dict_find(b, _dict_key_at(a, number), _dict_hash_at(a, number))
        if found < 0:
            return False
        other = _dict_value_at(b, found)
        if other is not value and not other == value:
            return False
        number = _dict_next(a, number + 1)
    return True


def dict_repr(d):
    if not d:
        return '{}'
    if not _repr_enter(d):
        return '{...}'
    try:
        pieces = []
        number = _dict_next(d, 0)
        while number >= 0:
            key = _dict_key_at(d, number)
            value = _dict_value_at(d, number)
            pieces.append(repr(key) + ': ' + repr(value))
            number = _dict_next(d, number + 1)
    finally:
        _repr_leave(d)
    return '{' + ', '.join(pieces) + '}'


def dict_or(a, b):
    result = a.copy()
    dict_merge_dict(result, b)
    return result


def dict_inplace_or(d, source):
    dict_merge(d, source)
    return d


# --- from other sources ----------------------------------------------------------------------------------------------

def dict_merge_dict(d, source):
    """d.update(source) for two dicts: keys keep their known hashes."""
    if d is source:
        return
    size = len(source)
    number = _dict_next(source, 0)
    while number >= 0:
        dict_store(d, _dict_key_at(source, number), _dict_hash_at(source, number), _dict_value_at(source, number))
        if len(source) != size:
            raise RuntimeError('dict mutated during update')
        number = _dict_next(source, number + 1)


def dict_merge_mapping(d, source):
    for key in source.keys():
        d[key] = source[key]


def dict_merge_pair(d, pair, number):
    if type(pair) is not tuple and type(pair) is not list:
        iterable = True
        try:
            iterator = iter(pair)
        except TypeError:
            iterable = False
        if not iterable:
            raise TypeError(f'cannot convert dictionary update sequence element #{number} to a sequence')
        pair = list(iterator)
    if len(pair) != 2:
        raise ValueError(f'dictionary update sequence element #{number} has length {len(pair)}; 2 is required')
    d[pair[0]] = pair[1]


def dict_merge_pairs(d, source):
    iterator = iter(source)
    number = 0
    while True:
        taken = _dict_take_pairs(d, iterator, number)
        if taken is None:
            return
        if type(taken) is int:
            break
        dict_merge_pair(d, taken[1], taken[0])
        number = taken[0] + 1
    for pair in iterator:
        if type(pair) is tuple and len(pair) == 2:
            key, value = pair
            d[key] = value
        else:
            dict_merge_pair(d, pair, number)
        number += 1


def dict_merge(d, source):
    if type(source) is dict:
        dict_merge_dict(d, source)
    elif hasattr(source, 'keys'):
        dict_merge_mapping(d, source)
    else:
        dict_merge_pairs(d, source)


def dict_update_mapping(d, mapping):
    """** in a display."""
    if type(mapping) is dict:
        dict_merge_dict(d, mapping)
        return
    is_mapping = True
    try:
        dict_merge_mapping(d, mapping)
    except AttributeError:
        is_mapping = False
    if not is_mapping:
        raise TypeError(f"'{type(mapping).__name__}' object is not a mapping")


def function_text(function):
    """A function as the errors of its calls name it."""
    name = getattr(function, '__qualname__', None)
    if name is None:
        return str(function)
    module = getattr(function, '__module__', None)
    if module is None or module == 'builtins':
        return f'{name}()'
    return f'{module}.{name}()'


def dict_merge_keywords(d, mapping, function):
    """** in a call."""
    keys = None
    try:
        keys = mapping.keys()
    except AttributeError:
        pass
    if keys is None:
        raise TypeError(f'{function_text(function)} argument after ** must be a mapping, '
                        f'not {type(mapping).__name__}')
    for key in keys:
        value = mapping[key]
        if key in d:
            raise TypeError(f"{function_text(function)} got multiple values for keyword argument '{key}'")
        d[key] = value
    for key in d:
        if not isinstance(key, str):
            raise TypeError('keywords must be strings')


def dict_construct(cls, /, *args, **kwargs):
    if len(args) > 1:
        raise TypeError(f'dict expected at most 1 argument, got {len(args)}')
    if not args:
        return kwargs
    d = {}
    dict_merge(d, args[0])
    if kwargs:
        dict_merge_dict(d, kwargs)
    return d


def dict_update(d, /, *args, **kwargs):
    if len(args) > 1:
        raise TypeError(f'update expected at most 1 argument, got {len(args)}')
    if args:
        dict_merge(d, args[0])
    if kwargs:
        dict_merge_dict(d, kwargs)


def dict_fromkeys(cls, iterable, value=None):
    d = {} if cls is dict else cls()
    for key in iterable:
        d[key] = value
    return d


# --- methods ---------------------------------------------------------------------------------------------------------

def dict_get_default(d, key, default=None):
    number = dict_find(d, key, hash(key))
    if number < 0:
        return default
    return _dict_value_at(d, number)


def dict_setdefault(d, key, default=None):
    key_hash = hash(key)
    number = dict_find(d, key, key_hash)
    if number < 0:
        _dict_insert(d, key, key_hash, default)
        return default
    return _dict_value_at(d, number)


def dict_pop(d, key, *default):
    number = dict_find(d, key, hash(key))
    if number >= 0:
        return _dict_remove_at(d, number)
    if default:
        return default[0]
    raise KeyError(key)


# --- views -----------------------------------------------------------------------------------------------------------

def dict_view_repr(view):
    if not _repr_enter(view):
        return '...'
    try:
        pieces = [repr(item) for item in list(view)]
    finally:
        _repr_leave(view)
    return type(view).__name__ + '([' + ', '.join(pieces) + '])'


def dict_keys_contains(view, key):
    return dict_contains(_dict_of_view(view), key)


def dict_items_contains(view, item):
    if not isinstance(item, tuple) or len(item) != 2:
        return False
    d = _dict_of_view(view)
    number = dict_find(d, item[0], hash(item[0]))
    if number < 0:
        return False
    found = _dict_value_at(d, number)
    if found is item[1] or found == item[1]:
        return True
    return False


def all_contained_in(some, others):
    for item in some:
        if item not in others:
            return False
    return True


def dict_view_equal(a, b):
    return len(a) == len(b) and all_contained_in(a, b)


def dict_view_order(a, b, comparison):
    if comparison == 0:
        return len(a) < len(b) and all_contained_in(a, b)
    if comparison == 1:
        return len(a) <= len(b) and all_contained_in(a, b)
    if comparison == 4:
        return len(a) > len(b) and all_contained_in(b, a)
    return len(a) >= len(b) and all_contained_in(b, a)


def is_set_view(value):
    kind = type(value).__name__
    return kind == 'dict_keys' or kind == 'dict_items'


def dict_view_and(a, b):
    if not is_set_view(a):
        a, b = b, a
    if type(b) is set and len(a) <= len(b):
        return b.intersection(a)
    if is_set_view(b) and len(b) > len(a):
        a, b = b, a
    result = set()
    for item in b:
        if item in a:
            result.add(item)
    return result


def set_of_view(view):
    if type(view).__name__ == 'dict_keys':
        return set(_dict_of_view(view))
    return set(view)


def dict_view_or(a, b):
    result = set_of_view(a)
    result.update(b)
    return result


def dict_view_sub(a, b):
    result = set_of_view(a)
    result.difference_update(b)
    return result


def dict_view_xor(a, b):
    if type(a).__name__ == 'dict_items' and type(b).__name__ == 'dict_items':
        return dict_items_xor(_dict_of_view(a), _dict_of_view(b))
    result = set_of_view(a)
    result.symmetric_difference_update(b)
    return result


def dict_items_xor(a, b):
    left = a.copy()
    result = set()
    number = _dict_next(b, 0)
    while number >= 0:
        key = _dict_key_at(b, number)
        value = _dict_value_at(b, number)
        found = dict_find(left, key, _dict_hash_at(b, number))
        same = False
        if found >= 0:
            other = _dict_value_at(left, found)
            if other is value or other == value:
                same = True
        if same:
            _dict_remove_at(left, found)
        else:
            result.add((key, value))
        number = _dict_next(b, number + 1)
    result.update(left.items())
    return result


def dict_view_isdisjoint(view, other):
    if view is other:
        return len(view) == 0
    if (isinstance(other, (set, frozenset)) or is_set_view(other)) and len(other) > len(view):
        view, other = other, view
    for item in other:
        if item in view:
            return False
    return True


# --- mappingproxy ----------------------------------------------------------------------------------------------------

def unwrapped_mapping(value):
    if type(value).__name__ == 'mappingproxy':
        return _dict_of_view(value)
    return value


def mapping_proxy_get_item(proxy, key):
    return _dict_of_view(proxy)[key]


def mapping_proxy_contains(proxy, key):
    return key in _dict_of_view(proxy)


def mapping_proxy_equal(a, b):
    return unwrapped_mapping(a) == unwrapped_mapping(b)


def mapping_proxy_repr(proxy):
    return f'mappingproxy({_dict_of_view(proxy)!r})'


def mapping_proxy_str(proxy):
    return str(_dict_of_view(proxy))


def mapping_proxy_or(a, b):
    return unwrapped_mapping(a) | unwrapped_mapping(b)


def mapping_proxy_length(proxy):
    return len(_dict_of_view(proxy))


def mapping_proxy_iterate(proxy):
    return iter(_dict_of_view(proxy))


def mapping_proxy_get(proxy, key, default=None):
    return _dict_of_view(proxy).get(key, default)


def mapping_proxy_keys(proxy):
    return _dict_of_view(proxy).keys()


def mapping_proxy_values(proxy):
    return _dict_of_view(proxy).values()


def mapping_proxy_items(proxy):
    return _dict_of_view(proxy).items()


def mapping_proxy_copy(proxy):
    return _dict_of_view(proxy).copy()


def mapping_proxy_reversed(proxy):
    return reversed(_dict_of_view(proxy))


def dict_make_last(self, key, /):
    if not dict.__contains__(self, key):
        return False
    dict.__setitem__(self, key, dict.pop(self, key))
    return True


def count_items(counts, items, /):
    get = counts.get
    for item in items:
        counts[item] = get(item, 0) + 1
