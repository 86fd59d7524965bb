"""Sorting by radix, byte by byte from the lowest one, where there are many prefixes in no order."""

from libc.stdint cimport int64_t, uint8_t, uint32_t, uint64_t
from libc.string cimport memset

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.sort_keys cimport Entry, Sorter
from monty.objects.sort_merge cimport room_for_spare

ctypedef uint32_t[8][256] Histograms


# Turn the counts of one digit into first positions. False if all entries have the same digit.
cdef bint digit_positions(uint32_t* counts, uint64_t count) noexcept nogil:
    cdef uint32_t position = 0
    cdef uint32_t n
    cdef int i
    for i in range(256):
        n = counts[i]
        if n == count:
            return False
        counts[i] = position
        position += n
    return True


# Sort all entries by prefix, stably. OK or ERROR (the entries are then in some order).
cdef int radix_sort_entries(Sorter* s) noexcept nogil:
    cdef Histograms histograms
    cdef Entry* source = s.entries
    cdef Entry* target
    cdef uint32_t* positions
    cdef int64_t i, stop
    cdef int digit, shift
    cdef uint64_t prefix
    if room_for_spare(s) != OK:
        return ERROR
    target = s.spare
    memset(&histograms[0][0], 0, sizeof(Histograms))
    i = 0
    while i < s.count:
        stop = i + 4096 if s.count - i > 4096 else s.count
        while i < stop:
            prefix = source[i].prefix
            for digit in range(8):
                histograms[digit][<uint8_t>(prefix >> (8 * digit))] += 1
            i += 1
        if poll(s.vm, 16384) != OK:
            return ERROR
    for digit in range(8):
        positions = &histograms[digit][0]
        if not digit_positions(positions, <uint64_t>s.count):
            continue
        shift = 8 * digit
        i = 0
        while i < s.count:
            stop = i + 4096 if s.count - i > 4096 else s.count
            while i < stop:
                prefix = source[i].prefix
                target[positions[<uint8_t>(prefix >> shift)]] = source[i]
                positions[<uint8_t>(prefix >> shift)] += 1
                i += 1
            if poll(s.vm, 8192) != OK:
                return ERROR
        source, target = target, source
    s.entries = source
    s.spare = target
    return OK


# Sort plain ints: their values are all there is to them. OK or ERROR (`values` unchanged).
cdef int radix_sort_ints(VM* vm, Value* values, int64_t count, bint reverse) noexcept nogil:
    cdef Histograms histograms
    cdef uint64_t* buffer
    cdef uint64_t* source
    cdef uint64_t* target
    cdef uint32_t* positions
    cdef uint64_t flip = <uint64_t>0x7FFFFFFFFFFFFFFF if reverse else <uint64_t>1 << 63
    cdef uint64_t prefix
    cdef int64_t i, stop
    cdef int digit, shift
    buffer = <uint64_t*>buffer_new(vm, 2 * <size_t>count * sizeof(uint64_t))
    if buffer == NULL:
        return ERROR
    source = buffer
    target = buffer + count
    memset(&histograms[0][0], 0, sizeof(Histograms))
    i = 0
    while i < count:
        stop = i + 4096 if count - i > 4096 else count
        while i < stop:
            prefix = <uint64_t>values[i].as_.i ^ flip
            source[i] = prefix
            for digit in range(8):
                histograms[digit][<uint8_t>(prefix >> (8 * digit))] += 1
            i += 1
        if poll(vm, 16384) != OK:
            buffer_free(vm, buffer)
            return ERROR
    for digit in range(8):
        positions = &histograms[digit][0]
        if not digit_positions(positions, <uint64_t>count):
            continue
        shift = 8 * digit
        i = 0
        while i < count:
            stop = i + 4096 if count - i > 4096 else count
            while i < stop:
                prefix = source[i]
                target[positions[<uint8_t>(prefix >> shift)]] = prefix
                positions[<uint8_t>(prefix >> shift)] += 1
                i += 1
            if poll(vm, 8192) != OK:
                buffer_free(vm, buffer)
                return ERROR
        source, target = target, source
    for i in range(count):
        values[i].as_.i = <int64_t>(source[i] ^ flip)
    buffer_free(vm, buffer)
    return OK
