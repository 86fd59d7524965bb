# Text as UTF-8 and back.
from monty._heap cimport Str, VM

# New reference or NULL. UTF-8 with surrogates allowed; invalid bytes become U+FFFD.
cdef Str* str_from_utf8(VM* vm, const char* text, Py_ssize_t length) noexcept nogil
# UTF-8 bytes needed for s, and writing them (surrogates as three bytes each).
cdef size_t str_utf8_size(Str* s) noexcept nogil
cdef size_t str_utf8_write(Str* s, char* out) noexcept nogil
