from libc.stdint cimport int64_t, uint8_t
from monty._heap cimport Str, Value, VM, Writer

cdef int int_text_write(Writer* writer, Value v, int base, bint upper) noexcept nogil
cdef int int_text_parse(VM* vm, Str* text, int base, Value* out) noexcept nogil
# int(bytes, base); `original` is the value that the error message shows.
cdef int int_text_parse_bytes(VM* vm, const uint8_t* data, int64_t length, int base, Value original,
                              Value* out) noexcept nogil
