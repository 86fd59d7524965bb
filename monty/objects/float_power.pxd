# Powers of doubles, to the last bit what the C library's pow() says.
#
# Roots and squares are most of the powers that programs take, and need no logarithm. They are correctly rounded here, and
# pow() is not: its result may be any double that is nearer to the true one than its bound. So a result counts only if
# the exact remainder shows that the true value lies well off the middle between two doubles (in 15 of 16 cases), where
# any pow() that is wrong by less than 0.53 units in the last place gives the same double. glibc's is wrong by 0.511 of
# them, and 1.5 * 2**-15 more for each unit of y * log(x); the exponents are bounded so that this is at most 0.528.
from libc.math cimport pow, sqrt
from libc.stdint cimport int64_t, uint64_t

from monty.objects.float cimport double_bits

cdef extern from *:
    """
    #if defined(__GLIBC__) && (defined(__x86_64__) || defined(__aarch64__))
    #define MONTY_POW_BOUND_KNOWN 1
    #else
    #define MONTY_POW_BOUND_KNOWN 0
    #endif
    """
    const bint POW_BOUND_KNOWN "MONTY_POW_BOUND_KNOWN"

cdef enum:
    FRACTION_BITS = 52
    EXPONENT_BIAS = 1023
    # x * x has an exponent of 512 at most, so that y * log(x) stays under 512 * log(2).
    SQUARE_EXPONENT_MAX = 255


# The fraction of a normal double with its leading one: 53 bits.
cdef inline uint64_t double_significand(uint64_t bits) noexcept nogil:
    return (bits & ((<uint64_t>1 << FRACTION_BITS) - 1)) | (<uint64_t>1 << FRACTION_BITS)


# Whether sqrt(x) is sure to be pow(x, 0.5); it goes to `out`.
cdef inline bint certain_root(double x, double* out) noexcept nogil:
    cdef uint64_t bits = double_bits(x)
    cdef uint64_t biased = bits >> FRACTION_BITS
    cdef uint64_t root
    cdef int64_t remainder
    # Positive and normal.
    if biased - 1 >= 2 * EXPONENT_BIAS:
        return False
    out[0] = sqrt(x)
    root = double_significand(double_bits(out[0]))
    # x - root**2 in units in which it is an integer: at most `root` if that is correctly rounded (so that the low 64
    # bits are all of it), and 2 * root is one unit in the last place of the root.
    remainder = <int64_t>((double_significand(bits) << (FRACTION_BITS + 1 - (biased & 1))) - root * root)
    if remainder < 0:
        remainder = -remainder
    return <uint64_t>remainder < root - (root >> 4)


# Whether x * x is sure to be pow(x, 2.0); it goes to `out`.
cdef inline bint certain_square(double x, double* out) noexcept nogil:
    cdef uint64_t bits = double_bits(x)
    cdef uint64_t biased = (bits >> FRACTION_BITS) & 0x7FF
    cdef uint64_t significand = double_significand(bits)
    cdef uint64_t unit
    cdef int64_t from_middle
    if biased - (EXPONENT_BIAS - SQUARE_EXPONENT_MAX) > 2 * SQUARE_EXPONENT_MAX:
        return False
    out[0] = x * x
    # The product has 105 or 106 bits (from the root of two on), the result 53: `unit` is the last of them.
    unit = <uint64_t>1 << (FRACTION_BITS + (significand >= 0x16A09E667F3BCDULL))
    from_middle = <int64_t>((significand * significand) & (unit - 1)) - <int64_t>(unit >> 1)
    if from_middle < 0:
        from_middle = -from_middle
    return <uint64_t>from_middle > unit >> 5


# pow(x, y), for a finite y and a finite x that is not zero.
cdef inline double double_power(double x, double y) noexcept nogil:
    cdef double result
    if POW_BOUND_KNOWN:
        if y == 2.0 and certain_square(x, &result):
            return result
        if y == 0.5 and certain_root(x, &result):
            return result
    return pow(x, y)
