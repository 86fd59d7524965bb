"""Doubles as text.

`repr` finds the shortest decimal that reads back as the same double, by R. Giulietti's method ("The Schubfach way to
render doubles"): scale by a power of ten held to 128 bits, and look which of the few candidates lies in the rounding
interval. Fixed-point output of moderate size is exact 128-bit integer arithmetic. Everything else borrows CPython's
correctly rounded conversions.
"""

from libc.math cimport isfinite, isnan, signbit
from libc.stdint cimport int32_t
from libc.string cimport memcpy, memmove, memset

from monty._borrow_float cimport borrow_double_to_text
from monty._heap cimport LIMIT_MEMORY, OK, VM, raise_limit
from monty.objects.decimal_powers cimport *
from monty.objects.float cimport double_bits


# --- the shortest digits ---------------------------------------------------------------------------------------------

# The upper 64 bits of the product, its lowest bit telling whether anything was cut off ("round to odd").
cdef inline uint64_t scale_to_odd(uint64_t high, uint64_t low, uint64_t factor) noexcept nogil:
    cdef uint64_t low_product, middle, top, carry_from
    carry_from = multiply128(low, factor, &low_product)
    top = multiply128(high, factor, &middle)
    middle += carry_from
    if middle < carry_from:
        top += 1
    return top | (middle > 1)


# Digits and power of ten of the shortest decimal that rounds to `value` (finite, not zero; the sign is ignored).
cdef void shortest_decimal(double value, uint64_t* digits_out, int* exponent_out) noexcept nogil:
    cdef uint64_t bits = double_bits(value)
    cdef uint64_t fraction = bits & 0xFFFFFFFFFFFFFULL
    cdef int biased = <int>((bits >> 52) & 0x7FF)
    cdef uint64_t c, centre, left, right, lower, upper, s, tens, middle
    cdef int32_t q, k, h, index
    cdef bint closer, even, low_inside, high_inside
    if biased != 0:
        c = fraction | (<uint64_t>1 << 52)
        q = biased - 1075
        if 0 <= -q and -q < 53 and (c & ((<uint64_t>1 << -q) - 1)) == 0:
            digits_out[0] = c >> -q         # an integer below 2**53
            exponent_out[0] = 0
            return
    else:
        c = fraction
        q = -1074
    even = (c & 1) == 0
    closer = fraction == 0 and biased > 1
    # floor(log10(2**q)), or of three quarters of it where the lower neighbour is nearer.
    k = (q * 1262611 - (524031 if closer else 0)) >> 22
    h = q + ((-k * 1741647) >> 19) + 1
    index = -k - POWER_MIN
    left = scale_to_odd(power_high[index], power_low[index], (4 * c - 2 + closer) << h)
    centre = scale_to_odd(power_high[index], power_low[index], (4 * c) << h)
    right = scale_to_odd(power_high[index], power_low[index], (4 * c + 2) << h)
    lower = left + (not even)
    upper = right - (not even)
    s = centre >> 2
    if s >= 10:
        tens = s // 10
        low_inside = lower <= 40 * tens
        high_inside = 40 * tens + 40 <= upper
        if low_inside != high_inside:
            digits_out[0] = tens + high_inside
            exponent_out[0] = k + 1
            return
    low_inside = lower <= 4 * s
    high_inside = 4 * s + 4 <= upper
    exponent_out[0] = k
    if low_inside != high_inside:
        digits_out[0] = s + high_inside
        return
    middle = 4 * s + 2
    digits_out[0] = s + (centre > middle or (centre == middle and (s & 1) != 0))


cdef int write_special(double value, char* text, bint upper) noexcept nogil:
    if isnan(value):
        memcpy(text, b"NAN" if upper else b"nan", 3)
        return 3
    if value < 0:
        memcpy(text, b"-INF" if upper else b"-inf", 4)
        return 4
    memcpy(text, b"INF" if upper else b"inf", 3)
    return 3


cdef int double_repr(double value, char* text) noexcept nogil:
    cdef uint64_t digits
    cdef int exponent, count, point, length = 0
    if not isfinite(value):
        return write_special(value, text, False)
    if signbit(value):
        text[0] = c'-'
        text += 1
        length = 1
    if value == 0:
        memcpy(text, b"0.0", 3)
        return length + 3
    shortest_decimal(value, &digits, &exponent)
    while digits % 10 == 0:
        digits //= 10
        exponent += 1
    count = count_digits(digits)
    point = count + exponent            # where the decimal point stands, counted from the first digit
    if -4 < point and point <= 16:
        if point <= 0:
            memset(text, c'0', 2 - point)
            text[1] = c'.'
            write_digits(text + 2 - point, digits, count)
            return length + 2 - point + count
        if point >= count:
            write_digits(text, digits, count)
            memset(text + count, c'0', point - count)
            text[point] = c'.'
            text[point + 1] = c'0'
            return length + point + 2
        write_digits(text, digits, count)
        memmove(text + point + 1, text + point, count - point)
        text[point] = c'.'
        return length + count + 1
    if count == 1:
        text[0] = <char>(48 + digits)
        text += 1
        length += 1
    else:
        write_digits(text + 1, digits, count)
        text[0] = text[1]
        text[1] = c'.'
        text += count + 1
        length += count + 1
    exponent = point - 1
    text[0] = c'e'
    text[1] = c'-' if exponent < 0 else c'+'
    if exponent < 0:
        exponent = -exponent
    count = 3 if exponent >= 100 else 2
    write_digits(text + 2, exponent, count)
    return length + 2 + count


# --- fixed point -----------------------------------------------------------------------------------------------------

# value with `precision` decimals, exactly rounded (half to even), if the scaled value fits 63 bits; else -1.
cdef int write_fixed(double value, int precision, bint alternate, char* text) noexcept nogil:
    cdef uint64_t bits = double_bits(value)
    cdef uint64_t mantissa = bits & 0xFFFFFFFFFFFFFULL
    cdef int biased = <int>((bits >> 52) & 0x7FF)
    cdef uint64_t high, low, quotient, half_high, half_low, rest_high, rest_low
    cdef int shift, count, length = 0
    if precision > 18 or biased == 0x7FF:
        return -1
    if biased != 0:
        mantissa |= <uint64_t>1 << 52
    else:
        biased = 1
    shift = 1075 - biased
    if shift <= 0:
        # An integer of 2**52 or more.
        if shift < -10 or precision != 0:
            return -1
        quotient = mantissa << -shift
    elif shift >= 127:
        quotient = 0                    # below half of the last decimal: mantissa * 10**18 < 2**113
    else:
        high = multiply128(mantissa, integer_powers[precision], &low)
        if shift >= 64:
            quotient = high >> (shift - 64)
            rest_high = high & ((<uint64_t>1 << (shift - 64)) - 1)
            rest_low = low
            half_high = (<uint64_t>1 << (shift - 65)) if shift > 64 else 0
            half_low = 0 if shift > 64 else <uint64_t>1 << 63
        else:
            if high >> (shift - 1) != 0:
                return -1
            quotient = (high << (64 - shift)) | (low >> shift)
            rest_high = 0
            rest_low = low & ((<uint64_t>1 << shift) - 1)
            half_high = 0
            half_low = <uint64_t>1 << (shift - 1)
        if rest_high > half_high or (rest_high == half_high and rest_low > half_low):
            quotient += 1
        elif rest_high == half_high and rest_low == half_low:
            quotient += quotient & 1
    if signbit(value):
        text[0] = c'-'
        length = 1
    count = count_digits(quotient)
    if count <= precision:
        count = precision + 1           # at least one digit before the point
    write_digits(text + length, quotient, count)
    if precision > 0:
        memmove(text + length + count - precision + 1, text + length + count - precision, precision)
        text[length + count - precision] = c'.'
        length += 1
    elif alternate:
        text[length + count] = c'.'
        length += 1
    return length + count


cdef int double_to_text(VM* vm, double value, char code, int64_t precision, int flags, DoubleText* out) noexcept nogil:
    cdef bint upper = code == c'E' or code == c'F' or code == c'G'
    cdef int length = -1
    out.extra_zeros = 0
    out.finite = isfinite(value)
    if not out.finite:
        out.length = write_special(value, out.text, upper)
        return OK
    if code == c'r' and not flags & DOUBLE_ALTERNATE:
        out.length = double_repr(value, out.text)
        if not flags & DOUBLE_ADD_DOT_0 and out.text[out.length - 2] == c'.' and out.text[out.length - 1] == c'0':
            out.length -= 2
        return OK
    if precision > DOUBLE_PRECISION_MAX:
        if code != c'g' and code != c'G' or flags & DOUBLE_ALTERNATE:
            out.extra_zeros = precision - DOUBLE_PRECISION_MAX
        precision = DOUBLE_PRECISION_MAX
    if code == c'f' or code == c'F':
        length = write_fixed(value, <int>precision, (flags & DOUBLE_ALTERNATE) != 0, out.text)
    if length < 0:
        length = borrow_double_to_text(value, code, 0 if code == c'r' else <int>precision, flags, out.text,
                                       DOUBLE_TEXT_MAX)
        if length < 0:
            return raise_limit(vm, LIMIT_MEMORY)
    out.length = length
    return OK


# --- for tests -------------------------------------------------------------------------------------------------------

def repr_of(double value):
    """Return repr(value) as the machine writes it."""
    cdef char[40] text
    cdef int length = double_repr(value, text)
    return text[:length].decode('ascii')


def fixed_of(double value, int precision):
    """Return the text of value with that many decimals as the quick way writes it, None where it is not taken."""
    cdef char[64] text
    cdef int length = write_fixed(value, precision, False, text)
    return None if length < 0 else text[:length].decode('ascii')
