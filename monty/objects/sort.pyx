"""Sorting. Every value to be compared gets a 64-bit prefix whose order as an unsigned number agrees with the order of
the values: exactly (ints, floats), or up to ties that a real comparison decides (strings by their first characters,
tuples by their first item; everything else has the prefix 0). Prefixes are sorted by radix when there are many and
they are in no order yet; else, and for ties, by a merge sort of natural runs with CPython's choice of runs."""

from libc.math cimport isnan
from libc.stdint cimport int64_t, uint8_t, uint32_t, uint64_t
from libc.string cimport memcpy, memmove, memset

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_compare
from monty.objects.str cimport str_compare, str_latin1, str_ucs4
from monty.objects.tuple cimport Tuple, tuple_items

cdef struct Entry:
    uint64_t prefix
    int64_t index           # where the item stood

cdef enum:
    TIE_NONE = 0            # equal prefixes mean equal values
    TIE_STR = 1
    TIE_ANY = 2

cdef struct Sorter:
    VM* vm
    Value* keys
    Entry* entries
    Entry* spare            # as many again
    int64_t count
    int tie
    int status              # ERROR or DEFER: a comparison failed

cdef enum:
    SMALL = 64              # so many entries are sorted without memory from the heap
    RADIX_FROM = 256        # fewer are merged
    MAX_RUNS = 90           # a stack of runs this deep is enough for 2**64 items

ctypedef uint32_t[8][256] Histograms


# --- prefixes --------------------------------------------------------------------------------------------------------

cdef extern from *:
    """
    static inline uint64_t monty_double_bits(double f) { uint64_t u; memcpy(&u, &f, 8); return u; }
    #define MONTY_EXACT_DOUBLES ((int64_t)1 << 53)
    """
    uint64_t double_bits "monty_double_bits"(double f) nogil
    const int64_t EXACT_DOUBLES "MONTY_EXACT_DOUBLES"


cdef inline uint64_t int_prefix(int64_t i) noexcept nogil:
    return <uint64_t>i ^ (<uint64_t>1 << 63)


# The double is no NaN. 0.0 and -0.0 are equal, so they get the same prefix.
cdef inline uint64_t double_prefix(double f) noexcept nogil:
    cdef uint64_t bits = double_bits(f + 0.0)
    if bits >> 63:
        return ~bits
    return bits | (<uint64_t>1 << 63)


cdef inline uint64_t latin1_prefix(Str* s) noexcept nogil:
    cdef uint64_t prefix = 0
    cdef uint8_t* text = str_latin1(s)
    cdef int i
    cdef int length = 8 if s.length > 8 else <int>s.length
    for i in range(length):
        prefix |= <uint64_t>text[i] << (56 - 8 * i)
    return prefix


# The first three characters, 21 bits each: for texts among which some are not Latin-1.
cdef inline uint64_t wide_prefix(Str* s) noexcept nogil:
    cdef uint64_t prefix = 0
    cdef int i
    cdef int length = 3 if s.length > 3 else <int>s.length
    for i in range(length):
        prefix |= <uint64_t>(str_latin1(s)[i] if s.kind == 1 else str_ucs4(s)[i]) << (42 - 21 * i)
    return prefix


cdef enum:
    SEEN_INT = 1
    SEEN_BOOL = 2
    SEEN_FLOAT = 4
    SEEN_LATIN1 = 8
    SEEN_WIDE = 16
    SEEN_TUPLE = 32
    SEEN_OTHER = 64
    SEEN_BIG_INT = 128      # an int that is no exact double

# What kind of value it is, in SEEN_ bits.
cdef inline int kind_of(Value v) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    if type == T_INT:
        if -EXACT_DOUBLES <= v.as_.i <= EXACT_DOUBLES:
            return SEEN_INT
        return SEEN_INT | SEEN_BIG_INT
    if type == T_STR:
        return SEEN_LATIN1 if (<Str*>v.as_.block).kind == 1 else SEEN_WIDE
    if type == T_FLOAT:
        return SEEN_OTHER if isnan(v.as_.f) else SEEN_FLOAT
    if type == T_TUPLE and (<Tuple*>v.as_.block).length > 0:
        return SEEN_TUPLE
    if type == T_BOOL:
        return SEEN_BOOL
    return SEEN_OTHER


# How prefixes of values of these kinds are made: which SEEN_ kind leads, 0 if they have no common order.
cdef inline int leading_kind(int seen) noexcept nogil:
    if seen & (SEEN_INT | SEEN_BOOL | SEEN_FLOAT) and not seen & (SEEN_LATIN1 | SEEN_WIDE | SEEN_TUPLE | SEEN_OTHER):
        if not seen & SEEN_FLOAT:
            return SEEN_INT
        return 0 if seen & SEEN_BIG_INT else SEEN_FLOAT
    if seen == SEEN_LATIN1:
        return SEEN_LATIN1
    if not seen & ~(SEEN_LATIN1 | SEEN_WIDE):
        return SEEN_WIDE
    return 0


cdef inline uint64_t prefix_of(Value v, int kind) noexcept nogil:
    if kind == SEEN_INT:
        return int_prefix(v.as_.i)
    if kind == SEEN_FLOAT:
        return double_prefix(v.as_.f if v.tag == T_FLOAT else <double>v.as_.i)
    if kind == SEEN_LATIN1:
        return latin1_prefix(<Str*>v.as_.block)
    if kind == SEEN_WIDE:
        return wide_prefix(<Str*>v.as_.block)
    return 0


# Fill the sorter's entries and decide on how ties are broken. OK, ERROR, DEFER.
cdef int make_entries(Sorter* s, int seen, bint reverse) noexcept nogil:
    cdef int64_t i, source
    cdef int kind = leading_kind(seen)
    cdef bint by_first = False
    cdef int first_seen = 0
    s.tie = TIE_NONE
    if kind == SEEN_LATIN1 or kind == SEEN_WIDE:
        s.tie = TIE_STR
    elif kind == 0:
        s.tie = TIE_ANY
        if seen == SEEN_TUPLE:
            for i in range(s.count):
                first_seen |= kind_of(tuple_items(<Tuple*>s.keys[i].as_.block)[0])
            kind = leading_kind(first_seen)
            by_first = kind != 0
    for i in range(s.count):
        # CPython reverses the items, sorts, and reverses again.
        source = s.count - 1 - i if reverse else i
        s.entries[i].index = source
        if by_first:
            s.entries[i].prefix = prefix_of(tuple_items(<Tuple*>s.keys[source].as_.block)[0], kind)
        else:
            s.entries[i].prefix = prefix_of(s.keys[source], kind)
        if i & 1023 == 1023 and poll(s.vm, 2048) != OK:
            return ERROR
    return OK


# --- merging ---------------------------------------------------------------------------------------------------------

# The values behind two equal prefixes: a < b? 0, 1, or -1 with the sorter's status set.
cdef int break_tie(Sorter* s, Entry* a, Entry* b) noexcept nogil:
    cdef bint less = False
    cdef int status
    if s.tie == TIE_STR:
        less = str_compare(<Str*>s.keys[a.index].as_.block, <Str*>s.keys[b.index].as_.block) < 0
        status = poll(s.vm, 8)
    else:
        status = value_compare(s.vm, CMP_LT, s.keys[a.index], s.keys[b.index], NATIVE_DEPTH, &less)
        if status == OK:
            status = poll(s.vm, 8)
    if status != OK:
        s.status = status
        return -1
    return less


# a < b? 0, 1, or -1 with the sorter's status set.
cdef inline int entry_less(Sorter* s, Entry* a, Entry* b) noexcept nogil:
    if a.prefix != b.prefix or s.tie == TIE_NONE:
        return a.prefix < b.prefix
    return break_tie(s, a, b)


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
    while count >= SMALL:
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


# --- radix -----------------------------------------------------------------------------------------------------------

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
    cdef Entry* target = s.spare
    cdef uint32_t* positions
    cdef int64_t i, stop
    cdef int digit, shift
    cdef uint64_t prefix
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


# --- the whole -------------------------------------------------------------------------------------------------------

# How many entries have a smaller prefix than the one before them, counted up to `enough`.
cdef int64_t count_descents(Sorter* s, int64_t enough) noexcept nogil:
    cdef int64_t i
    cdef int64_t descents = 0
    for i in range(1, s.count):
        descents += s.entries[i].prefix < s.entries[i - 1].prefix
        if descents >= enough:
            break
    return descents


# Sort by radix, then what has equal prefixes by merging. OK, ERROR or DEFER.
cdef int sort_by_radix(Sorter* s) noexcept nogil:
    cdef int64_t start = 0
    cdef int64_t stop
    if radix_sort_entries(s) != OK:
        return ERROR
    if s.tie == TIE_NONE:
        return OK
    while start < s.count:
        stop = start + 1
        while stop < s.count and s.entries[stop].prefix == s.entries[start].prefix:
            stop += 1
        if stop - start > 1 and merge_sort(s, start, stop) != OK:
            return s.status
        start = stop
    return OK


# Sort the entries that make_entries has made. OK, ERROR or DEFER.
cdef int sort_entries(Sorter* s, int seen, bint reverse) noexcept nogil:
    cdef int status
    s.status = OK
    if s.count >= RADIX_FROM and count_descents(s, s.count >> 3) >= s.count >> 3:
        status = sort_by_radix(s)
        if status != ERROR or s.vm.fatal != LIMIT_NONE:
            return status
        # Some items cannot be compared. Which two the error names, and how far the items are sorted then, depends on
        # the order of the comparisons: begin again, in CPython's order.
        clear_error(s.vm)
        if make_entries(s, seen, reverse) != OK:
            return ERROR
    if merge_sort(s, 0, s.count) != OK:
        return s.status
    return OK


# Put the items where the entries say. The spare entries serve as room: they are as large as values.
cdef void apply_order(Sorter* s, Value* items, bint reverse) noexcept nogil:
    cdef Value* room = <Value*>s.spare
    cdef int64_t i
    if reverse:
        for i in range(s.count):
            room[s.count - 1 - i] = items[s.entries[i].index]
    else:
        for i in range(s.count):
            room[i] = items[s.entries[i].index]
    memcpy(items, room, <size_t>s.count * sizeof(Value))


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


# Are plain ints in order already?
cdef bint ints_sorted(Value* values, int64_t count, bint reverse) noexcept nogil:
    cdef int64_t i
    if reverse:
        for i in range(1, count):
            if values[i].as_.i > values[i - 1].as_.i:
                return False
    else:
        for i in range(1, count):
            if values[i].as_.i < values[i - 1].as_.i:
                return False
    return True


cdef int sort_items(VM* vm, Value* items, Value* keys, int64_t count, bint reverse) noexcept nogil:
    cdef Entry[2 * SMALL] few
    cdef Entry* buffer = NULL
    cdef Sorter s
    cdef int64_t i
    cdef int seen = 0
    cdef int status
    if count < 2:
        return OK
    for i in range(count):
        seen |= kind_of(keys[i])
        if (keys[i].tag & TYPE_MASK) == T_INSTANCE:
            return DEFER
    if poll(vm, count) != OK:
        return ERROR
    if keys == items and not seen & ~(SEEN_INT | SEEN_BIG_INT):
        if count <= SMALL:
            sort_few_ints(items, count, reverse)
            return OK
        if ints_sorted(items, count, reverse):
            return OK
        if count >= RADIX_FROM and not nearly_sorted(items, count):
            return radix_sort_ints(vm, items, count, reverse)
    s.vm = vm
    s.keys = keys
    s.count = count
    if count <= SMALL:
        s.entries = &few[0]
    else:
        buffer = <Entry*>buffer_new(vm, 2 * <size_t>count * sizeof(Entry))
        if buffer == NULL:
            return ERROR
        s.entries = buffer
    s.spare = s.entries + count
    status = make_entries(&s, seen, reverse)
    if status == OK:
        status = sort_entries(&s, seen, reverse)
        # An error leaves the items in the order reached so far; a deferred sort begins again from the first one.
        if status == OK or (status == ERROR and vm.fatal == LIMIT_NONE):
            apply_order(&s, items, reverse)
    buffer_free(vm, buffer)
    return status


# Do plain ints consist of few ascending stretches? Merging is quicker then.
cdef bint nearly_sorted(Value* values, int64_t count) noexcept nogil:
    cdef int64_t i
    cdef int64_t descents = 0
    cdef int64_t enough = count >> 3
    for i in range(1, count):
        if values[i].as_.i < values[i - 1].as_.i:
            descents += 1
            if descents >= enough:
                return False
    return True
