"""Doubles as text and text as doubles.

`repr` finds the shortest decimal that reads back as the same double, by R. Giulietti's method ("The Schubfach way to
render doubles"): scale by a power of ten held to 128 bits, and look which of the few candidates lies in the rounding
interval. Fixed-point output of moderate size is exact 128-bit integer arithmetic. Everything else borrows CPython's
correctly rounded conversions. Reading is exact in one multiplication or division when the digits fit 53 bits and the
power of ten is itself a double (Clinger's quick case), or after a 192-bit product whose error bounds round to the same
double (as D. Lemire's method has it, "Number parsing at a gigabyte per second"); it is borrowed otherwise.
"""

from libc.math cimport INFINITY, NAN, fabs, isfinite, isnan, signbit
from libc.stdint cimport int32_t
from libc.string cimport memcpy, memmove, memset

from monty._borrow_float cimport borrow_double_to_text, borrow_text_to_double
from monty._heap cimport ERROR, EXHAUSTED, LIMIT_MEMORY, OK, VM, leading_zeros64, likely, poll, raise_limit
from monty.objects.str cimport str_latin1, str_ucs4

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

cdef extern from "Python.h" nogil:
    # Lookups in constant tables: they need no GIL.
    bint Py_UNICODE_ISSPACE(uint32_t character)
    int Py_UNICODE_TODECIMAL(uint32_t character)

cdef enum:
    POWER_MIN = -292
    POWER_MAX = 324

# 10**k as 128 bits, rounded up, scaled so that the top bit is set.
cdef uint64_t[617] power_high
cdef uint64_t[617] power_low
cdef double[23] exact_powers          # 10**0 ... 10**22 are doubles
cdef uint64_t[20] integer_powers

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
        power_high[k - POWER_MIN] = scaled >> 64
        power_low[k - POWER_MIN] = scaled & 0xFFFFFFFFFFFFFFFF
    for k in range(23):
        exact_powers[k] = 10.0 ** k
    for k in range(20):
        integer_powers[k] = 10 ** k

_fill_tables()
del _fill_tables


cdef inline uint64_t double_bits(double value) noexcept nogil:
    cdef uint64_t bits
    memcpy(&bits, &value, 8)
    return bits


# --- integers as digits ----------------------------------------------------------------------------------------------

cdef int count_digits(uint64_t number) noexcept nogil:
    cdef int digits
    if number < 10:
        return 1
    # log10(2) as a fraction, then one correction.
    digits = ((64 - leading_zeros64(number)) * 1233) >> 12
    return digits + 1 if digits < 20 and number >= integer_powers[digits] else digits


# Write exactly `count` decimal digits of `number` (leading zeros included).
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


# --- reading ---------------------------------------------------------------------------------------------------------

cdef enum:
    DIGITS_KEPT = 800           # more significant digits than decide the rounding of any double (767)
    EXPONENT_BOUND = 100000000      # beyond it the digits do not matter, however many they are

# What has been read of a number so far. Digits that cannot change the result are folded into one.
cdef struct Scan:
    int64_t decimal_exponent    # of the last digit kept
    uint64_t leading            # value of the first digits, while there are at most 19
    int digits                  # kept, without leading zeros
    bint negative
    bint dropped                # a digit other than zero lies beyond those kept
    char[832] text

cdef inline void scan_start(Scan* scan) noexcept nogil:
    scan.decimal_exponent = 0
    scan.leading = 0
    scan.digits = 0
    scan.negative = False
    scan.dropped = False

cdef inline void scan_digit(Scan* scan, int digit, bint after_point) noexcept nogil:
    if scan.digits >= DIGITS_KEPT:
        if digit != 0:
            scan.dropped = True
        if not after_point:
            scan.decimal_exponent += 1
        return
    if digit != 0 or scan.digits != 0:
        scan.text[scan.digits] = <char>(48 + digit)
        scan.digits += 1
        if scan.digits <= 19:
            scan.leading = scan.leading * 10 + <uint64_t>digit
    if after_point:
        scan.decimal_exponent -= 1

# digits * 10**exponent for 1 to 19 digits, if that can be told for certain; else False.
cdef bint small_decimal(uint64_t digits, int64_t exponent, double* out) noexcept nogil:
    cdef uint64_t high, middle, low, carry, below_high, mantissa, bits
    cdef int shift, leading, binary
    if digits <= <uint64_t>1 << 53 and -22 <= exponent and exponent <= 22:
        if exponent < 0:
            out[0] = <double>digits / exact_powers[-exponent]
        else:
            out[0] = <double>digits * exact_powers[exponent]
        return True
    if exponent < POWER_MIN or exponent > 288:
        return False
    leading = leading_zeros64(digits)
    digits <<= leading
    # The power is at most one unit too large: the true product lies above (product - digits) and not above product.
    carry = multiply128(power_low[exponent - POWER_MIN], digits, &low)
    high = multiply128(power_high[exponent - POWER_MIN], digits, &middle)
    middle += carry
    if middle < carry:
        high += 1
    below_high = high - 1 if low < digits and middle == 0 else high
    # 53 bits and one for rounding; what lies behind is more than nothing, and less than a unit of the last of them.
    shift = 10 if high >> 63 else 9
    if (high >> shift) != (below_high >> shift) or (low == 0 and middle == 0):
        return False
    mantissa = high >> shift
    mantissa = (mantissa >> 1) + (mantissa & 1)
    # floor(log2(10**exponent)) by a fraction, as far as the table reaches.
    binary = <int>((exponent * 1741647) >> 19) + 64 - leading + (shift - 9) + 1023 - 1
    if mantissa >> 53:
        mantissa >>= 1
        binary += 1
    if binary < 1 or binary > 2046:
        return False
    bits = (<uint64_t>binary << 52) | (mantissa & 0xFFFFFFFFFFFFFULL)
    memcpy(out, &bits, 8)
    return True


cdef double scan_finish(Scan* scan, int64_t exponent) noexcept nogil:
    cdef double value
    cdef int at, count
    exponent += scan.decimal_exponent
    if scan.digits == 0:
        value = 0.0
    elif scan.digits <= 19 and small_decimal(scan.leading, exponent, &value):
        pass
    else:
        if exponent > EXPONENT_BOUND:
            exponent = EXPONENT_BOUND
        elif exponent < -EXPONENT_BOUND:
            exponent = -EXPONENT_BOUND
        at = scan.digits
        if scan.dropped:
            scan.text[at] = c'1'
            at += 1
            exponent -= 1
        scan.text[at] = c'e'
        scan.text[at + 1] = c'-' if exponent < 0 else c'+'
        if exponent < 0:
            exponent = -exponent
        count = count_digits(exponent)
        write_digits(scan.text + at + 2, exponent, count)
        scan.text[at + 2 + count] = 0
        value = borrow_text_to_double(scan.text)
    return -value if scan.negative else value


# Sign, up to 19 digits, point, exponent: what nearly all numbers are. False if it is anything else.
cdef bint quick_decimal(const char* text, int64_t length, double* out) noexcept nogil:
    cdef int64_t i = 0, start, point = -1, exponent = 0
    cdef uint64_t digits = 0
    cdef int character
    cdef bint negative = False, negative_exponent = False
    if length > 30:
        return False
    if i < length and (text[i] == c'-' or text[i] == c'+'):
        negative = text[i] == c'-'
        i += 1
    start = i
    while i < length:
        character = text[i]
        if c'0' <= character and character <= c'9':
            digits = digits * 10 + <uint64_t>(character - 48)
        elif character == c'.' and point < 0:
            point = i
        else:
            break
        i += 1
    if i - start - (point >= 0) > 19 or i - start - (point >= 0) < 1:
        return False
    if point >= 0:
        exponent = point + 1 - i
    if i < length:
        if text[i] != c'e' and text[i] != c'E':
            return False
        i += 1
        if i < length and (text[i] == c'-' or text[i] == c'+'):
            negative_exponent = text[i] == c'-'
            i += 1
        start = i
        point = 0
        while i < length and c'0' <= text[i] and text[i] <= c'9' and i - start < 4:
            point = point * 10 + (text[i] - 48)
            i += 1
        if i != length or i == start:
            return False
        exponent += -point if negative_exponent else point
    if digits == 0:
        out[0] = -0.0 if negative else 0.0
        return True
    if not small_decimal(digits, exponent, out):
        return False
    if negative:
        out[0] = -out[0]
    return True


cdef bint double_parse_decimal(const char* text, int64_t length, double* out) noexcept nogil:
    if quick_decimal(text, length, out):
        return True
    return slow_decimal(text, length, out)


cdef bint slow_decimal(const char* text, int64_t length, double* out) noexcept nogil:
    cdef Scan scan
    cdef int64_t i = 0, exponent = 0
    cdef bint point = False, any_digit = False, negative_exponent = False
    cdef int character
    scan_start(&scan)
    if i < length and (text[i] == c'-' or text[i] == c'+'):
        scan.negative = text[i] == c'-'
        i += 1
    while i < length:
        character = text[i]
        if c'0' <= character and character <= c'9':
            scan_digit(&scan, character - 48, point)
            any_digit = True
        elif character == c'.' and not point:
            point = True
        else:
            break
        i += 1
    if not any_digit:
        return False
    if i < length and (text[i] == c'e' or text[i] == c'E'):
        i += 1
        if i < length and (text[i] == c'-' or text[i] == c'+'):
            negative_exponent = text[i] == c'-'
            i += 1
        if i == length:
            return False
        while i < length and c'0' <= text[i] and text[i] <= c'9':
            if exponent < EXPONENT_BOUND * 10:
                exponent = exponent * 10 + (text[i] - 48)
            i += 1
    if i != length:
        return False
    out[0] = scan_finish(&scan, -exponent if negative_exponent else exponent)
    return True


# The next character of a text in Latin-1 (kind 1; bytes only if `plain`) or UCS-4 as ASCII: spaces of all kinds as ' ',
# decimal digits of all scripts as '0' to '9', other characters outside ASCII as '?'.
cdef inline int as_ascii(const void* text, int kind, bint plain, int64_t index) noexcept nogil:
    cdef uint32_t character
    cdef int digit
    if kind == 1:
        character = (<const unsigned char*>text)[index]
    else:
        character = (<const uint32_t*>text)[index]
    if character < 128:
        if character == 32 or (9 <= character and character <= 13):
            return 32
        return <int>character
    if plain:
        return 63
    if Py_UNICODE_ISSPACE(character):
        return 32
    digit = Py_UNICODE_TODECIMAL(character)
    return 48 + digit if digit >= 0 else 63


# Does text[i:stop] read `word` (lower case), in any case of letters?
cdef bint reads_word(const void* text, int kind, int64_t i, int64_t stop, const char* word) noexcept nogil:
    cdef int character, at = 0
    while word[at] != 0:
        if i >= stop:
            return False
        character = as_ascii(text, kind, True, i)
        if c'A' <= character and character <= c'Z':
            character += 32
        if character != word[at]:
            return False
        at += 1
        i += 1
    return i == stop


cdef int parse_text(VM* vm, const void* text, int kind, bint plain, int64_t stop, double* out) noexcept nogil:
    cdef Scan scan
    cdef int64_t i = 0, exponent = 0, sign_end
    cdef int character, previous = 0
    cdef bint point = False, in_exponent = False, any_digit = False, negative_exponent = False
    if kind == 1 and quick_decimal(<const char*>text, stop, out):
        return OK
    scan_start(&scan)
    while i < stop and as_ascii(text, kind, plain, i) == 32:
        i += 1
        if i & 1023 == 0 and poll(vm, 1024) != OK:
            return ERROR
    while stop > i and as_ascii(text, kind, plain, stop - 1) == 32:
        stop -= 1
        if stop & 1023 == 0 and poll(vm, 1024) != OK:
            return ERROR
    if i < stop:
        character = as_ascii(text, kind, plain, i)
        if character == c'-' or character == c'+':
            scan.negative = character == c'-'
            i += 1
    sign_end = i
    while i < stop:
        character = as_ascii(text, kind, plain, i)
        if c'0' <= character and character <= c'9':
            if in_exponent:
                if exponent < EXPONENT_BOUND * 10:
                    exponent = exponent * 10 + (character - 48)
            else:
                scan_digit(&scan, character - 48, point)
            any_digit = True
        elif character == c'_':
            # Only between two digits.
            if not (c'0' <= previous and previous <= c'9') or i + 1 >= stop:
                break
            previous = as_ascii(text, kind, plain, i + 1)
            if not (c'0' <= previous and previous <= c'9'):
                break
        elif character == c'.' and not point and not in_exponent:
            point = True
        elif (character == c'e' or character == c'E') and any_digit and not in_exponent:
            in_exponent = True
            any_digit = False           # now: of the exponent
            if i + 1 < stop:
                previous = as_ascii(text, kind, plain, i + 1)
                if previous == c'-' or previous == c'+':
                    negative_exponent = previous == c'-'
                    i += 1
        else:
            break
        previous = character
        i += 1
        if i & 1023 == 0 and poll(vm, 1024) != OK:
            return ERROR
    if i == stop and any_digit:
        out[0] = scan_finish(&scan, -exponent if negative_exponent else exponent)
        return OK
    if reads_word(text, kind, sign_end, stop, b"inf") or reads_word(text, kind, sign_end, stop, b"infinity"):
        out[0] = -INFINITY if scan.negative else INFINITY
        return OK
    if reads_word(text, kind, sign_end, stop, b"nan"):
        out[0] = -NAN if scan.negative else NAN
        return OK
    return EXHAUSTED


cdef int double_parse_str(VM* vm, Str* text, double* out) noexcept nogil:
    return parse_text(vm, str_latin1(text), text.kind, False, text.length, out)


cdef int double_parse_bytes(VM* vm, const char* text, int64_t length, double* out) noexcept nogil:
    return parse_text(vm, text, 1, True, length, out)


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


def parse_of(bytes text):
    """Return the double that the machine reads in a decimal text, None if it is malformed."""
    cdef double value
    if double_parse_decimal(text, len(text), &value):
        return value
    return None
