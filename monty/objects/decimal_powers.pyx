"""Powers of ten to 128 bits, and decimal digits of integers: what reading and writing doubles share."""

from monty._heap cimport leading_zeros64

cdef uint64_t[617] high_words
cdef uint64_t[617] low_words
cdef double[23] doubles
cdef uint64_t[20] integers

def _fill_tables():
    for k in range(POWER_MIN, POWER_MAX + 1):
        if k >= 0:
            value = 10 ** k
            bits = value.bit_length()
            scaled = value << 128 - bits if bits <= 128 else -(-value >> bits - 128)
        else:
            divisor = 10 ** -k
            shift = 127 + divisor.bit_length()
            scaled = -(-(1 << shift) // divisor)
            if scaled >> 128:
                scaled = -(-(1 << shift - 1) // divisor)
        high_words[k - POWER_MIN] = scaled >> 64
        low_words[k - POWER_MIN] = scaled & 0xFFFFFFFFFFFFFFFF
    for k in range(23):
        doubles[k] = float(10 ** k)
    for k in range(20):
        integers[k] = 10 ** k

_fill_tables()
del _fill_tables

power_high = &high_words[0]
power_low = &low_words[0]
exact_powers = &doubles[0]
integer_powers = &integers[0]


cdef int count_digits(uint64_t number) noexcept nogil:
    cdef int digits
    if number < 10:
        return 1
    # log10(2) as a fraction, then one correction.
    digits = ((64 - leading_zeros64(number)) * 1233) >> 12
    return digits + 1 if digits < 20 and number >= integer_powers[digits] else digits


cdef void write_digits(char* text, uint64_t number, int count) noexcept nogil:
    cdef uint32_t part
    while count > 9 and number > 0xFFFFFFFFULL:
        part = <uint32_t>(number % 100)
        number //= 100
        text[count - 1] = <char>(48 + part % 10)
        text[count - 2] = <char>(48 + part // 10)
        count -= 2
    part = <uint32_t>number
    while count > 0:
        count -= 1
        text[count] = <char>(48 + part % 10)
        part //= 10
