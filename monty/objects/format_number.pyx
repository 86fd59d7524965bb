"""Numbers laid out by the format mini-language: sign, prefix, padding, grouped digits, point, remainder."""

from libc.math cimport signbit
from libc.stdint cimport int64_t, uint32_t, uint64_t
from libc.string cimport memchr, memcpy

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.float_text cimport (DOUBLE_ADD_DOT_0, DOUBLE_ALTERNATE, DoubleText, double_to_text)
from monty.objects.format_spec cimport format_padding, raise_unknown_code
from monty.objects.int cimport int_to_double, int_write
from monty.objects.str cimport (STR_MAX_LENGTH, str_latin1, writer_ascii, writer_char, writer_discard, writer_fill,
                                writer_finish, writer_init, writer_reserve)

cdef extern from *:
    """
    static const char FORMAT_LOWER_DIGITS[] = "0123456789abcdef";
    static const char FORMAT_UPPER_DIGITS[] = "0123456789ABCDEF";
    """
    const char* LOWER_DIGITS "FORMAT_LOWER_DIGITS"
    const char* UPPER_DIGITS "FORMAT_UPPER_DIGITS"


# --- digits of ints --------------------------------------------------------------------------------------------------

cdef int int_digits(VM* vm, Value v, int base, bint upper, IntDigits* out) noexcept nogil:
    cdef uint64_t magnitude
    cdef int at = 72
    cdef const char* symbols = UPPER_DIGITS if upper else LOWER_DIGITS
    cdef Writer writer
    out.owned = value_unset()
    if type_of(v) != T_LONG:
        out.negative = v.as_.i < 0
        magnitude = <uint64_t>0 - <uint64_t>v.as_.i if out.negative else <uint64_t>v.as_.i
        if base == 10:
            while magnitude >= 10:
                at -= 1
                out.small[at] = <char>(48 + magnitude % 10)
                magnitude //= 10
            at -= 1
            out.small[at] = <char>(48 + magnitude)
        else:
            while True:
                at -= 1
                out.small[at] = symbols[magnitude & <uint64_t>(base - 1)]
                magnitude >>= 4 if base == 16 else 3 if base == 8 else 1
                if magnitude == 0:
                    break
        out.text = out.small + at
        out.length = 72 - at
        return OK
    writer_init(&writer, vm)
    if int_write(&writer, v, base, upper) != OK:
        writer_discard(&writer)
        return ERROR
    if writer_finish(&writer, &out.owned) != OK:
        return ERROR
    out.text = <const char*>str_latin1(<Str*>out.owned.as_.block)
    out.length = (<Str*>out.owned.as_.block).length
    out.negative = out.text[0] == c'-'
    if out.negative:
        out.text += 1
        out.length -= 1
    return OK


cdef void int_digits_release(VM* vm, IntDigits* digits) noexcept nogil:
    decref(vm, digits.owned)
    digits.owned = value_unset()


# --- layout ----------------------------------------------------------------------------------------------------------

# A number in pieces: [sign][prefix][digits][point and what follows].
cdef struct Pieces:
    char sign               # shown sign, 0 if none
    const char* prefix      # "0x", "" ...
    int prefix_length
    const char* digits      # those that can be grouped
    int64_t digit_count
    const char* rest        # point, decimals, exponent, '%'
    int64_t rest_length
    int64_t zeros_at        # `extra_zeros` belong there in the rest
    int64_t extra_zeros

cdef inline char shown_sign(char wanted, bint negative) noexcept nogil:
    if negative:
        return c'-'
    return wanted if wanted == c'+' or wanted == c' ' else 0


# How many digits (leading zeros included) a group of `digits` needs so that, with separators, it fills `width`.
cdef int64_t grouped_digits(int64_t digits, int64_t width, int group) noexcept nogil:
    cdef int64_t blocks, over
    if digits == 0:
        return 0
    if width > 0:
        if group == 0:
            blocks = width
        else:
            # Each full block takes a separator too; the leftmost character is never a separator.
            over = width % (group + 1)
            blocks = width // (group + 1) * group + (over if over > 0 else 1)
        if blocks > digits:
            return blocks
    return digits


cdef int write_pieces(Writer* writer, FormatSpec* spec, Pieces* pieces) noexcept nogil:
    cdef int64_t fixed = (pieces.sign != 0) + pieces.prefix_length + pieces.rest_length + pieces.extra_zeros
    cdef int64_t left, right, inner = 0, shown, count, i
    cdef int group = 0
    if spec.width > STR_MAX_LENGTH or fixed > STR_MAX_LENGTH:
        return raise_limit(writer.vm, LIMIT_MEMORY)
    if spec.separator != 0:
        group = 4 if (spec.type == c'b' or spec.type == c'o' or spec.type == c'x' or spec.type == c'X') else 3
    shown = grouped_digits(pieces.digit_count, spec.width - fixed if spec.fill == c'0' and spec.align == c'=' else 0,
                           group)
    count = shown + ((shown - 1) // group if group != 0 and shown > 0 else 0)
    format_padding(spec, fixed + count, &left, &right)
    if spec.align == c'=':
        inner = right
        right = 0
    if writer_reserve(writer, fixed + count + left + right + inner) != OK or writer_fill(writer, spec.fill, left) != OK:
        return ERROR
    if pieces.sign != 0 and writer_char(writer, pieces.sign) != OK:
        return ERROR
    if pieces.prefix_length > 0 and writer_ascii(writer, pieces.prefix, pieces.prefix_length) != OK:
        return ERROR
    if inner > 0 and writer_fill(writer, spec.fill, inner) != OK:
        return ERROR
    if group == 0:
        if shown > pieces.digit_count and writer_fill(writer, c'0', shown - pieces.digit_count) != OK:
            return ERROR
        if writer_ascii(writer, pieces.digits, pieces.digit_count) != OK:
            return ERROR
    else:
        for i in range(shown, 0, -1):
            if writer_char(writer, c'0' if i > pieces.digit_count else pieces.digits[pieces.digit_count - i]) != OK:
                return ERROR
            if (i - 1) % group == 0 and i > 1 and writer_char(writer, spec.separator) != OK:
                return ERROR
            if i & 1023 == 0 and poll(writer.vm, 4096) != OK:
                return ERROR
    if pieces.extra_zeros > 0:
        if (writer_ascii(writer, pieces.rest, pieces.zeros_at) != OK
                or writer_fill(writer, c'0', pieces.extra_zeros) != OK
                or writer_ascii(writer, pieces.rest + pieces.zeros_at, pieces.rest_length - pieces.zeros_at) != OK):
            return ERROR
    elif pieces.rest_length > 0 and writer_ascii(writer, pieces.rest, pieces.rest_length) != OK:
        return ERROR
    return writer_fill(writer, spec.fill, right) if right > 0 else OK


# --- ints ------------------------------------------------------------------------------------------------------------

# Type 'c': the character of that number.
cdef int format_character(VM* vm, Value v, FormatSpec* spec, Writer* writer) noexcept nogil:
    cdef int64_t left, right, inner = 0
    if spec.sign != 0:
        return raise_error(vm, E_VALUE_ERROR, "Sign not allowed with integer format specifier 'c'")
    if spec.alternate:
        return raise_error(vm, E_VALUE_ERROR, "Alternate form (#) not allowed with integer format specifier 'c'")
    if type_of(v) == T_LONG:
        return raise_error(vm, E_OVERFLOW_ERROR, "Python int too large to convert to C long")
    if v.as_.i < 0 or v.as_.i > 0x10FFFF:
        return raise_error(vm, E_OVERFLOW_ERROR, "%c arg not in range(0x110000)")
    if spec.width > STR_MAX_LENGTH:
        return raise_limit(vm, LIMIT_MEMORY)
    format_padding(spec, 1, &left, &right)
    if spec.align == c'=':
        left = right
        right = 0
    if (writer_fill(writer, spec.fill, left) != OK or writer_char(writer, <uint32_t>v.as_.i) != OK
            or writer_fill(writer, spec.fill, right) != OK):
        return ERROR
    return OK


cdef int format_int(VM* vm, Value v, FormatSpec* spec, Writer* writer) noexcept nogil:
    cdef IntDigits digits
    cdef Pieces pieces
    cdef int base = 10, status
    cdef double number
    cdef uint32_t type = spec.type
    if (type == c'e' or type == c'E' or type == c'f' or type == c'F' or type == c'g' or type == c'G' or type == c'%'):
        number = <double>v.as_.i
        if type_of(v) == T_LONG and int_to_double(vm, v, &number) != OK:
            return ERROR
        return format_float(vm, number, v, spec, writer)
    if type == c'b':
        base = 2
    elif type == c'o':
        base = 8
    elif type == c'x' or type == c'X':
        base = 16
    elif type != c'd' and type != c'n' and type != c'c':
        return raise_unknown_code(vm, type, v)
    if spec.precision != -1:
        return raise_error(vm, E_VALUE_ERROR, "Precision not allowed in integer format specifier")
    if spec.no_negative_zero:
        return raise_error(vm, E_VALUE_ERROR, "Negative zero coercion (z) not allowed in integer format specifier")
    if type == c'c':
        return format_character(vm, v, spec, writer)
    if int_digits(vm, v, base, type == c'X', &digits) != OK:
        return ERROR
    pieces.sign = shown_sign(spec.sign, digits.negative)
    pieces.prefix_length = 2 if spec.alternate and base != 10 else 0
    pieces.prefix = "0b" if base == 2 else "0o" if base == 8 else "0X" if type == c'X' else "0x"
    pieces.digits = digits.text
    pieces.digit_count = digits.length
    pieces.rest = ""
    pieces.rest_length = 0
    pieces.zeros_at = 0
    pieces.extra_zeros = 0
    status = write_pieces(writer, spec, &pieces)
    int_digits_release(vm, &digits)
    return status


# --- floats ----------------------------------------------------------------------------------------------------------

# Cut the text of a double into digits, point and rest. Returns whether it is negative.
cdef bint cut_double(DoubleText* text, Pieces* pieces) noexcept nogil:
    cdef const char* at = text.text
    cdef int64_t length = text.length, i = 0
    cdef bint negative = False
    cdef const char* exponent
    if length > 0 and at[0] == c'-':
        negative = True
        at += 1
        length -= 1
    while i < length and c'0' <= at[i] and at[i] <= c'9':
        i += 1
    pieces.prefix = ""
    pieces.prefix_length = 0
    pieces.digits = at
    pieces.digit_count = i
    pieces.rest = at + i
    pieces.rest_length = length - i
    pieces.extra_zeros = text.extra_zeros
    pieces.zeros_at = pieces.rest_length
    if text.extra_zeros > 0:
        exponent = <const char*>memchr(pieces.rest, c'e', pieces.rest_length)
        if exponent == NULL:
            exponent = <const char*>memchr(pieces.rest, c'E', pieces.rest_length)
        if exponent == NULL:
            exponent = <const char*>memchr(pieces.rest, c'%', pieces.rest_length)
        if exponent != NULL:
            pieces.zeros_at = exponent - pieces.rest
    return negative


# Has the text (of a finite double) no digit but zero before its exponent?
cdef bint shows_zero(DoubleText* text) noexcept nogil:
    cdef int i
    if not text.finite:
        return False
    for i in range(text.length):
        if text.text[i] == c'e' or text.text[i] == c'E':
            break
        if c'1' <= text.text[i] and text.text[i] <= c'9':
            return False
    return True


# The double's text for a presentation type and precision (-1: not given).
cdef int presented(VM* vm, double number, FormatSpec* spec, int missing_type_flags, DoubleText* text) noexcept nogil:
    cdef char code = <char>spec.type
    cdef int64_t precision = spec.precision
    cdef int flags = 0
    if precision > 0x7FFFFFFF:
        return raise_error(vm, E_VALUE_ERROR, "precision too big")
    if spec.alternate:
        flags |= DOUBLE_ALTERNATE
    if code == 0:
        flags |= missing_type_flags
        code = c'r' if precision < 0 else c'g'
    elif code == c'n':
        code = c'g'
    elif code == c'%':
        code = c'f'
        number *= 100
    if precision < 0:
        precision = 0 if code == c'r' else 6
    if double_to_text(vm, number, code, precision, flags, text) != OK:
        return ERROR
    if spec.no_negative_zero and text.text[0] == c'-' and shows_zero(text):
        # The sign goes, the digits stay where they are: cut_double looks for a sign at the front.
        text.text[0] = c'0'
        drop_first(text)
    return OK


cdef void drop_first(DoubleText* text) noexcept nogil:
    cdef int i
    for i in range(1, text.length):
        text.text[i - 1] = text.text[i]
    text.length -= 1


cdef int format_float(VM* vm, double number, Value value, FormatSpec* spec, Writer* writer) noexcept nogil:
    cdef DoubleText text
    cdef Pieces pieces
    cdef uint32_t type = spec.type
    if (type != 0 and type != c'e' and type != c'E' and type != c'f' and type != c'F' and type != c'g' and type != c'G'
            and type != c'n' and type != c'%'):
        return raise_unknown_code(vm, type, value)
    if presented(vm, number, spec, DOUBLE_ADD_DOT_0, &text) != OK:
        return ERROR
    if type == c'%':
        text.text[text.length] = c'%'
        text.length += 1
    pieces.sign = shown_sign(spec.sign, cut_double(&text, &pieces))
    return write_pieces(writer, spec, &pieces)


# --- complex ---------------------------------------------------------------------------------------------------------

cdef int format_complex(VM* vm, double real, double imaginary, Value value, FormatSpec* spec,
                        Writer* writer) noexcept nogil:
    cdef DoubleText real_text, imaginary_text
    cdef Pieces real_pieces, imaginary_pieces
    cdef FormatSpec plain = spec[0]
    cdef uint32_t type = spec.type
    cdef bint skip_real = False, parentheses = False
    cdef Writer body
    cdef Value made
    cdef int64_t left, right, length
    cdef int status
    if (type != 0 and type != c'e' and type != c'E' and type != c'f' and type != c'F' and type != c'g' and type != c'G'
            and type != c'n'):
        return raise_unknown_code(vm, type, value)
    if spec.precision > 0x7FFFFFFF:
        return raise_error(vm, E_VALUE_ERROR, "precision too big")
    if spec.fill == c'0':
        return raise_error(vm, E_VALUE_ERROR, "Zero padding is not allowed in complex format specifier")
    if spec.align == c'=':
        return raise_error(vm, E_VALUE_ERROR, "'=' alignment flag is not allowed in complex format specifier")
    if spec.width > STR_MAX_LENGTH:
        return raise_limit(vm, LIMIT_MEMORY)
    if type == 0:
        skip_real = real == 0.0 and not signbit(real)
        parentheses = not skip_real
    plain.width = -1
    plain.align = c'<'
    if (presented(vm, real, spec, 0, &real_text) != OK
            or presented(vm, imaginary, spec, 0, &imaginary_text) != OK):
        return ERROR
    writer_init(&body, vm)
    status = OK
    if parentheses:
        status = writer_char(&body, c'(')
    if status == OK and not skip_real:
        real_pieces.sign = shown_sign(spec.sign, cut_double(&real_text, &real_pieces))
        status = write_pieces(&body, &plain, &real_pieces)
    if status == OK:
        imaginary_pieces.sign = shown_sign(spec.sign if skip_real else c'+',
                                           cut_double(&imaginary_text, &imaginary_pieces))
        status = write_pieces(&body, &plain, &imaginary_pieces)
    if status == OK:
        status = writer_char(&body, c'j')
    if status == OK and parentheses:
        status = writer_char(&body, c')')
    if status != OK:
        writer_discard(&body)
        return ERROR
    if writer_finish(&body, &made) != OK:
        return ERROR
    length = (<Str*>made.as_.block).length
    format_padding(spec, length, &left, &right)
    if (writer_fill(writer, spec.fill, left) != OK
            or writer_ascii(writer, <const char*>str_latin1(<Str*>made.as_.block), length) != OK
            or writer_fill(writer, spec.fill, right) != OK):
        status = ERROR
    decref(vm, made)
    return status


cdef int complex_text(VM* vm, double real, double imaginary, Writer* writer) noexcept nogil:
    cdef FormatSpec spec
    spec.fill = 32
    spec.type = 0
    spec.width = -1
    spec.precision = -1
    spec.align = c'>'
    spec.sign = 0
    spec.separator = 0
    spec.alternate = False
    spec.no_negative_zero = False
    return format_complex(vm, real, imaginary, value_unset(), &spec, writer)
