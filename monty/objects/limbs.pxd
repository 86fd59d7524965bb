# Arithmetic on magnitudes: arrays of 64-bit limbs, least significant first. Lengths are in limbs. A result may share
# its array with an operand only where the line says so. What can take long polls, and answers OK or ERROR.
from libc.stdint cimport int64_t, uint64_t
from monty._heap cimport VM

cdef extern from "portable.h" nogil:
    # a * b + c + d: the low half; the high half through `high`
    uint64_t multiply_add "monty_multiply_add"(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t* high)
    # a + b + carry and a - b - borrow through `out`: the carry or borrow out, 0 or 1
    uint64_t add_carry "monty_add_carry"(uint64_t a, uint64_t b, uint64_t carry, uint64_t* out)
    uint64_t sub_borrow "monty_sub_borrow"(uint64_t a, uint64_t b, uint64_t borrow, uint64_t* out)
    int popcount64 "monty_popcount64"(uint64_t x)

# A divisor's reciprocal, for division of two limbs by one without a division instruction.
cdef struct Divisor:
    uint64_t value          # shifted left so that its top bit is set
    uint64_t reciprocal     # floor((2**128 - 1) / value) - 2**64
    int shift

cdef Divisor divisor_of(uint64_t value) noexcept nogil

# (high, low) / d.value: the quotient; the remainder through `remainder`. high < d.value.
cdef inline uint64_t divide_wide(uint64_t high, uint64_t low, Divisor* d, uint64_t* remainder) noexcept nogil:
    cdef uint64_t q1, q0, r
    q0 = multiply_add(d.reciprocal, high, low, 0, &q1)
    q1 += high + 1
    r = low - q1 * d.value
    if r > q0:
        q1 -= 1
        r += d.value
    if r >= d.value:
        q1 += 1
        r -= d.value
    remainder[0] = r
    return q1

# The length without leading zero limbs.
cdef inline int64_t limbs_trim(const uint64_t* a, int64_t n) noexcept nogil:
    while n > 0 and a[n - 1] == 0:
        n -= 1
    return n

# Bits of a magnitude; 0 for zero. No leading zero limbs.
cdef int64_t limbs_bits(const uint64_t* a, int64_t n) noexcept nogil
# -1, 0 or 1. No leading zero limbs.
cdef int limbs_compare(const uint64_t* a, int64_t an, const uint64_t* b, int64_t bn) noexcept nogil
# r[0:n] = a + b + carry, returns the carry; r may be a or b. Not for more than some million limbs at a time.
cdef uint64_t limbs_add_n(uint64_t* r, const uint64_t* a, const uint64_t* b, int64_t n, uint64_t carry) noexcept nogil
cdef uint64_t limbs_sub_n(uint64_t* r, const uint64_t* a, const uint64_t* b, int64_t n, uint64_t borrow) noexcept nogil
# r[0:an + 1] = a + b; an >= bn; r may be a.
cdef int limbs_add(VM* vm, uint64_t* r, const uint64_t* a, int64_t an, const uint64_t* b, int64_t bn) noexcept nogil
# r[0:an] = a - b; a >= b; r may be a.
cdef int limbs_sub(VM* vm, uint64_t* r, const uint64_t* a, int64_t an, const uint64_t* b, int64_t bn) noexcept nogil
# A magnitude += 1, with room for the carry.
cdef inline void limbs_add_one(uint64_t* limbs) noexcept nogil:
    cdef int64_t i = 0
    limbs[0] += 1
    while limbs[i] == 0:
        i += 1
        limbs[i] += 1

# r[0:n] = a << bits, bits < 64; returns what is shifted out; r may be a or lie above it.
cdef uint64_t limbs_shift_left(uint64_t* r, const uint64_t* a, int64_t n, int bits) noexcept nogil
# r[0:n] = a >> bits, bits < 64; returns what is shifted out, at the top of a limb; r may be a or lie below it.
cdef uint64_t limbs_shift_right(uint64_t* r, const uint64_t* a, int64_t n, int bits) noexcept nogil
# r[0:n] = a * factor + addend, returns the limb carried out; r may be a.
cdef uint64_t limbs_mul_small(uint64_t* r, const uint64_t* a, int64_t n, uint64_t factor,
                              uint64_t addend) noexcept nogil
# q[0:n] = a / d, returns the remainder; q may be a, or NULL.
cdef uint64_t limbs_div_small(uint64_t* q, const uint64_t* a, int64_t n, Divisor* d) noexcept nogil
# r[0:an + bn] = a * b. a and b may be the same array: then it is squared.
cdef int limbs_mul(VM* vm, uint64_t* r, const uint64_t* a, int64_t an, const uint64_t* b, int64_t bn) noexcept nogil
# The quotient of a / b, where it fits a limb and the leading limbs alone decide it (they nearly always do): True, and
# the quotient through `out`. an is bn or bn + 1, bn >= 2; no leading zero limbs.
cdef bint limbs_divide_leading(const uint64_t* a, int64_t an, const uint64_t* b, int64_t bn,
                               uint64_t* out) noexcept nogil
# q[0:an - bn + 1] = a / b (q may be NULL), r[0:bn] = a % b (r may be NULL, or b). an >= bn >= 1; b's top limb is not 0.
cdef int limbs_divide(VM* vm, uint64_t* q, uint64_t* r, const uint64_t* a, int64_t an, const uint64_t* b,
                      int64_t bn) noexcept nogil
