"""Searching in text.

One character is found by the C library's memchr. A longer pattern is looked for by its first character as long as that
is quick; when the character is too common, a search by shifts takes over (the character behind the window tells
whether the whole window can be skipped); when that compares too much, the two-way algorithm does, whose worst case is
linear in the text, whatever the pattern.
"""

from libc.stdint cimport INT64_MAX
from libc.string cimport memchr, memcpy

from monty._heap cimport *
from monty.objects.str cimport str_latin1, str_ucs4

cdef extern from "portable.h" nogil:
    const uint32_t* find_unit32 "monty_find_unit32"(const uint32_t*, uint32_t, size_t)

cdef extern from *:
    """
    /* One in each byte of a word, and each byte's highest bit. */
    #define EACH_BYTE 0x0101010101010101ULL
    #define HIGH_BITS 0x8080808080808080ULL
    #define LOW_BITS 0x7f7f7f7f7f7f7f7fULL
    #define EVEN_BYTES 0x00ff00ff00ff00ffULL
    #define EACH_HALF 0x0001000100010001ULL
    """
    const uint64_t EACH_BYTE, HIGH_BITS, LOW_BITS, EVEN_BYTES, EACH_HALF

ctypedef fused text_unit:
    uint8_t
    uint32_t

ctypedef fused part_unit:
    uint8_t
    uint32_t

cdef enum:
    CHUNK = 65536               # characters looked at between polls
    STOPPED = -2                # a limit was hit (ERROR_FIND)


# Index of the first c in text[start:stop], or -1.
cdef inline int64_t find_unit(const text_unit* text, text_unit c, int64_t start, int64_t stop) noexcept nogil:
    cdef const void* found
    cdef const uint32_t* wide
    if text_unit is uint8_t:
        found = memchr(text + start, c, <size_t>(stop - start))
        if found == NULL:
            return -1
        return <const uint8_t*>found - text
    else:
        wide = find_unit32(text + start, c, <size_t>(stop - start))
        return -1 if wide == NULL else wide - text


# Units that are equal from the left, at most `count`.
cdef inline int64_t matching(const text_unit* text, const part_unit* part, int64_t count) noexcept nogil:
    cdef int64_t i = 0
    while i < count and text[i] == part[i]:
        i += 1
    return i


cdef int64_t find_character(VM* vm, const text_unit* text, uint32_t c, int64_t start, int64_t stop) noexcept nogil:
    cdef int64_t end, found
    if text_unit is uint8_t:
        if c > 255:
            return -1
    while start < stop:
        end = start + CHUNK if stop - start > CHUNK else stop
        found = find_unit(text, <text_unit>c, start, end)
        if found >= 0:
            return found
        start = end
        if start < stop and poll(vm, CHUNK // 16) != OK:
            return STOPPED
    return -1


# The place where the two-way algorithm cuts the pattern, and the period of its right half.
cdef int64_t maximal_suffix(VM* vm, const part_unit* part, int64_t m, bint reversed, int64_t* period) noexcept nogil:
    cdef int64_t suffix = -1
    cdef int64_t j = 0
    cdef int64_t k = 1
    cdef int64_t p = 1
    cdef int64_t steps = 0
    cdef part_unit a, b
    while j + k < m:
        a = part[j + k]
        b = part[suffix + k]
        if a == b:
            if k == p:
                j += p
                k = 1
            else:
                k += 1
        elif (a < b) != reversed:
            j += k
            k = 1
            p = j - suffix
        else:
            suffix = j
            j += 1
            k = 1
            p = 1
        steps += 1
        if steps & 4095 == 0 and poll(vm, 4096) != OK:
            return STOPPED
    period[0] = p
    return suffix


cdef int64_t find_two_way(VM* vm, const text_unit* text, const part_unit* part, int64_t m, int64_t start,
                          int64_t stop) noexcept nogil:
    cdef int64_t period = 1
    cdef int64_t other_period = 1
    cdef int64_t cut, other, i, remembered, steps, position, last
    cdef bint periodic
    cut = maximal_suffix(vm, part, m, False, &period)
    if cut == STOPPED:
        return STOPPED
    other = maximal_suffix(vm, part, m, True, &other_period)
    if other == STOPPED:
        return STOPPED
    if other > cut:
        cut = other
        period = other_period
    periodic = cut + 1 + period <= m and matching(part, part + period, cut + 1) == cut + 1
    if not periodic:
        period = (cut + 1 if cut + 1 > m - cut - 1 else m - cut - 1) + 1
    remembered = -1
    position = start
    last = stop - m
    steps = 0
    while position <= last:
        i = (cut if cut > remembered else remembered) + 1
        while i < m and part[i] == text[position + i]:
            i += 1
            steps += 1
        if i < m:
            position += i - cut
            remembered = -1
        else:
            i = cut
            while i > remembered and part[i] == text[position + i]:
                i -= 1
                steps += 1
            if i <= remembered:
                return position
            position += period
            remembered = m - period - 1 if periodic else -1
        steps += 1
        if steps > 4096:
            if poll(vm, steps) != OK:
                return STOPPED
            steps = 0
    return -1


cdef int64_t find_by_shifts(VM* vm, const text_unit* text, const part_unit* part, int64_t m, int64_t start,
                            int64_t stop) noexcept nogil:
    cdef uint64_t present = 0
    cdef int64_t skip = m - 1
    cdef int64_t last = m - 1
    cdef int64_t position = start
    cdef int64_t end = stop - m
    cdef int64_t compared = 0
    cdef int64_t steps = 0
    cdef int64_t i
    cdef part_unit final = part[m - 1]
    for i in range(m - 1):
        present |= <uint64_t>1 << (part[i] & 63)
        if part[i] == final:
            skip = m - i - 2
    present |= <uint64_t>1 << (final & 63)
    if poll(vm, m) != OK:
        return STOPPED
    while position <= end:
        if text[position + last] == final:
            i = matching(text + position, part, last)
            if i == last:
                return position
            compared += i
            steps += i
            if compared > 8 * (position - start) + 64 + m:
                return find_two_way(vm, text, part, m, position, stop)
            if position < end and not present & (<uint64_t>1 << (text[position + m] & 63)):
                position += m
            else:
                position += skip
        elif position < end and not present & (<uint64_t>1 << (text[position + m] & 63)):
            position += m
        position += 1
        steps += 1
        if steps > 4096:
            if poll(vm, steps) != OK:
                return STOPPED
            steps = 0
    return -1


cdef int64_t find_part(VM* vm, const text_unit* text, const part_unit* part, int64_t m, int64_t start,
                       int64_t stop) noexcept nogil:
    cdef int64_t position = start
    cdef int64_t last = stop - m            # the last index where it can begin
    cdef int64_t attempts = 0
    cdef int64_t found, end
    while position <= last:
        end = position + CHUNK if last + 1 - position > CHUNK else last + 1
        found = find_unit(text, <text_unit>part[0], position, end)
        if found < 0:
            position = end
            if poll(vm, CHUNK // 16) != OK:
                return STOPPED
            continue
        if text[found + m - 1] == part[m - 1] and text[found + 1] == part[1]:
            attempts += 2
            if m <= 32:
                if matching(text + found, part, m) == m:
                    return found
            elif matching(text + found, part, 32) == 32:
                # Long comparisons belong to the search that bounds them.
                return find_by_shifts(vm, text, part, m, found, stop)
        attempts += 1
        position = found + 1
        if attempts > 8 and attempts * 8 > position - start:
            return find_by_shifts(vm, text, part, m, position, stop)
    return -1


cdef int64_t search_find(VM* vm, Str* s, Str* part, int64_t start, int64_t stop) noexcept nogil:
    cdef int64_t m = part.length
    if m == 0:
        return start if start <= stop else -1
    if stop - start < m or part.kind > s.kind:
        return -1
    if s.kind == 1:
        if m == 1:
            return find_character(vm, str_latin1(s), str_latin1(part)[0], start, stop)
        return find_part(vm, str_latin1(s), str_latin1(part), m, start, stop)
    if part.kind == 1:
        if m == 1:
            return find_character(vm, str_ucs4(s), str_latin1(part)[0], start, stop)
        return find_part(vm, str_ucs4(s), str_latin1(part), m, start, stop)
    if m == 1:
        return find_character(vm, str_ucs4(s), str_ucs4(part)[0], start, stop)
    return find_part(vm, str_ucs4(s), str_ucs4(part), m, start, stop)


# Index of the last c in text[start:stop], or -1. Eight bytes at a time: a byte that is c leaves a zero.
cdef inline int64_t rfind_unit(const text_unit* text, text_unit c, int64_t start, int64_t stop) noexcept nogil:
    cdef uint64_t word
    cdef uint64_t pattern
    if text_unit is uint8_t:
        pattern = EACH_BYTE * c
        while stop - start >= 8:
            memcpy(&word, text + stop - 8, 8)
            word ^= pattern
            if (word - EACH_BYTE) & ~word & HIGH_BITS:
                break
            stop -= 8
    while stop > start:
        stop -= 1
        if text[stop] == c:
            return stop
    return -1


cdef int64_t rfind_part(VM* vm, const text_unit* text, const part_unit* part, int64_t m, int64_t start,
                        int64_t stop) noexcept nogil:
    cdef int64_t end = stop - m + 1         # where the first character was not looked for yet
    cdef int64_t found, low, i
    cdef text_unit first = <text_unit>part[0]
    while end > start:
        low = end - CHUNK if end - start > CHUNK else start
        found = rfind_unit(text, first, low, end)
        if found < 0:
            end = low
            if end > start and poll(vm, CHUNK // 8) != OK:
                return STOPPED
            continue
        i = matching(text + found, part, m)
        if i == m:
            return found
        end = found
        if poll(vm, i + 1) != OK:
            return STOPPED
    return -1


cdef int64_t search_rfind(VM* vm, Str* s, Str* part, int64_t start, int64_t stop) noexcept nogil:
    cdef int64_t m = part.length
    if m == 0:
        return stop if start <= stop else -1
    if stop - start < m or part.kind > s.kind:
        return -1
    if s.kind == 1:
        return rfind_part(vm, str_latin1(s), str_latin1(part), m, start, stop)
    if part.kind == 1:
        return rfind_part(vm, str_ucs4(s), str_latin1(part), m, start, stop)
    return rfind_part(vm, str_ucs4(s), str_ucs4(part), m, start, stop)


# How many bytes of text[start:stop] are c. Eight at a time: each byte of `sums` counts its own place.
cdef int64_t count_byte(const uint8_t* text, uint8_t c, int64_t start, int64_t stop) noexcept nogil:
    cdef uint64_t pattern = EACH_BYTE * c
    cdef uint64_t word, sums
    cdef int64_t count = 0
    cdef int64_t i = start
    cdef int64_t end
    while stop - i >= 8:
        end = i + 8 * 255 if stop - i > 8 * 255 else i + ((stop - i) & ~<int64_t>7)
        sums = 0
        while i < end:
            memcpy(&word, text + i, 8)
            word ^= pattern
            sums += (~(((word & LOW_BITS) + LOW_BITS) | word) & HIGH_BITS) >> 7
            i += 8
        sums = (sums & EVEN_BYTES) + ((sums >> 8) & EVEN_BYTES)
        count += <int64_t>((sums * EACH_HALF) >> 48)
    while i < stop:
        count += text[i] == c
        i += 1
    return count


cdef int64_t search_count(VM* vm, Str* s, Str* part, int64_t start, int64_t stop, int64_t maximum) noexcept nogil:
    cdef int64_t count = 0
    cdef int64_t found
    cdef int64_t i, end
    cdef uint8_t* text = str_latin1(s)
    if maximum < 0:
        maximum = INT64_MAX
    if part.length == 0:
        if start > stop:
            return 0
        count = stop - start + 1
        return count if count < maximum else maximum
    if part.kind > s.kind:
        return 0
    if part.length == 1 and s.kind == 1 and maximum == INT64_MAX:
        i = start
        while i < stop:
            end = i + CHUNK if stop - i > CHUNK else stop
            count += count_byte(text, str_latin1(part)[0], i, end)
            i = end
            if i < stop and poll(vm, CHUNK // 8) != OK:
                return STOPPED
        return count
    while count < maximum:
        found = search_find(vm, s, part, start, stop)
        if found == STOPPED:
            return STOPPED
        if found < 0:
            break
        count += 1
        start = found + part.length
        if count & 1023 == 0 and poll(vm, 4096) != OK:
            return STOPPED
    return count
