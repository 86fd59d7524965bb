# Text as doubles.
from libc.stdint cimport int64_t, uint32_t, uint64_t
from monty._heap cimport Str, VM

# The double nearest to a decimal text: digits [. digits] [e[+-]digits], optional sign, at least one digit; no spaces,
# underscores, inf or nan. False if the text is not that. Never calls CPython for texts of up to 15 digits.
cdef bint double_parse_decimal(const char* text, int64_t length, double* out) noexcept nogil
# float(text) for a str: spaces, underscores, Unicode digits, inf and nan. OK, EXHAUSTED when malformed (no error set),
# ERROR from a poll.
cdef int double_parse_str(VM* vm, Str* text, double* out) noexcept nogil
cdef int double_parse_bytes(VM* vm, const char* text, int64_t length, double* out) noexcept nogil
