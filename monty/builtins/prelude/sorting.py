"""Sorting where keys are made by anything else than functions and methods, or what is to be sorted is iterated by code
of the program. The machine compares (_sorting)."""


def builtin_sorted(iterable, /, *, key=None, reverse=False):
    items = list(iterable)
    items.sort(key=key, reverse=reverse)
    return items


def call_key(key, item, /):
    return key(item)


def sort_direction(reverse):
    if _host_minor() < 12:
        return as_index(reverse) != 0
    return not not reverse


def list_sort(self, /, *, key=None, reverse=False):
    if reverse is not False:
        reverse = sort_direction(reverse)
    items = _list_detach(self)
    try:
        if key is None:
            _sort_with_keys(items, items, reverse)
        else:
            _sort_with_keys(items, [key(item) for item in items], reverse)
    finally:
        modified = _list_attach(self, items)
    if modified:
        raise ValueError('list modified during sort')
