from libc.stdint cimport int64_t, uint32_t, uint64_t
from monty._heap cimport Block, Str, Value, VM, Writer

# An int that does not fit 64 bits (always normalised: what fits is an immediate T_INT).
cdef struct Long:
    Block head
    int sign                # 1 or -1
    uint32_t length         # limbs, no leading zero limb
    # 64-bit limbs, least significant first, follow

cdef inline uint64_t* long_limbs(Long* x) noexcept nogil:
    return <uint64_t*>(x + 1)

# An int of any size seen as sign and magnitude (borrowed). It may point into itself: never copy it.
cdef struct Operand:
    const uint64_t* limbs
    int64_t length          # 0 for zero
    bint negative
    uint64_t small

# False when v is no int (or bool).
cdef bint operand_load(Operand* operand, Value v) noexcept nogil
# New int with room for `length` limbs, which the caller fills and gives to long_finish. NULL with the limit set.
cdef Long* long_new(VM* vm, int64_t length) noexcept nogil
# Trim and normalise (takes x): its first `length` limbs are the magnitude.
cdef int long_finish(VM* vm, Long* x, int64_t length, bint negative, Value* out) noexcept nogil
# An int of a copy of these limbs.
cdef int int_from_limbs(VM* vm, const uint64_t* limbs, int64_t length, bint negative, Value* out) noexcept nogil
# Bits of the magnitude.
cdef int64_t int_bits(Value v) noexcept nogil
# a + b, or a - b.
cdef int int_add_operands(VM* vm, Operand* a, Operand* b, bint subtract, Value* out) noexcept nogil
# where[0] (an owned T_LONG, borrowed by nobody) = where[0] op right, in its own block where that has room. OK, ERROR, or
# NOT_IMPLEMENTED when nothing was done.
cdef int int_update(VM* vm, int operator, Value* where, Value right) noexcept nogil
cdef int int_unary(VM* vm, int operator, Value a, Value* out) noexcept nogil

# int op int for any sizes (bools count as ints); operator is BIN_... . OK, ERROR (ZeroDivisionError, OverflowError,
# negative shift count, limits), NOT_IMPLEMENTED for MATMUL or non-ints.
cdef int int_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil
cdef int int_from_double(VM* vm, double value, Value* out) noexcept nogil   # truncates; value is finite
cdef int int_from_uint64(VM* vm, uint64_t value, Value* out) noexcept nogil
# Nearest double; ERROR with OverflowError "int too large to convert to float".
cdef int int_to_double(VM* vm, Value v, double* out) noexcept nogil
cdef int int_compare(Value a, Value b) noexcept nogil                       # -1, 0, 1; ints and bools
# Exact comparison of an int with a float: -1, 0, 1; 2 if f is NaN.
cdef int int_compare_double(VM* vm, Value a, double f) noexcept nogil
cdef int int_sign(Value v) noexcept nogil
# Decimal text (limit of 4300 digits as CPython), and other bases (2, 8, 16: no prefix, no limit).
cdef int int_write(Writer* writer, Value v, int base, bint upper) noexcept nogil
# int(text, base); ERROR with CPython's ValueError.
cdef int int_parse(VM* vm, Str* text, int base, Value* out) noexcept nogil
# Two's complement / magnitude bytes for conversion: under the GIL.
cdef object int_to_host(Value v)
cdef int int_from_host(VM* vm, object value, Value* out)
