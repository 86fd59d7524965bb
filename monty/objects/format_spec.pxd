# The format mini-language: reading a specification, and laying out text by it.
from libc.stdint cimport int64_t, uint32_t
from monty._heap cimport Str, Value, VM, Writer

cdef struct FormatSpec:
    uint32_t fill
    uint32_t type           # presentation type, or the default
    int64_t width           # -1: not given
    int64_t precision       # -1: not given
    char align              # '<', '>', '=', '^'
    char sign               # 0, '+', '-', ' '
    char separator          # 0, ',' or '_'
    bint alternate          # '#'
    bint no_negative_zero   # 'z'


# Read text[start:stop]. `value` is what is formatted (its type's name is part of one message). ERROR with ValueError.
cdef int format_spec_read(VM* vm, Str* text, int64_t start, int64_t stop, Value value, char default_type,
                          char default_align, FormatSpec* out) noexcept nogil
# ValueError "Unknown format code ..."
cdef int raise_unknown_code(VM* vm, uint32_t code, Value value) noexcept nogil
# How many fill characters go left and right of a text of that length.
cdef void format_padding(FormatSpec* spec, int64_t length, int64_t* left, int64_t* right) noexcept nogil
# Append a str as the specification says. ERROR with ValueError for what is meant for numbers.
cdef int format_text(VM* vm, Value value, FormatSpec* spec, Writer* writer) noexcept nogil
# Append part of a str.
cdef int writer_part(Writer* writer, Str* text, int64_t start, int64_t stop) noexcept nogil
# Raise kind(text so far); takes the text. Returns ERROR.
cdef int raise_written(VM* vm, int kind, Writer* message) noexcept nogil
# Decimal digits of a number below 10**18 in text[position[0]:stop] (of any script): 0 if there is none, 1 if there is
# a number, -1 with ValueError "Too many decimal digits in format string".
cdef int format_read_integer(VM* vm, Str* text, int64_t* position, int64_t stop, int64_t* out) noexcept nogil
