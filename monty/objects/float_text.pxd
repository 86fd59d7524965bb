# Doubles as text.
from libc.stdint cimport int64_t, uint32_t, uint64_t
from monty._heap cimport VM
# Reading has its own file; these names stay reachable from here.
from monty.objects.float_parse cimport double_parse_bytes, double_parse_decimal, double_parse_str

cdef enum:
    DOUBLE_TEXT_MAX = 1600
    DOUBLE_PRECISION_MAX = 1100     # more decimals than any double has digits: what follows are zeros

# Flags of double_to_text, as PyOS_double_to_string's.
cdef enum:
    DOUBLE_ADD_DOT_0 = 2            # "1" becomes "1.0"
    DOUBLE_ALTERNATE = 4            # "#": keep the point and the zeros

# ASCII text of a double: sign, digits, point, exponent. `extra_zeros` more zeros belong behind the digits (before the
# exponent): a precision beyond DOUBLE_PRECISION_MAX costs no work here.
cdef struct DoubleText:
    int length
    bint finite
    int64_t extra_zeros
    char[1600] text

# Format with code 'r' (repr; precision is ignored), 'e', 'f' or 'g' (with upper case 'E', 'F', 'G').
# OK, or ERROR with the memory limit set.
cdef int double_to_text(VM* vm, double value, char code, int64_t precision, int flags, DoubleText* out) noexcept nogil
# repr(value) into a buffer of at least 32 bytes; returns the length.
cdef int double_repr(double value, char* text) noexcept nogil
