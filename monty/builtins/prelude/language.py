"""What instructions of the machine do with operands that are written in Python."""


def contains_by_iteration(container, item):
    for found in container:
        if found is item or found == item:
            return True
    return False


def unpack_exact(iterable, count):
    items = []
    if count == 0:
        for item in iterable:
            raise ValueError('too many values to unpack (expected 0)')
        return ()
    iterator = iter(iterable)
    for item in iterator:
        items.append(item)
        if len(items) == count:
            break
    if len(items) < count:
        raise ValueError(f'not enough values to unpack (expected {count}, got {len(items)})')
    for item in iterator:
        raise ValueError(f'too many values to unpack (expected {count})')
    return tuple(items)


def unpack_starred(iterable, before, after):
    items = list(iterable)
    if len(items) < before + after:
        raise ValueError(f'not enough values to unpack (expected at least {before + after}, got {len(items)})')
    end = len(items) - after
    return (*items[:before], items[before:end], *items[end:])


def set_display(items):
    result = set()
    for item in items:
        result.add(item)
    return result


def dict_display(items):
    result = {}
    for i in range(0, len(items), 2):
        result[items[i]] = items[i + 1]
    return result


def list_extend_display(target, iterable):
    for item in iterable:
        target.append(item)


def set_update_display(target, iterable):
    for item in iterable:
        target.add(item)


def set_add_display(target, item):
    target.add(item)


def dict_set_display(target, key, value):
    target[key] = value


def dict_update_display(target, mapping):
    for key in mapping.keys():
        target[key] = mapping[key]


def format_field(value, conversion, spec):
    if conversion == 115:
        value = str(value)
    elif conversion == 114:
        value = repr(value)
    elif conversion == 97:
        value = ascii(value)
    if spec is None:
        return format(value)
    return format(value, spec)


def exception_repr(exception):
    if len(exception.args) == 1:
        return f'{type(exception).__name__}({exception.args[0]!r})'
    return f'{type(exception).__name__}{exception.args!r}'


def exception_str(exception):
    if len(exception.args) == 1:
        if isinstance(exception, KeyError):
            return repr(exception.args[0])
        return str(exception.args[0])
    return str(exception.args)
