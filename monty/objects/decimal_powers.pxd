# Powers of ten to 128 bits, products of 128 bits, decimal digits: what reading and writing doubles share.
from libc.stdint cimport int64_t, uint32_t, uint64_t

cdef extern from *:
    """
    /* a * b as 128 bits: the upper half is returned, the lower half stored. */
    #if defined(__SIZEOF_INT128__)
    static inline uint64_t float_text_multiply(uint64_t a, uint64_t b, uint64_t *low) {
        unsigned __int128 product = (unsigned __int128)a * b;
        *low = (uint64_t)product;
        return (uint64_t)(product >> 64);
    }
    #else
    static inline uint64_t float_text_multiply(uint64_t a, uint64_t b, uint64_t *low) {
        uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
        uint64_t p00 = a0 * b0, p01 = a0 * b1, p10 = a1 * b0, p11 = a1 * b1;
        uint64_t middle = (p00 >> 32) + (uint32_t)p01 + (uint32_t)p10;
        *low = (middle << 32) | (uint32_t)p00;
        return p11 + (p01 >> 32) + (p10 >> 32) + (middle >> 32);
    }
    #endif
    """
    uint64_t multiply128 "float_text_multiply"(uint64_t a, uint64_t b, uint64_t* low) noexcept nogil

cdef enum:
    POWER_MIN = -292
    POWER_MAX = 324

# 10**(POWER_MIN + i) as 128 bits, rounded up, scaled so that the top bit is set: at most one unit too large.
cdef uint64_t* power_high
cdef uint64_t* power_low
cdef double* exact_powers           # 10**0 ... 10**22, which are doubles
cdef uint64_t* integer_powers       # 10**0 ... 10**19

cdef int count_digits(uint64_t number) noexcept nogil
# Write exactly `count` decimal digits of `number` (leading zeros included).
cdef void write_digits(char* text, uint64_t number, int count) noexcept nogil
