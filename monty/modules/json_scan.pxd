# Reading the strings and scalars of a JSON text; json_decode reads the containers.
from libc.stdint cimport int64_t, uint8_t, uint32_t
from monty._heap cimport ERROR, OK, Str, Value, VM, likely, poll

cdef enum:
    KEY_CACHE = 128         # recently seen keys, so that equal keys of many objects are one str
    KEY_LENGTH = 40

# What a reading function answers beside OK and ERROR.
cdef enum:
    MALFORMED = 4           # `problem` and `where` say how
    HOOK = 5                # `event` tells which hook wants the value

ctypedef Str* StrPointer

cdef struct Frame:
    Value container         # owned: a list or a dict (a list of pairs, if a hook wants these)
    Value key               # owned: the key whose value is being read; None in an array

cdef struct Parser:
    VM* vm
    Str* text
    uint8_t* latin1         # NULL when the text is in UCS-4 units
    uint32_t* ucs4
    int64_t length
    int64_t position
    bint strict
    const char* problem
    int64_t where
    int wanted              # WANTS_ bits: what hooks there are
    int event
    Frame* frames           # a buffer
    int64_t depth
    int64_t capacity
    StrPointer[128] keys    # counted

# What begins at a place. The kinds before OPENS_ARRAY are also the numbers of the hooks that want such values.
cdef enum:
    SCALAR_VALUE = 0        # complete
    SCALAR_INT = 1
    SCALAR_FLOAT = 2
    SCALAR_CONSTANT = 3     # NaN, Infinity, -Infinity
    OPENS_OBJECT = 4
    OBJECT_PAIRS = 5        # only as a hook
    OPENS_ARRAY = 6

cdef enum:
    WANTS_OBJECT = 1 << OPENS_OBJECT
    WANTS_PAIRS = 1 << OBJECT_PAIRS
    WANTS_ALL = 0x3E


cdef void parser_init(Parser* p, VM* vm, Str* text, bint strict) noexcept nogil
# Releases the stack of containers and the keys.
cdef void parser_close(Parser* p) noexcept nogil

cdef inline uint32_t character(Parser* p, int64_t i) noexcept nogil:
    if likely(p.latin1 != NULL):
        return p.latin1[i]
    return p.ucs4[i]

cdef inline int malformed(Parser* p, const char* problem, int64_t where) noexcept nogil:
    p.problem = problem
    p.where = where
    return MALFORMED

# Go on to the next character that is no white space. OK, or ERROR from a poll.
cdef inline int skip_space(Parser* p) noexcept nogil:
    cdef uint32_t c
    while p.position < p.length:
        c = character(p, p.position)
        if c != c' ' and c != c'\n' and c != c'\t' and c != c'\r':
            return OK
        p.position += 1
        if (p.position & 0xFFFF) == 0 and poll(p.vm, 0x4000) != OK:
            return ERROR
    return OK

# The characters from start to stop as a new str. OK or ERROR.
cdef int slice_text(Parser* p, int64_t start, int64_t stop, Value* out) noexcept nogil
# A string whose characters begin at the position, after the quote. OK, ERROR, MALFORMED.
cdef int read_string(Parser* p, bint key, Value* out) noexcept nogil
# The scalar at the position, or what opens there. For kinds that hooks may want, nothing is made: end[0] is where the
# text of the number or constant ends. OK, ERROR, MALFORMED.
cdef int read_scalar(Parser* p, int* kind, int64_t* end, Value* out) noexcept nogil
# The number or constant from the position to `end` as a value; goes on behind it. OK or ERROR.
cdef int convert_scalar(Parser* p, int kind, int64_t end, Value* out) noexcept nogil
