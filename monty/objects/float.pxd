# float: an immediate, a C double.
from libc.stdint cimport int64_t, uint64_t
from libc.string cimport memcpy
from monty._heap cimport Str, Value, VM

# The 64 bits of a double: sign, 11 bits of exponent, 52 of fraction.
cdef inline uint64_t double_bits(double value) noexcept nogil:
    cdef uint64_t bits
    memcpy(&bits, &value, 8)
    return bits

# Arithmetic as Python's, on doubles. OK, or ERROR with ZeroDivisionError (and OverflowError for the power).
cdef int float_floor_divide(VM* vm, double a, double b, double* out) noexcept nogil
cdef int float_modulo(VM* vm, double a, double b, double* out) noexcept nogil
cdef int float_divmod(VM* vm, double a, double b, double* quotient, double* rest) noexcept nogil
# a ** b; EXHAUSTED when the result is complex (negative base, broken exponent).
cdef int float_power(VM* vm, double a, double b, double* out) noexcept nogil
# round(value, digits); ERROR with OverflowError.
cdef int float_round(VM* vm, double value, int64_t digits, double* out) noexcept nogil
# round(value): the nearest int, half to even. ERROR with CPython's message for nan and infinities.
cdef int float_round_to_int(VM* vm, double value, Value* out) noexcept nogil
# int(value). ERROR with CPython's message for nan and infinities.
cdef int float_to_int(VM* vm, double value, Value* out) noexcept nogil
# float(text), the error's text quoting `source`.
cdef int float_from_text(VM* vm, Value source, double* out) noexcept nogil
