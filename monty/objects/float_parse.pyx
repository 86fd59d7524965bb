"""Text as doubles.

Reading is exact in one multiplication or division when the digits fit 53 bits and the power of ten is itself a double
(Clinger's quick case), or after a 192-bit product whose error bounds round to the same double (as D. Lemire's method
has it, "Number parsing at a gigabyte per second"); it is borrowed from CPython otherwise.
"""

from libc.math cimport INFINITY, NAN
from libc.string cimport memcpy

from monty._borrow_float cimport borrow_text_to_double
from monty._heap cimport ERROR, EXHAUSTED, OK, VM, leading_zeros64, poll
from monty.objects.decimal_powers cimport *
from monty.objects.str cimport str_latin1

cdef extern from "Python.h" nogil:
    # Lookups in constant tables: they need no GIL.
    bint Py_UNICODE_ISSPACE(uint32_t character)
    int Py_UNICODE_TODECIMAL(uint32_t character)


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

def parse_of(bytes text):
    """Return the double that the machine reads in a decimal text, None if it is malformed."""
    cdef double value
    if double_parse_decimal(text, len(text), &value):
        return value
    return None
