"""Keys to sort by. Every one gets a 64-bit prefix whose order as an unsigned number agrees with the order of the keys:
exactly (ints, floats), or up to ties that a real comparison decides (strings by the first characters after those that
all have in common, tuples and lists by their first item; everything else has the prefix 0)."""

from libc.math cimport isnan
from libc.stdint cimport int64_t, uint8_t, uint32_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_compare
from monty.objects.list cimport List
from monty.objects.str cimport str_char, str_compare, str_latin1
from monty.objects.tuple cimport Tuple, tuple_items

cdef extern from *:
    """
    static inline uint64_t monty_double_bits(double f) { uint64_t u; memcpy(&u, &f, 8); return u; }
    #define MONTY_EXACT_DOUBLES ((int64_t)1 << 53)
    """
    uint64_t double_bits "monty_double_bits"(double f) nogil
    const int64_t EXACT_DOUBLES "MONTY_EXACT_DOUBLES"


# --- kinds -----------------------------------------------------------------------------------------------------------

cdef inline int kind_of(Value v) noexcept nogil:
    cdef int type = v.tag & EXACT_MASK
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
    if type == T_LIST and (<List*>v.as_.block).length > 0:
        return SEEN_LIST
    if type == T_BOOL:
        return SEEN_BOOL
    if type == T_INSTANCE:
        return SEEN_INSTANCE
    return SEEN_OTHER


cdef int kinds_of(Value* values, int64_t count) noexcept nogil:
    cdef int64_t i
    cdef int seen = 0
    for i in range(count):
        seen |= kind_of(values[i])
    return seen


# The kind by which prefixes are made; 0 if these have no common order that a prefix could show.
cdef int leading_kind(int seen) noexcept nogil:
    if not seen & ~(SEEN_INT | SEEN_BOOL | SEEN_BIG_INT):
        return SEEN_INT
    if not seen & ~(SEEN_INT | SEEN_BOOL | SEEN_FLOAT):
        return SEEN_FLOAT
    if seen == SEEN_LATIN1:
        return SEEN_LATIN1
    if not seen & ~(SEEN_LATIN1 | SEEN_WIDE):
        return SEEN_WIDE
    return 0


# --- prefixes --------------------------------------------------------------------------------------------------------

cdef inline uint64_t int_prefix(int64_t i) noexcept nogil:
    return <uint64_t>i ^ (<uint64_t>1 << 63)


# The double is no NaN. 0.0 and -0.0 are equal, so they get the same prefix.
cdef inline uint64_t double_prefix(double f) noexcept nogil:
    cdef uint64_t bits = double_bits(f + 0.0)
    if bits >> 63:
        return ~bits
    return bits | (<uint64_t>1 << 63)


# The prefix of what follows the first `skip` characters, and in `length` how many characters it holds.
cdef inline uint64_t str_prefix(Str* s, int64_t skip, bint wide, uint64_t* length) noexcept nogil:
    cdef uint64_t prefix = 0
    cdef int64_t rest = <int64_t>s.length - skip
    cdef int i
    if wide:
        length[0] = 4 if rest > 3 else <uint64_t>rest
        for i in range(3 if rest > 3 else <int>rest):
            prefix |= <uint64_t>str_char(s, skip + i) << (42 - 21 * i)
        return prefix
    length[0] = 9 if rest > 8 else <uint64_t>rest
    for i in range(8 if rest > 8 else <int>rest):
        prefix |= <uint64_t>str_latin1(s)[skip + i] << (56 - 8 * i)
    return prefix


# By how many characters, at most `most`, two strings agree from `skip` on.
cdef int64_t common_length(Str* a, Str* b, int64_t skip, int64_t most) noexcept nogil:
    cdef int64_t n = skip
    cdef int64_t end = skip + most
    if end > a.length:
        end = a.length
    if end > b.length:
        end = b.length
    if a.kind == 1 and b.kind == 1:
        while n < end and str_latin1(a)[n] == str_latin1(b)[n]:
            n += 1
    else:
        while n < end and str_char(a, n) == str_char(b, n):
            n += 1
    return n - skip


# The first item of a tuple or list that is not empty.
cdef inline Value first_item(Value v) noexcept nogil:
    if (v.tag & TYPE_MASK) == T_TUPLE:
        return tuple_items(<Tuple*>v.as_.block)[0]
    return (<List*>v.as_.block).items[0]


cdef int make_entries(Sorter* s) noexcept nogil:
    cdef int64_t i, source, common
    cdef int kind = leading_kind(s.seen)
    cdef bint by_first = False
    cdef int first_seen = 0
    cdef uint64_t length = 0
    cdef uint64_t prefix = 0
    cdef Value v
    cdef Str* first
    s.tie = TIE_NONE
    if kind == SEEN_LATIN1 or kind == SEEN_WIDE:
        s.tie = TIE_STR
    elif kind == 0:
        s.tie = TIE_ANY
        if s.seen == SEEN_TUPLE or s.seen == SEEN_LIST:
            s.tie = TIE_SEQUENCE
            for i in range(s.count):
                first_seen |= kind_of(first_item(s.keys[i]))
            kind = leading_kind(first_seen)
            by_first = kind != 0
    s.wide = kind == SEEN_WIDE
    # What all strings have in common at their beginning says nothing.
    common = 0
    if kind == SEEN_LATIN1 or kind == SEEN_WIDE:
        v = first_item(s.keys[0]) if by_first else s.keys[0]
        first = <Str*>v.as_.block
        common = first.length
        for i in range(1, s.count):
            v = first_item(s.keys[i]) if by_first else s.keys[i]
            if common == 0:
                break
            common = common_length(first, <Str*>v.as_.block, 0, common)
            if poll(s.vm, 2 + (common >> 3)) != OK:
                return ERROR
    for i in range(s.count):
        # CPython reverses the items, sorts, and reverses again.
        source = s.count - 1 - i if s.reverse else i
        v = first_item(s.keys[source]) if by_first else s.keys[source]
        if kind == SEEN_INT:
            prefix = int_prefix(v.as_.i)
        elif kind == SEEN_FLOAT:
            prefix = double_prefix(v.as_.f if v.tag == T_FLOAT else <double>v.as_.i)
        elif kind != 0:
            prefix = str_prefix(<Str*>v.as_.block, common, s.wide, &length)
        s.entries[i].prefix = prefix
        s.entries[i].place = <uint64_t>source | length << 48
        if i & 1023 == 1023 and poll(s.vm, 2048) != OK:
            return ERROR
    return OK


cdef int extend_prefixes(Sorter* s, int64_t start, int64_t stop) noexcept nogil:
    cdef Str* first = <Str*>s.keys[entry_index(&s.entries[start])].as_.block
    cdef int64_t common = first.length
    cdef int64_t i
    cdef uint64_t length = 0
    cdef bint equal = True
    cdef Str* text
    for i in range(start + 1, stop):
        text = <Str*>s.keys[entry_index(&s.entries[i])].as_.block
        if text.length != first.length:
            equal = False
        common = common_length(first, text, 0, common)
        if poll(s.vm, 2 + (common >> 3)) != OK:
            return ERROR
    if equal and common == first.length:
        return EXHAUSTED
    for i in range(start, stop):
        text = <Str*>s.keys[entry_index(&s.entries[i])].as_.block
        s.entries[i].prefix = str_prefix(text, common, s.wide, &length)
        s.entries[i].place = <uint64_t>entry_index(&s.entries[i]) | length << 48
    return poll(s.vm, 2 * (stop - start))


# --- ties ------------------------------------------------------------------------------------------------------------

# Compare tuples or lists, the common kinds of items at once. OK, ERROR, DEFER.
cdef int sequence_less(VM* vm, Value left, Value right, bint* less) noexcept nogil:
    cdef Value* a
    cdef Value* b
    cdef int64_t a_length, b_length, i
    cdef int order
    if (left.tag & TYPE_MASK) == T_TUPLE:
        a = tuple_items(<Tuple*>left.as_.block)
        b = tuple_items(<Tuple*>right.as_.block)
        a_length = (<Tuple*>left.as_.block).length
        b_length = (<Tuple*>right.as_.block).length
    else:
        a = (<List*>left.as_.block).items
        b = (<List*>right.as_.block).items
        a_length = (<List*>left.as_.block).length
        b_length = (<List*>right.as_.block).length
    for i in range(a_length if a_length < b_length else b_length):
        if i > 100:
            return value_compare(vm, CMP_LT, left, right, NATIVE_DEPTH, less)
        if (a[i].tag & TYPE_MASK) != (b[i].tag & TYPE_MASK):
            return value_compare(vm, CMP_LT, left, right, NATIVE_DEPTH, less)
        if a[i].as_.i == b[i].as_.i:
            # the same number, singleton or block
            continue
        if a[i].tag == T_INT:
            less[0] = a[i].as_.i < b[i].as_.i
            return OK
        if (a[i].tag & TYPE_MASK) == T_STR:
            order = str_compare(<Str*>a[i].as_.block, <Str*>b[i].as_.block)
            if order == 0:
                continue
            less[0] = order < 0
            return OK
        if a[i].tag == T_FLOAT:
            if a[i].as_.f == b[i].as_.f:
                continue
            less[0] = a[i].as_.f < b[i].as_.f
            return OK
        return value_compare(vm, CMP_LT, left, right, NATIVE_DEPTH, less)
    less[0] = a_length < b_length
    return OK


cdef int break_tie(Sorter* s, Entry* a, Entry* b) noexcept nogil:
    cdef bint less = False
    cdef int status
    cdef uint32_t length
    cdef Value left, right
    if s.tie == TIE_STR:
        length = entry_length(a)
        if length != entry_length(b):
            return length < entry_length(b)
        if length < (4 if s.wide else 9):
            return 0
    left = s.keys[entry_index(a)]
    right = s.keys[entry_index(b)]
    if s.tie == TIE_STR:
        less = str_compare(<Str*>left.as_.block, <Str*>right.as_.block) < 0
        status = poll(s.vm, 8 + ((<Str*>left.as_.block).length >> 4))
    else:
        if s.tie == TIE_SEQUENCE:
            status = sequence_less(s.vm, left, right, &less)
        else:
            status = value_compare(s.vm, CMP_LT, left, right, NATIVE_DEPTH, &less)
        if status == OK:
            status = poll(s.vm, 8)
    if status != OK:
        s.status = status
        return -1
    return less
