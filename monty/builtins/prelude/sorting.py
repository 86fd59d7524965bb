"""Sorting where the comparisons, or the keys, are written in Python: the same merge sort of natural runs as the native
one, over the positions of the items, so that an exception leaves no item lost."""


def builtin_sorted(iterable, /, *, key=None, reverse=False):
    items = list(iterable)
    if reverse is not False:
        reverse = sort_direction(reverse)
    if key is None:
        _sort_with_keys(items, items, reverse)
    else:
        _sort_with_keys(items, keys_of(items, key), reverse)
    return items


def keys_of(items, key):
    keys = _keys_on_the_spot(items, key)
    if not keys:
        return [key(item) for item in items]
    for position in range(len(keys), len(items)):
        keys.append(key(items[position]))
    return keys


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
            _sort_with_keys(items, keys_of(items, key), reverse)
    finally:
        modified = _list_attach(self, items)
    if modified:
        raise ValueError('list modified during sort')


def sort_with_keys(items, keys, reverse, /):
    order = [*range(len(keys))]
    if reverse:
        order.reverse()
    if items is keys:
        keys = [*keys]
    try:
        sort_positions(order, keys)
    finally:
        if reverse:
            order.reverse()
        items[:] = [items[position] for position in order]


def sort_positions(order, keys):
    total = len(order)
    shortest = total
    odd = 0
    while shortest >= 64:
        odd |= shortest & 1
        shortest >>= 1
    shortest += odd
    runs = []
    start = 0
    while start < total:
        stop = sort_find_run(order, keys, start, total)
        if stop - start < shortest and stop < total:
            forced = start + shortest
            if forced > total:
                forced = total
            sort_insert(order, keys, start, stop, forced)
            stop = forced
        runs.append((start, stop))
        start = stop
        while len(runs) > 1:
            # Merge while the last run is not much shorter than the one before it.
            first, middle = runs[-2]
            if middle - first > 2 * (stop - middle):
                break
            runs.pop()
            sort_merge(order, keys, first, middle, stop)
            runs[-1] = (first, stop)
    while len(runs) > 1:
        middle, stop = runs.pop()
        first = runs[-1][0]
        sort_merge(order, keys, first, middle, stop)
        runs[-1] = (first, stop)


def sort_find_run(order, keys, start, total):
    stop = start + 1
    if stop >= total:
        return total
    last = keys[order[stop]]
    if last < keys[order[start]]:
        stop += 1
        while stop < total:
            key = keys[order[stop]]
            if not key < last:
                break
            last = key
            stop += 1
        order[start:stop] = order[start:stop][::-1]
        return stop
    stop += 1
    while stop < total:
        key = keys[order[stop]]
        if key < last:
            break
        last = key
        stop += 1
    return stop


def sort_insert(order, keys, start, done, stop):
    run = order[start:done]
    try:
        for position in order[done:stop]:
            pivot = keys[position]
            low = 0
            high = done - start
            while low < high:
                middle = low + high >> 1
                if pivot < keys[run[middle]]:
                    high = middle
                else:
                    low = middle + 1
            run.insert(low, position)
            done += 1
    finally:
        # As far as it came: these are the positions that stood there.
        order[start:done] = run


def sort_merge(order, keys, first, middle, stop):
    # What stands right already on either side stays there.
    low = first
    high = middle
    pivot = keys[order[middle]]
    while low < high:
        centre = low + high >> 1
        if pivot < keys[order[centre]]:
            high = centre
        else:
            low = centre + 1
    first = low
    if first == middle:
        return
    low = middle
    high = stop
    pivot = keys[order[middle - 1]]
    while low < high:
        centre = low + high >> 1
        if keys[order[centre]] < pivot:
            low = centre + 1
        else:
            high = centre
    stop = low
    if stop == middle:
        return
    merged = []
    left = first
    right = middle
    left_position = order[left]
    right_position = order[right]
    left_key = keys[left_position]
    right_key = keys[right_position]
    while True:
        if right_key < left_key:
            merged.append(right_position)
            right += 1
            if right == stop:
                break
            right_position = order[right]
            right_key = keys[right_position]
        else:
            merged.append(left_position)
            left += 1
            if left == middle:
                break
            left_position = order[left]
            left_key = keys[left_position]
    merged.extend(order[left:middle])
    merged.extend(order[right:stop])
    order[first:stop] = merged
