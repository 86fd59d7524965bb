"""Sorting as a whole: which way for which keys. Plain ints are sorted in place; everything else as entries of a prefix
and a position (sort_keys), by radix where there are many in no order yet (sort_radix), else, and for ties, by merging
(sort_merge)."""

from libc.stdint cimport int64_t, uint64_t
from libc.string cimport memcpy, memmove

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_truth
from monty.objects.sequence cimport host_minor
from monty.objects.sort_keys cimport (SEEN_BIG_INT, SEEN_FLOAT, SEEN_INSTANCE, SEEN_INT, TIE_NONE, TIE_STR, Entry,
                                      Sorter, entry_index, extend_prefixes, kinds_of, make_entries)
from monty.objects.sort_merge cimport merge_sort, room_for_spare
from monty.objects.sort_radix cimport radix_sort_entries, radix_sort_ints

cdef enum:
    SMALL = 64              # so many entries are sorted without memory from the heap
    FEW = 40                # so many numbers are sorted by insertion
    RADIX_FROM = 256        # fewer are merged
    MAX_DEPTH = 20          # so often are strings with equal prefixes sorted by longer ones


# --- entries ---------------------------------------------------------------------------------------------------------

# Is a prefix smaller than the one before it for an eighth of the entries or more? Sorting by radix is quicker then.
cdef bint in_disorder(Entry* entries, int64_t count) noexcept nogil:
    cdef int64_t i
    cdef int64_t descents = 0
    cdef int64_t enough = count >> 3
    for i in range(1, count):
        descents += entries[i].prefix < entries[i - 1].prefix
        if descents >= enough:
            return True
    return False


# Sort what has equal prefixes within entries[start:stop], which are sorted by prefix. OK, ERROR or DEFER.
cdef int sort_ties(Sorter* s, int64_t start, int64_t stop, int depth) noexcept nogil:
    cdef int64_t end
    cdef int status
    while start < stop:
        end = start + 1
        while end < stop and s.entries[end].prefix == s.entries[start].prefix:
            end += 1
        if end - start > 1:
            if s.tie == TIE_STR and depth > 0 and end - start >= 16:
                # Long strings: look at what comes after all that these have in common.
                status = extend_prefixes(s, start, end)
                if status == OK:
                    if merge_prefixes(s, start, end) != OK:
                        return ERROR
                    status = sort_ties(s, start, end, depth - 1)
                if status != OK and status != EXHAUSTED:
                    return status
            elif merge_sort(s, start, end) != OK:
                return s.status
        start = end
    return OK


# Sort entries[start:end] by their prefixes alone. OK or ERROR.
cdef int merge_prefixes(Sorter* s, int64_t start, int64_t end) noexcept nogil:
    cdef int tie = s.tie
    cdef int status
    s.tie = TIE_NONE
    status = merge_sort(s, start, end)
    s.tie = tie
    return OK if status == OK else ERROR


# Sort the entries that make_entries has made. OK, ERROR or DEFER.
cdef int sort_entries(Sorter* s) noexcept nogil:
    cdef int status
    s.status = OK
    if s.count >= RADIX_FROM and in_disorder(s.entries, s.count):
        status = radix_sort_entries(s)
        if status == OK and s.tie != TIE_NONE:
            status = sort_ties(s, 0, s.count, MAX_DEPTH)
        if status != ERROR or s.vm.fatal != LIMIT_NONE:
            return status
        # Some items cannot be compared. Which two the error names, and how far the items are sorted then, depends on
        # the order of the comparisons: begin again, in CPython's order.
        clear_error(s.vm)
        if make_entries(s) != OK:
            return ERROR
    if merge_sort(s, 0, s.count) != OK:
        return s.status
    return OK


# Put the items where the entries say. The spare entries serve as room: they are as large as values. OK or ERROR.
cdef int apply_order(Sorter* s, Value* items) noexcept nogil:
    cdef Value* room
    cdef int64_t i
    cdef int64_t last = s.count - 1
    # Nothing to do if they stand there already.
    i = 0
    if s.reverse:
        while i <= last and entry_index(&s.entries[i]) == last - i:
            i += 1
    else:
        while i <= last and entry_index(&s.entries[i]) == i:
            i += 1
    if i > last:
        return OK
    if room_for_spare(s) != OK:
        return ERROR
    room = <Value*>s.spare
    if s.reverse:
        for i in range(s.count):
            room[last - i] = items[entry_index(&s.entries[i])]
    else:
        for i in range(s.count):
            room[i] = items[entry_index(&s.entries[i])]
    memcpy(items, room, <size_t>s.count * sizeof(Value))
    return OK


# --- plain numbers ---------------------------------------------------------------------------------------------------

# Insertion sort of a few plain ints.
cdef void sort_few_ints(Value* values, int64_t count, bint reverse) noexcept nogil:
    cdef int64_t i, j
    cdef int64_t pivot
    for i in range(1, count):
        pivot = values[i].as_.i
        j = i
        if reverse:
            while j > 0 and values[j - 1].as_.i < pivot:
                values[j].as_.i = values[j - 1].as_.i
                j -= 1
        else:
            while j > 0 and values[j - 1].as_.i > pivot:
                values[j].as_.i = values[j - 1].as_.i
                j -= 1
        values[j].as_.i = pivot


# Insertion sort of a few floats, none of them NaN.
cdef void sort_few_floats(Value* values, int64_t count, bint reverse) noexcept nogil:
    cdef int64_t i, j
    cdef double pivot
    for i in range(1, count):
        pivot = values[i].as_.f
        j = i
        if reverse:
            while j > 0 and values[j - 1].as_.f < pivot:
                values[j].as_.f = values[j - 1].as_.f
                j -= 1
        else:
            while j > 0 and values[j - 1].as_.f > pivot:
                values[j].as_.f = values[j - 1].as_.f
                j -= 1
        values[j].as_.f = pivot


# How many plain ints are in order from the beginning.
cdef int64_t ints_in_order(Value* values, int64_t count, bint reverse) noexcept nogil:
    cdef int64_t i = 1
    if reverse:
        while i < count and values[i].as_.i <= values[i - 1].as_.i:
            i += 1
    else:
        while i < count and values[i].as_.i >= values[i - 1].as_.i:
            i += 1
    return i


# Merge the sorted values[:middle] with the few sorted ones behind them. OK or ERROR.
cdef int merge_few_ints(VM* vm, Value* values, int64_t middle, int64_t count, bint reverse) noexcept nogil:
    cdef int64_t i = middle - 1
    cdef int64_t j = count - middle - 1
    cdef int64_t target = count - 1
    cdef Value* few = <Value*>buffer_new(vm, <size_t>(count - middle) * sizeof(Value))
    if few == NULL:
        return ERROR
    memcpy(few, values + middle, <size_t>(count - middle) * sizeof(Value))
    while j >= 0:
        if i >= 0 and (values[i].as_.i < few[j].as_.i if reverse else values[i].as_.i > few[j].as_.i):
            values[target] = values[i]
            i -= 1
        else:
            values[target] = few[j]
            j -= 1
        target -= 1
    buffer_free(vm, few)
    return OK


# Sort plain ints in place. OK or ERROR; NOT_IMPLEMENTED if merging entries is better.
cdef int sort_ints(VM* vm, Value* values, int64_t count, bint reverse) noexcept nogil:
    cdef int64_t i, middle, held
    cdef int64_t descents = 0
    if count <= FEW:
        sort_few_ints(values, count, reverse)
        return OK
    middle = ints_in_order(values, count, reverse)
    if middle == count:
        return OK
    if ints_in_order(values, count, not reverse) == count:
        # Equal ints cannot be told apart.
        i = 0
        while i < count - 1 - i:
            held = values[i].as_.i
            values[i].as_.i = values[count - 1 - i].as_.i
            values[count - 1 - i].as_.i = held
            i += 1
        return OK
    for i in range(middle + 1, count):
        descents += values[i].as_.i > values[i - 1].as_.i if reverse else values[i].as_.i < values[i - 1].as_.i
        if descents > 8:
            break
    if count - middle <= count >> 3 or descents <= 8:
        # A sorted list with something appended, or few sorted stretches.
        if sort_items(vm, values + middle, values + middle, count - middle, reverse) != OK:
            return ERROR
        return merge_few_ints(vm, values, middle, count, reverse)
    if count < RADIX_FROM:
        return NOT_IMPLEMENTED
    # A few more stretches are merged as entries, many are sorted by radix.
    descents = 0
    for i in range(1, count):
        descents += values[i].as_.i < values[i - 1].as_.i
    if descents < count >> 3:
        return NOT_IMPLEMENTED
    return radix_sort_ints(vm, values, count, reverse)


cdef int sort_items(VM* vm, Value* items, Value* keys, int64_t count, bint reverse) noexcept nogil:
    cdef Entry[2 * SMALL] few
    cdef Sorter s
    cdef int status
    if count < 2:
        return OK
    s.seen = kinds_of(keys, count)
    if s.seen & SEEN_INSTANCE:
        return DEFER
    if poll(vm, count) != OK:
        return ERROR
    if keys == items:
        if not s.seen & ~(SEEN_INT | SEEN_BIG_INT):
            status = sort_ints(vm, items, count, reverse)
            if status != NOT_IMPLEMENTED:
                return status
        elif s.seen == SEEN_FLOAT and count <= FEW:
            sort_few_floats(items, count, reverse)
            return OK
    s.vm = vm
    s.keys = keys
    s.count = count
    s.reverse = reverse
    s.spare = NULL
    if count <= SMALL:
        s.entries = &few[0]
        s.spare = &few[0] + SMALL
    else:
        s.entries = <Entry*>buffer_new(vm, <size_t>count * sizeof(Entry))
        if s.entries == NULL:
            return ERROR
    status = make_entries(&s)
    if status == OK:
        status = sort_entries(&s)
        # An error leaves the items in the order reached so far; a deferred sort begins again from the first one.
        if (status == OK or (status == ERROR and vm.fatal == LIMIT_NONE)) and apply_order(&s, items) != OK:
            status = ERROR
    if count > SMALL:
        buffer_free(vm, s.entries)
        buffer_free(vm, s.spare)
    return status


cdef int sort_direction(VM* vm, Value v, bint* out) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    if type == T_UNSET:
        out[0] = False
        return OK
    # 3.11 takes ints only.
    if host_minor() < 12 and type != T_BOOL and type != T_INT and type != T_INSTANCE:
        if type == T_LONG:
            return raise_error(vm, E_OVERFLOW_ERROR, "Python int too large to convert to C int")
        return raise_format(vm, E_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(v), NULL,
                            NULL)
    return value_truth(vm, v, out)
