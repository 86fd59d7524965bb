"""Builtin functions over iterables that are generators or objects written in Python, or that call back: the twins of
builtins/iteration. The generator functions named in FACADES show as map, filter, zip, enumerate, reversed and
callable_iterator. The loop `for item in iterator: ...; break` is the way to take one item."""


def invalid_keyword(name, keyword):
    if _host_minor() >= 13:
        return TypeError(f"{name}() got an unexpected keyword argument '{keyword}'")
    return TypeError(f"'{keyword}' is an invalid keyword argument for {name}()")


def contains_by_iteration(iterable, value):
    for item in iterable:
        if item is value or item == value:
            return True
    return False


# --- unpacking ---


def unpack_exact(iterable, count):
    items = []
    for item in iterable:
        if len(items) == count:
            raise ValueError(f'too many values to unpack (expected {count})')
        items.append(item)
    if len(items) < count:
        raise ValueError(f'not enough values to unpack (expected {count}, got {len(items)})')
    return (*items,)


def unpack_starred(iterable, before, after):
    items = [item for item in iterable]
    if len(items) < before + after:
        raise ValueError(f'not enough values to unpack (expected at least {before + after}, got {len(items)})')
    stop = len(items) - after
    return (*items[:before], items[before:stop], *items[stop:])


# --- iterators ---


def iterate_callable(function, sentinel, /):
    if not callable(function):
        if _host_minor() == 12:
            raise TypeError('iter(object, sentinel): object must be callable')
        raise TypeError('iter(v, w): v must be callable')
    return callable_items(function, sentinel)


def callable_items(function, sentinel):
    while True:
        try:
            item = function()
        except StopIteration:
            return
        if item is sentinel or sentinel == item:
            return
        yield item


def enumerate_construct(cls, /, iterable, start=0):
    start = as_index(start)
    return enumerate_items(iter(iterable), start)


def enumerate_items(iterator, number):
    for item in iterator:
        yield (number, item)
        number += 1


def zip_construct(cls, /, *iterables, **keywords):
    strict = False
    for keyword in keywords:
        if keyword != 'strict':
            raise invalid_keyword('zip', keyword)
        strict = not not keywords[keyword]
    iterators = [iter(iterable) for iterable in iterables]
    if strict:
        return zip_strict_items(iterators)
    if len(iterators) == 2:
        return zip_pairs(iterators[0], iterators[1])
    return zip_items(iterators)


def zip_pairs(first, second):
    for a in first:
        for b in second:
            yield (a, b)
            break
        else:
            return


def zip_items(iterators):
    if not iterators:
        return
    while True:
        items = []
        for iterator in iterators:
            for item in iterator:
                items.append(item)
                break
            else:
                return
        yield (*items,)


def zip_strict_items(iterators):
    if not iterators:
        return
    while True:
        items = []
        for iterator in iterators:
            for item in iterator:
                items.append(item)
                break
            else:
                zip_check(iterators, len(items))
                return
        yield (*items,)


def zip_check(iterators, finished):
    if finished > 0:
        others = 'argument 1' if finished == 1 else f'arguments 1-{finished}'
        raise ValueError(f'zip() argument {finished + 1} is shorter than {others}')
    position = 0
    for iterator in iterators:
        if position > 0:
            for item in iterator:
                others = 'argument 1' if position == 1 else f'arguments 1-{position}'
                raise ValueError(f'zip() argument {position + 1} is longer than {others}')
        position += 1


def map_construct(cls, function, /, *iterables):
    iterators = [iter(iterable) for iterable in iterables]
    if len(iterators) == 1:
        return map_items(function, iterators[0])
    return map_tuples(function, iterators)


def map_items(function, iterator):
    try:
        for item in iterator:
            result = function(item)
            # What is not needed any more is released before the next one is made.
            item = None
            yield result
    except StopIteration:
        return


def map_tuples(function, iterators):
    try:
        if len(iterators) == 2:
            for first, second in zip(*iterators):
                result = function(first, second)
                first = second = None
                yield result
            return
        for items in zip(*iterators):
            yield function(*items)
    except StopIteration:
        return


def filter_construct(cls, function, iterable, /):
    iterator = iter(iterable)
    if function is None or function is bool:
        return filter_true(iterator)
    return filter_items(function, iterator)


def filter_true(iterator):
    for item in iterator:
        if item:
            yield item


def filter_items(function, iterator):
    try:
        for item in iterator:
            if function(item):
                yield item
    except StopIteration:
        return


def reversed_construct(cls, sequence, /):
    method = _special(sequence, '__reversed__')
    if not _is_missing(method) and method is not None:
        return method()
    if method is None or _is_missing(_special(sequence, '__getitem__')):
        raise TypeError(f"'{type(sequence).__name__}' object is not reversible")
    return reversed_items(sequence, len(sequence))


def reversed_items(sequence, index):
    while index > 0:
        index -= 1
        try:
            item = sequence[index]
        except (IndexError, StopIteration):
            return
        yield item


# --- reductions ---


def builtin_any(iterable, /):
    for item in iterable:
        if item:
            return True
    return False


def builtin_all(iterable, /):
    for item in iterable:
        if not item:
            return False
    return True


def builtin_sum(iterable, /, start=0):
    iterator = iter(iterable)
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    if isinstance(start, bytes):
        raise TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
    if isinstance(start, bytearray):
        raise TypeError("sum() can't sum bytearray [use b''.join(seq) instead]")
    if _sum_is_compensated():
        return sum_compensated(iterator, start)
    for item in iterator:
        start = start + item
    return start


def sum_compensated(iterator, total):
    if type(total) is int:
        for item in iterator:
            was_small = -0x8000000000000000 <= total <= 0x7FFFFFFFFFFFFFFF
            total = total + item
            if type(total) is not int:
                if not was_small:
                    return sum_rest(iterator, total)
                break
        else:
            return total
    if type(total) is not float:
        return sum_rest(iterator, total)
    lost = 0.0
    for item in iterator:
        if type(item) is float:
            after = total + item
            if abs(total) >= abs(item):
                lost += (total - after) + item
            else:
                lost += (item - after) + total
            total = after
        elif isinstance(item, int) and -0x8000000000000000 <= item <= 0x7FFFFFFFFFFFFFFF:
            total += item
        else:
            if lost and lost - lost == 0.0:
                total += lost
            return sum_rest(iterator, total + item)
    if lost and lost - lost == 0.0:
        total += lost
    return total


def sum_rest(iterator, total):
    for item in iterator:
        total = total + item
    return total


def builtin_max(*arguments, **keywords):
    return choose_best('max', arguments, keywords)


def builtin_min(*arguments, **keywords):
    return choose_best('min', arguments, keywords)


def choose_best(name, arguments, keywords):
    for keyword in keywords:
        if keyword != 'key' and keyword != 'default':
            raise invalid_keyword(name, keyword)
    if not arguments:
        raise TypeError(f'{name} expected at least 1 argument, got 0')
    if len(arguments) > 1:
        if 'default' in keywords:
            raise TypeError(f'Cannot specify a default for {name}() with multiple positional arguments')
        iterator = iter(arguments)
    else:
        iterator = iter(arguments[0])
    key = keywords.get('key')
    for best in iterator:
        break
    else:
        if 'default' in keywords:
            return keywords['default']
        if _host_minor() >= 12:
            raise ValueError(f'{name}() iterable argument is empty')
        raise ValueError(f'{name}() arg is an empty sequence')
    if key is None:
        if name == 'max':
            for item in iterator:
                if item > best:
                    best = item
        else:
            for item in iterator:
                if item < best:
                    best = item
        return best
    best_key = key(best)
    if name == 'max':
        for item in iterator:
            item_key = key(item)
            if item_key > best_key:
                best = item
                best_key = item_key
    else:
        for item in iterator:
            item_key = key(item)
            if item_key < best_key:
                best = item
                best_key = item_key
    return best
