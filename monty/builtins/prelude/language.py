"""What instructions of the machine do with operands that are written in Python."""


def build_set_display(items):
    result = set()
    for item in items:
        result.add(item)
    return result


def build_dict_display(items):
    result = {}
    for i in range(0, len(items), 2):
        result[items[i]] = items[i + 1]
    return result


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
        value = _str(value)
    elif conversion == 114:
        value = repr(value)
    elif conversion == 97:
        value = ascii(value)
    if spec is None:
        return format(value)
    return format(value, spec)


def dict_merge_call(target, mapping, callee):
    """** of a mapping that is no dict, in a call of callee (None in a display)."""
    for key in mapping.keys():
        if key in target:
            raise TypeError(f"{function_text(callee)} got multiple values for keyword argument '{key}'")
        target[key] = mapping[key]
