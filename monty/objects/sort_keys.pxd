# What is sorted: entries, one for each key, and how two of them compare.
from libc.stdint cimport int64_t, uint32_t, uint64_t
from monty._heap cimport Value, VM

# `prefix` orders like the key, as an unsigned number. `place` is where the key stood (low 48 bits) and, for strings,
# how many characters the prefix holds (high 16 bits; one more than fits: there are more).
cdef struct Entry:
    uint64_t prefix
    uint64_t place

# What equal prefixes mean.
cdef enum:
    TIE_NONE = 0            # equal keys
    TIE_STR = 1             # strings: equal if all their characters are in the prefix
    TIE_SEQUENCE = 2        # tuples, or lists, that are not empty
    TIE_ANY = 3

cdef struct Sorter:
    VM* vm
    Value* keys
    Entry* entries
    Entry* spare            # as many again; NULL until room_for_spare
    int64_t count
    int seen                # SEEN_ bits of all keys
    int tie
    bint wide               # prefixes of strings hold three characters of 21 bits, else eight of 8 bits
    bint reverse
    int status              # ERROR or DEFER: a comparison failed

cdef enum:
    SEEN_INT = 1
    SEEN_BOOL = 2
    SEEN_FLOAT = 4          # no NaN
    SEEN_LATIN1 = 8
    SEEN_WIDE = 16
    SEEN_TUPLE = 32         # not empty
    SEEN_LIST = 64          # not empty
    SEEN_OTHER = 128
    SEEN_BIG_INT = 256      # an int that is no exact double
    SEEN_INSTANCE = 512

cdef inline int64_t entry_index(Entry* entry) noexcept nogil:
    return <int64_t>(entry.place & ((<uint64_t>1 << 48) - 1))

cdef inline uint32_t entry_length(Entry* entry) noexcept nogil:
    return <uint32_t>(entry.place >> 48)

# All kinds among the values, in SEEN_ bits.
cdef int kinds_of(Value* values, int64_t count) noexcept nogil
# Fill the sorter's entries and decide on how ties are broken. OK or ERROR.
cdef int make_entries(Sorter* s) noexcept nogil
# Give the entries [start, stop) of strings, whose prefixes are equal, the prefixes of what follows after all that they
# have in common. OK, ERROR; EXHAUSTED: all are equal.
cdef int extend_prefixes(Sorter* s, int64_t start, int64_t stop) noexcept nogil
# The keys behind two equal prefixes: a < b? 0, 1, or -1 with the sorter's status set.
cdef int break_tie(Sorter* s, Entry* a, Entry* b) noexcept nogil

# a < b? 0, 1, or -1 with the sorter's status set.
cdef inline int entry_less(Sorter* s, Entry* a, Entry* b) noexcept nogil:
    if a.prefix != b.prefix or s.tie == TIE_NONE:
        return a.prefix < b.prefix
    return break_tie(s, a, b)
