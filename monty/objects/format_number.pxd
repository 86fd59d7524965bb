# Numbers laid out by the format mini-language.
from libc.stdint cimport int64_t
from monty._heap cimport Value, VM, Writer
from monty.objects.format_spec cimport FormatSpec

# The digits of an int's magnitude in some base, ASCII. Those of large ints are a str that the struct owns.
cdef struct IntDigits:
    const char* text
    int64_t length
    bint negative
    Value owned
    char[72] small

# Digits of an int or bool; ERROR (ValueError beyond the limit of decimal digits). digits_release when done.
cdef int int_digits(VM* vm, Value v, int base, bint upper, IntDigits* out) noexcept nogil
cdef void int_digits_release(VM* vm, IntDigits* digits) noexcept nogil

# Append int, bool or float as the specification says. ERROR with ValueError or OverflowError.
cdef int format_int(VM* vm, Value v, FormatSpec* spec, Writer* writer) noexcept nogil
cdef int format_float(VM* vm, double number, Value value, FormatSpec* spec, Writer* writer) noexcept nogil
cdef int format_complex(VM* vm, double real, double imaginary, Value value, FormatSpec* spec,
                        Writer* writer) noexcept nogil
# str(real + imaginary j)
cdef int complex_text(VM* vm, double real, double imaginary, Writer* writer) noexcept nogil
