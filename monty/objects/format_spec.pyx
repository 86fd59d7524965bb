"""The format mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type]."""

from libc.stdint cimport INT64_MAX
from libc.stdio cimport snprintf
from libc.string cimport strlen

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.str cimport (STR_MAX_LENGTH, str_char, str_from_utf8, str_latin1, str_ucs4, writer_ascii,
                                writer_char, writer_discard, writer_fill, writer_finish, writer_init, writer_reserve,
                                writer_str)

cdef extern from "Python.h" nogil:
    # A lookup in a constant table: it needs no GIL.
    int Py_UNICODE_TODECIMAL(uint32_t character)


cdef int raise_written(VM* vm, int kind, Writer* message) noexcept nogil:
    cdef Value text
    if writer_finish(message, &text) != OK:
        return ERROR
    return raise_value(vm, kind, text)


cdef int writer_part(Writer* writer, Str* text, int64_t start, int64_t stop) noexcept nogil:
    cdef int64_t i
    if start >= stop:
        return OK
    if start == 0 and stop == text.length:
        return writer_str(writer, text)
    if text.kind == 1:
        return writer_ascii(writer, <const char*>str_latin1(text) + start, stop - start)
    if writer_reserve(writer, stop - start) != OK:
        return ERROR
    for i in range(start, stop):
        if writer_char(writer, str_ucs4(text)[i]) != OK:
            return ERROR
        if i & 1023 == 1023 and poll(writer.vm, 1024) != OK:
            return ERROR
    return OK


cdef int format_read_integer(VM* vm, Str* text, int64_t* position, int64_t stop, int64_t* out) noexcept nogil:
    cdef int64_t i = position[0], number = 0
    cdef uint32_t character
    cdef int digit
    while i < stop:
        character = str_char(text, i)
        if character < 128:
            digit = <int>character - 48
            if digit < 0 or digit > 9:
                break
        else:
            digit = Py_UNICODE_TODECIMAL(character)
            if digit < 0:
                break
        if number > (INT64_MAX - digit) // 10:
            raise_error(vm, E_VALUE_ERROR, "Too many decimal digits in format string")
            return -1
        number = number * 10 + digit
        i += 1
    if i == position[0]:
        return 0
    position[0] = i
    out[0] = number
    return 1


cdef inline bint is_alignment(uint32_t character) noexcept nogil:
    return character == c'<' or character == c'>' or character == c'=' or character == c'^'


# The specification is wrong as a whole.
cdef int raise_invalid(VM* vm, Str* text, int64_t start, int64_t stop, Value value) noexcept nogil:
    cdef Writer message
    writer_init(&message, vm)
    if (writer_ascii(&message, "Invalid format specifier '", -1) != OK
            or writer_part(&message, text, start, stop) != OK
            or writer_ascii(&message, "' for object of type '", -1) != OK
            or write_utf8(&message, type_name(value)) != OK or writer_char(&message, c"'") != OK):
        writer_discard(&message)
        return ERROR
    return raise_written(vm, E_VALUE_ERROR, &message)


cdef int write_utf8(Writer* message, const char* name) noexcept nogil:
    cdef Str* text = str_from_utf8(message.vm, name, strlen(name))
    cdef int status
    if text == NULL:
        return ERROR
    status = writer_str(message, text)
    decref(message.vm, value_block(&text.head))
    return status


# A presentation type as messages show it.
cdef void show_code(uint32_t code, char* shown, size_t size) noexcept nogil:
    if 32 < code and code < 128:
        shown[0] = <char>code
        shown[1] = 0
    else:
        snprintf(shown, size, "\\x%x", <unsigned int>code)


cdef int raise_separator(VM* vm, char separator, uint32_t code) noexcept nogil:
    cdef char[24] shown
    show_code(code, shown, sizeof(shown))
    return raise_format(vm, E_VALUE_ERROR, "Cannot specify '%s' with '%s'.", "," if separator == c',' else "_", shown,
                        NULL)


cdef int raise_unknown_code(VM* vm, uint32_t code, Value value) noexcept nogil:
    cdef char[24] shown
    show_code(code, shown, sizeof(shown))
    return raise_format(vm, E_VALUE_ERROR, "Unknown format code '%s' for object of type '%.200s'", shown,
                        type_name(value), NULL)


cdef int format_spec_read(VM* vm, Str* text, int64_t start, int64_t stop, Value value, char default_type,
                          char default_align, FormatSpec* out) noexcept nogil:
    cdef int64_t i = start
    cdef bint fill_given = False, align_given = False
    cdef uint32_t character
    cdef int got
    out.fill = 32
    out.align = default_align
    out.sign = 0
    out.separator = 0
    out.alternate = False
    out.no_negative_zero = False
    out.width = -1
    out.precision = -1
    out.type = default_type
    if stop - i >= 2 and is_alignment(str_char(text, i + 1)):
        out.fill = str_char(text, i)
        out.align = <char>str_char(text, i + 1)
        fill_given = align_given = True
        i += 2
    elif i < stop and is_alignment(str_char(text, i)):
        out.align = <char>str_char(text, i)
        align_given = True
        i += 1
    if i < stop:
        character = str_char(text, i)
        if character == c'+' or character == c'-' or character == c' ':
            out.sign = <char>character
            i += 1
    if i < stop and str_char(text, i) == c'z':
        out.no_negative_zero = True
        i += 1
    if i < stop and str_char(text, i) == c'#':
        out.alternate = True
        i += 1
    if not fill_given and i < stop and str_char(text, i) == c'0':
        out.fill = c'0'
        if not align_given and default_align == c'>':
            out.align = c'='
        i += 1
    if format_read_integer(vm, text, &i, stop, &out.width) < 0:
        return ERROR
    if i < stop and str_char(text, i) == c',':
        out.separator = c','
        i += 1
    if i < stop and str_char(text, i) == c'_':
        if out.separator != 0:
            return raise_error(vm, E_VALUE_ERROR, "Cannot specify both ',' and '_'.")
        out.separator = c'_'
        i += 1
    if i < stop and str_char(text, i) == c',' and out.separator == c'_':
        return raise_error(vm, E_VALUE_ERROR, "Cannot specify both ',' and '_'.")
    if i < stop and str_char(text, i) == c'.':
        i += 1
        got = format_read_integer(vm, text, &i, stop, &out.precision)
        if got < 0:
            return ERROR
        if got == 0:
            return raise_error(vm, E_VALUE_ERROR, "Format specifier missing precision")
    if stop - i > 1:
        return raise_invalid(vm, text, start, stop, value)
    if i < stop:
        out.type = str_char(text, i)
    if out.separator != 0:
        character = out.type
        if (character != c'd' and character != c'e' and character != c'f' and character != c'g' and character != c'E'
                and character != c'F' and character != c'G' and character != c'%' and character != 0
                and not (out.separator == c'_' and (character == c'b' or character == c'o' or character == c'x'
                                                    or character == c'X'))):
            return raise_separator(vm, out.separator, character)
    return OK


cdef void format_padding(FormatSpec* spec, int64_t length, int64_t* left, int64_t* right) noexcept nogil:
    cdef int64_t total = spec.width - length if spec.width > length else 0
    if spec.align == c'>':
        left[0] = total
    elif spec.align == c'^':
        left[0] = total // 2
    else:
        left[0] = 0
    right[0] = total - left[0]


cdef int format_text(VM* vm, Value value, FormatSpec* spec, Writer* writer) noexcept nogil:
    cdef Str* text = <Str*>value.as_.block
    cdef int64_t length = text.length, left, right
    if spec.type != c's':
        return raise_unknown_code(vm, spec.type, value)
    if spec.sign != 0:
        return raise_error(vm, E_VALUE_ERROR, "Space not allowed in string format specifier" if spec.sign == c' '
                           else "Sign not allowed in string format specifier")
    if spec.no_negative_zero:
        return raise_error(vm, E_VALUE_ERROR, "Negative zero coercion (z) not allowed in string format specifier")
    if spec.alternate:
        return raise_error(vm, E_VALUE_ERROR, "Alternate form (#) not allowed in string format specifier")
    if spec.align == c'=':
        return raise_error(vm, E_VALUE_ERROR, "'=' alignment not allowed in string format specifier")
    if 0 <= spec.precision and spec.precision < length:
        length = spec.precision
    format_padding(spec, length, &left, &right)
    if left == 0 and right == 0:
        return writer_part(writer, text, 0, length)
    if spec.width > STR_MAX_LENGTH:
        return raise_limit(vm, LIMIT_MEMORY)
    if (writer_reserve(writer, spec.width) != OK or writer_fill(writer, spec.fill, left) != OK
            or writer_part(writer, text, 0, length) != OK):
        return ERROR
    return writer_fill(writer, spec.fill, right)
