"""complex(text): a real part, an imaginary part, or both, perhaps in parentheses."""

from libc.math cimport INFINITY, NAN
from libc.stdint cimport int64_t, uint8_t, uint32_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_repr
from monty.objects.float_text cimport double_parse_decimal
from monty.objects.str cimport str_char
from monty.objects.str_builder cimport writer_ascii, writer_discard, writer_finish, writer_init

cdef extern from "Python.h" nogil:
    # tables only: they need no GIL
    int Py_UNICODE_TODECIMAL(uint32_t character)
    bint Py_UNICODE_ISSPACE(uint32_t character)


cdef inline bint is_space(char c) noexcept nogil:
    return c == 32 or 9 <= c <= 13


cdef inline bint is_digit(char c) noexcept nogil:
    return 48 <= c <= 57


# Does `word` (lower case) stand at `text`? The text ends with a zero byte.
cdef inline int matches(const char* text, const char* word) noexcept nogil:
    cdef int i = 0
    while word[i]:
        if text[i] | 32 != word[i]:
            return 0
        i += 1
    return i


# The longest number at `text`: its length, 0 if there is none. The text ends with a zero byte.
cdef int64_t scan_number(VM* vm, const char* text, double* out) noexcept nogil:
    cdef int64_t i = 0
    cdef int64_t j
    cdef int64_t digits = 0
    cdef int word
    cdef bint negative = text[0] == c'-'
    if text[0] == c'-' or text[0] == c'+':
        i = 1
    word = matches(text + i, "infinity")
    if word == 0:
        word = matches(text + i, "inf")
    if word != 0:
        out[0] = -INFINITY if negative else INFINITY
        return i + word
    word = matches(text + i, "nan")
    if word != 0:
        out[0] = NAN
        return i + word
    while is_digit(text[i]):
        i += 1
        digits += 1
    if text[i] == c'.':
        i += 1
        while is_digit(text[i]):
            i += 1
            digits += 1
    if digits == 0:
        return 0
    if text[i] | 32 == c'e':
        j = i + 1
        if text[j] == c'-' or text[j] == c'+':
            j += 1
        if is_digit(text[j]):
            while is_digit(text[j]):
                j += 1
            i = j
    # the sign is no part of the decimal text that is read
    j = 1 if text[0] == c'+' else 0
    if not double_parse_decimal(text + j, i - j, out):
        return 0
    return i


# True if the whole text (ended by a zero byte, without underscores) is a complex number.
cdef bint parse_plain(VM* vm, const char* text, const char* end, double* real, double* imag) noexcept nogil:
    cdef double number
    cdef int64_t length
    cdef bint bracket = False
    real[0] = 0.0
    imag[0] = 0.0
    while is_space(text[0]):
        text += 1
    if text[0] == c'(':
        bracket = True
        text += 1
        while is_space(text[0]):
            text += 1
    length = scan_number(vm, text, &number)
    text += length
    if length and text[0] != c'+' and text[0] != c'-':
        if text[0] | 32 == c'j':
            imag[0] = number
            text += 1
        else:
            real[0] = number
    else:
        if length:
            real[0] = number
            length = scan_number(vm, text, &number)
        if length:
            text += length
        else:
            # a sign alone, or nothing, before the j
            number = -1.0 if text[0] == c'-' else 1.0
            if text[0] == c'+' or text[0] == c'-':
                text += 1
        imag[0] = number
        if text[0] | 32 != c'j':
            return False
        text += 1
    while is_space(text[0]):
        text += 1
    if bracket:
        if text[0] != c')':
            return False
        text += 1
        while is_space(text[0]):
            text += 1
    return text == end


# An underscore that does not stand between two digits has an error of its own.
cdef int raise_misplaced(VM* vm, Str* text) noexcept nogil:
    cdef Writer message
    cdef Value made
    writer_init(&message, vm)
    if (writer_ascii(&message, "could not convert string to complex: ", -1) != OK
            or value_repr(vm, value_immortal(&text.head), &message, NATIVE_DEPTH) != OK):
        writer_discard(&message)
        return ERROR
    if writer_finish(&message, &made) != OK:
        return ERROR
    return raise_value(vm, E_VALUE_ERROR, made)


cdef int complex_parse(VM* vm, Str* text, double* real, double* imag) noexcept nogil:
    cdef char* plain
    cdef int64_t i
    cdef int64_t length = 0
    cdef uint32_t c
    cdef char previous = 0
    cdef bint good = True
    cdef bint underscore = False
    cdef int status = OK
    plain = <char*>buffer_new(vm, <size_t>text.length + 1)
    if plain == NULL:
        return ERROR
    for i in range(text.length):
        c = str_char(text, i)
        if c >= 127:
            # every script's decimal digits and spaces count as the ASCII ones
            if Py_UNICODE_ISSPACE(c):
                c = 32
            elif Py_UNICODE_TODECIMAL(c) >= 0:
                c = 48 + <uint32_t>Py_UNICODE_TODECIMAL(c)
            else:
                c = 63
        if c == c'_':
            underscore = True
            # only between two digits
            if not is_digit(previous):
                good = False
        else:
            if previous == c'_' and not is_digit(<char>c):
                good = False
            plain[length] = <char>c
            length += 1
            if c == 0:
                good = False
        previous = <char>c
        if i & 1023 == 1023:
            status = poll(vm, 4096)
            if status != OK:
                break
    if previous == c'_':
        good = False
    if status == OK:
        plain[length] = 0
        if underscore and not good:
            status = raise_misplaced(vm, text)
        elif not good or not parse_plain(vm, plain, plain + length, real, imag):
            status = raise_error(vm, E_VALUE_ERROR, "complex() arg is a malformed string")
    buffer_free(vm, plain)
    return status
