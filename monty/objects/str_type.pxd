# The type row of str, repr's escaping, and what the functions repr, ascii, ord and chr need.
from libc.stdint cimport int64_t
from monty._heap cimport Str, Value, VM, Writer

# The text of repr(s), of ascii(s) if `ascii_only`. OK or ERROR.
cdef int str_write_repr(Writer* writer, Str* s, bint ascii_only) noexcept nogil
# ascii() of an object whose repr is `text`: what is not ASCII in it escaped. OK or ERROR.
cdef int str_write_escaped(Writer* writer, Str* text) noexcept nogil
# s[index], negative ones from the end; ERROR with CPython's IndexError.
cdef int str_item(VM* vm, Str* s, int64_t index, Value* out) noexcept nogil
# str % value, set by the file that implements it.
cdef int (*str_modulo)(VM* vm, Value text, Value argument, Value* out) noexcept nogil
