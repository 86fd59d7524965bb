"""The merge sort of natural runs, stable, with CPython's choice of runs and of the order of merges."""

from libc.stdint cimport int64_t
from libc.string cimport memcpy, memmove

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.sort_keys cimport Entry, Sorter, entry_less


cdef int room_for_spare(Sorter* s) noexcept nogil:
    if s.spare == NULL:
        s.spare = <Entry*>buffer_new(s.vm, <size_t>s.count * sizeof(Entry))
        if s.spare == NULL:
            s.status = ERROR
            return ERROR
    return OK


cdef void reverse_entries(Entry* first, int64_t count) noexcept nogil:
    cdef Entry* last = first + count - 1
    cdef Entry held
    while first < last:
        held = first[0]
        first[0] = last[0]
        last[0] = held
        first += 1
        last -= 1


# Length of the run that begins at `first`, at most `count`; a strictly descending one is turned round. -1: failed.
cdef int64_t count_run(Sorter* s, Entry* first, int64_t count) noexcept nogil:
    cdef int64_t n = 2
    cdef int less
    if count < 2:
        return count
    less = entry_less(s, first + 1, first)
    if less < 0:
        return -1
    if less:
        while n < count:
            less = entry_less(s, first + n, first + n - 1)
            if less < 0:
                return -1
            if not less:
                break
            n += 1
        reverse_entries(first, n)
        return n
    while n < count:
        less = entry_less(s, first + n, first + n - 1)
        if less < 0:
            return -1
        if less:
            break
        n += 1
    return n


# Insert entries `done` ... count-1 into the sorted ones before them. OK, or -1: failed.
cdef int insert_entries(Sorter* s, Entry* first, int64_t done, int64_t count) noexcept nogil:
    cdef int64_t low, high, middle
    cdef Entry pivot
    cdef int less
    while done < count:
        pivot = first[done]
        low = 0
        high = done
        while low < high:
            middle = low + ((high - low) >> 1)
            less = entry_less(s, &pivot, first + middle)
            if less < 0:
                return -1
            if less:
                high = middle
            else:
                low = middle + 1
        if low < done:
            memmove(first + low + 1, first + low, <size_t>(done - low) * sizeof(Entry))
            first[low] = pivot
        done += 1
    return OK


# Merge the neighbouring runs a (a_count entries) and b. OK, or -1: failed, with no entry lost.
cdef int merge(Sorter* s, Entry* a, int64_t a_count, int64_t b_count) noexcept nogil:
    cdef Entry* b = a + a_count
    cdef Entry* left
    cdef Entry* right
    cdef Entry* target
    cdef int64_t low, high, middle
    cdef int less = 0
    # What of a is not greater than b's first stays where it is ...
    low = 0
    high = a_count
    while low < high:
        middle = low + ((high - low) >> 1)
        less = entry_less(s, b, a + middle)
        if less < 0:
            return -1
        if less:
            high = middle
        else:
            low = middle + 1
    a += low
    a_count -= low
    if a_count == 0:
        return OK
    # ... and so does what of b is not less than a's last.
    low = 0
    high = b_count
    while low < high:
        middle = low + ((high - low) >> 1)
        less = entry_less(s, b + middle, a + a_count - 1)
        if less < 0:
            return -1
        if less:
            low = middle + 1
        else:
            high = middle
    b_count = low
    if b_count == 0:
        return OK
    if room_for_spare(s) != OK:
        return -1
    if poll(s.vm, 2 * (a_count + b_count)) != OK:
        s.status = ERROR
        return -1
    less = 0
    if a_count <= b_count:
        memcpy(s.spare, a, <size_t>a_count * sizeof(Entry))
        left = s.spare
        right = b
        target = a
        while a_count > 0 and b_count > 0:
            less = entry_less(s, right, left)
            if less < 0:
                break
            if less:
                target[0] = right[0]
                right += 1
                b_count -= 1
            else:
                target[0] = left[0]
                left += 1
                a_count -= 1
            target += 1
        memcpy(target, left, <size_t>a_count * sizeof(Entry))
    else:
        memcpy(s.spare, b, <size_t>b_count * sizeof(Entry))
        left = a + a_count - 1
        right = s.spare + b_count - 1
        target = b + b_count - 1
        while a_count > 0 and b_count > 0:
            less = entry_less(s, right, left)
            if less < 0:
                break
            if less:
                target[0] = left[0]
                left -= 1
                a_count -= 1
            else:
                target[0] = right[0]
                right -= 1
                b_count -= 1
            target -= 1
        memcpy(target - b_count + 1, right - b_count + 1, <size_t>b_count * sizeof(Entry))
    return -1 if less < 0 else OK


# The depth in a nearly optimal merge tree of the boundary between two neighbouring runs of an array of `total`
# (powersort: Munro and Wild, 2018).
cdef int boundary_power(int64_t start, int64_t a_count, int64_t b_count, int64_t total) noexcept nogil:
    cdef int64_t a = 2 * start + a_count
    cdef int64_t b = a + a_count + b_count
    cdef int power = 0
    while True:
        power += 1
        if a >= total:
            a -= total
            b -= total
        elif b >= total:
            return power
        a <<= 1
        b <<= 1


# The shortest run worth having: count if that is small, else such that count / run is a power of 2 or slightly less.
cdef int64_t shortest_run(int64_t count) noexcept nogil:
    cdef int64_t odd = 0
    while count >= SHORT:
        odd |= count & 1
        count >>= 1
    return count + odd


# Sort entries[begin:end] by merging. OK, or -1: failed.
cdef int merge_sort(Sorter* s, int64_t begin, int64_t end) noexcept nogil:
    cdef int64_t[MAX_RUNS] starts
    cdef int64_t[MAX_RUNS] counts
    cdef int[MAX_RUNS] powers
    cdef int runs = 0
    cdef Entry* entries = s.entries + begin
    cdef int64_t total = end - begin
    cdef int64_t shortest = shortest_run(total)
    cdef int64_t start = 0
    cdef int64_t n, forced
    cdef int power
    while start < total:
        n = count_run(s, entries + start, total - start)
        if n < 0:
            return -1
        if n < shortest:
            forced = shortest if total - start > shortest else total - start
            if insert_entries(s, entries + start, n, forced) != OK:
                return -1
            n = forced
        if runs > 0:
            power = boundary_power(starts[runs - 1], counts[runs - 1], n, total)
            while runs > 1 and powers[runs - 2] > power:
                if merge(s, entries + starts[runs - 2], counts[runs - 2], counts[runs - 1]) != OK:
                    return -1
                counts[runs - 2] += counts[runs - 1]
                runs -= 1
            powers[runs - 1] = power
        starts[runs] = start
        counts[runs] = n
        runs += 1
        start += n
    while runs > 1:
        if merge(s, entries + starts[runs - 2], counts[runs - 2], counts[runs - 1]) != OK:
            return -1
        counts[runs - 2] += counts[runs - 1]
        runs -= 1
    return OK
