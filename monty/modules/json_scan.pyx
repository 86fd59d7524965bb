"""Strings and scalars of JSON texts, read as CPython's accelerated scanner reads them: the same texts are malformed, at
the same places, in the same words."""

from libc.math cimport INFINITY, NAN
from libc.stdint cimport uint64_t
from libc.string cimport memcmp

from monty._generated cimport E_VALUE_ERROR
from monty._heap cimport *
from monty.objects.float_text cimport double_parse_decimal
from monty.objects.int cimport int_parse
from monty.objects.str cimport (str_from_latin1, str_from_ucs4, str_latin1, str_substring, str_ucs4, writer_ascii,
                                writer_char, writer_discard, writer_finish, writer_init)


cdef enum:
    RUN_MAX = 1 << 16


cdef void parser_init(Parser* p, VM* vm, Str* text, bint strict) noexcept nogil:
    cdef int i
    p.vm = vm
    p.text = text
    p.latin1 = str_latin1(text) if text.kind == 1 else NULL
    p.ucs4 = str_ucs4(text)
    p.length = text.length
    p.position = 0
    p.strict = strict
    p.problem = NULL
    p.where = 0
    p.wanted = 0
    p.event = 0
    p.frames = NULL
    p.depth = 0
    p.capacity = 0
    for i in range(KEY_CACHE):
        p.keys[i] = NULL


cdef void parser_close(Parser* p) noexcept nogil:
    cdef int i
    while p.depth > 0:
        p.depth -= 1
        decref(p.vm, p.frames[p.depth].key)
        decref(p.vm, p.frames[p.depth].container)
    buffer_free(p.vm, p.frames)
    p.frames = NULL
    for i in range(KEY_CACHE):
        if p.keys[i] != NULL:
            decref(p.vm, value_block(&p.keys[i].head))
            p.keys[i] = NULL


# --- strings ---------------------------------------------------------------------------------------------------------

cdef int slice_text(Parser* p, int64_t start, int64_t stop, Value* out) noexcept nogil:
    cdef Str* s
    if stop - start <= 1:
        return str_substring(p.vm, p.text, start, stop, out)
    if p.latin1 != NULL:
        s = str_from_latin1(p.vm, p.latin1 + start, stop - start)
    else:
        s = str_from_ucs4(p.vm, p.ucs4 + start, stop - start)
    if s == NULL:
        return ERROR
    out[0] = value_block(&s.head)
    return OK


# As slice_text for a key in Latin-1: a key seen lately is the same block again, its hash known.
cdef int slice_key(Parser* p, int64_t start, int64_t stop, Value* out) noexcept nogil:
    cdef int64_t length = stop - start
    cdef uint8_t* text = p.latin1 + start
    cdef uint64_t h = <uint64_t>length
    cdef int64_t i
    cdef Str** place
    for i in range(length):
        h = (h ^ text[i]) * <uint64_t>1099511628211
    place = &p.keys[(h ^ (h >> 20)) & (KEY_CACHE - 1)]
    if place[0] != NULL and place[0].length == length and memcmp(str_latin1(place[0]), text, <size_t>length) == 0:
        out[0] = value_block(&place[0].head)
        incref(out[0])
        return OK
    if slice_text(p, start, stop, out) != OK:
        return ERROR
    if out[0].tag & COUNTED:
        incref(out[0])
        if place[0] != NULL:
            decref(p.vm, value_block(&place[0].head))
        place[0] = <Str*>out[0].as_.block
    return OK


cdef inline int hex_digit(uint32_t c) noexcept nogil:
    if c'0' <= c <= c'9':
        return <int>(c - c'0')
    if c'a' <= c <= c'f':
        return <int>(c - c'a') + 10
    if c'A' <= c <= c'F':
        return <int>(c - c'A') + 10
    return -1


# Four hex digits from i on, or -1.
cdef int64_t read_hex(Parser* p, int64_t i) noexcept nogil:
    cdef int64_t code = 0
    cdef int64_t end = i + 4
    cdef int digit
    while i < end:
        digit = hex_digit(character(p, i))
        if digit < 0:
            return -1
        code = code * 16 + digit
        i += 1
    return code


cdef inline uint32_t simple_escape(uint32_t c) noexcept nogil:
    if c == c'"' or c == c'\\' or c == c'/':
        return c
    if c == c'n':
        return 10
    if c == c't':
        return 9
    if c == c'r':
        return 13
    if c == c'b':
        return 8
    if c == c'f':
        return 12
    return 0


# The escape whose backslash is at the position: append what it means. OK, ERROR, MALFORMED.
cdef int read_escape(Parser* p, int64_t begin, Writer* writer) noexcept nogil:
    cdef int64_t i = p.position + 1
    cdef int64_t code, low
    cdef uint32_t c
    if i == p.length:
        return malformed(p, "Unterminated string starting at", begin)
    c = character(p, i)
    if c != c'u':
        p.position = i + 1
        c = simple_escape(c)
        if c == 0:
            return malformed(p, "Invalid \\escape", i - 1)
        return writer_char(writer, c)
    i += 1
    if i + 4 >= p.length:
        return malformed(p, "Invalid \\uXXXX escape", i - 1)
    code = read_hex(p, i)
    if code < 0:
        return malformed(p, "Invalid \\uXXXX escape", i - 1)
    i += 4
    if (0xD800 <= code <= 0xDBFF and i + 6 < p.length and character(p, i) == c'\\'
            and character(p, i + 1) == c'u'):
        low = read_hex(p, i + 2)
        if low < 0:
            return malformed(p, "Invalid \\uXXXX escape", i + 1)
        if 0xDC00 <= low <= 0xDFFF:
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
            i += 6
    p.position = i
    return writer_char(writer, <uint32_t>code)


# Where the run of plain characters that begins at i ends, or -1 after an ERROR from a poll.
cdef int64_t plain_run(Parser* p, int64_t i) noexcept nogil:
    cdef uint32_t c
    cdef int64_t end
    while True:
        end = i + RUN_MAX if p.length - i > RUN_MAX else p.length
        if poll(p.vm, RUN_MAX >> 3 if end - i == RUN_MAX else 2) != OK:
            return -1
        if p.latin1 != NULL:
            while i < end:
                c = p.latin1[i]
                if c == c'"' or c == c'\\' or (c < 32 and p.strict):
                    return i
                i += 1
        else:
            while i < end:
                c = p.ucs4[i]
                if c == c'"' or c == c'\\' or (c < 32 and p.strict):
                    return i
                i += 1
        if end == p.length:
            return i


cdef int read_string(Parser* p, bint key, Value* out) noexcept nogil:
    cdef int64_t begin = p.position - 1
    cdef int64_t start = p.position
    cdef int64_t stop = plain_run(p, start)
    cdef int64_t i
    cdef Writer writer
    cdef int status = OK
    if stop < 0:
        return ERROR
    if stop < p.length and character(p, stop) == c'"':
        p.position = stop + 1
        if key and p.latin1 != NULL and stop - start <= KEY_LENGTH:
            return slice_key(p, start, stop, out)
        return slice_text(p, start, stop, out)
    writer_init(&writer, p.vm)
    while status == OK:
        if p.latin1 != NULL:
            status = writer_ascii(&writer, <const char*>p.latin1 + start, stop - start)
        else:
            i = start
            while status == OK and i < stop:
                status = writer_char(&writer, p.ucs4[i])
                i += 1
        if status != OK:
            break
        if stop == p.length:
            status = malformed(p, "Unterminated string starting at", begin)
            break
        p.position = stop
        if character(p, stop) == c'"':
            p.position = stop + 1
            return writer_finish(&writer, out)
        if character(p, stop) != c'\\':
            status = malformed(p, "Invalid control character at", stop)
            break
        status = read_escape(p, begin, &writer)
        if status == OK:
            start = p.position
            stop = plain_run(p, start)
            if stop < 0:
                status = ERROR
    writer_discard(&writer)
    return status


# --- scalars ---------------------------------------------------------------------------------------------------------

cdef inline bint is_digit(Parser* p, int64_t i) noexcept nogil:
    return c'0' <= character(p, i) <= c'9'


cdef bint spells(Parser* p, int64_t i, const char* word, int length) noexcept nogil:
    cdef int k
    if i + length > p.length:
        return False
    for k in range(length):
        if character(p, i + k) != <uint8_t>word[k]:
            return False
    return True


# Where the digits from i on end, or -1 after an ERROR from a poll.
cdef inline int64_t digits_end(Parser* p, int64_t i) noexcept nogil:
    while i < p.length and is_digit(p, i):
        i += 1
        if (i & 0xFFFF) == 0 and poll(p.vm, 0x4000) != OK:
            return -1
    return i


# The end of the number at the position; -1 where there is none, or after an ERROR from a poll. float_out tells which
# kind it is.
cdef int64_t number_end(Parser* p, bint* float_out) noexcept nogil:
    cdef int64_t i = p.position
    cdef int64_t last = p.length - 1
    cdef int64_t exponent
    float_out[0] = False
    if character(p, i) == c'-':
        i += 1
        if i > last:
            return -1
    if character(p, i) == c'0':
        i += 1
    elif is_digit(p, i):
        i = digits_end(p, i)
    else:
        return -1
    if 0 <= i < last and character(p, i) == c'.' and is_digit(p, i + 1):
        float_out[0] = True
        i = digits_end(p, i + 2)
    if 0 <= i < last and (character(p, i) == c'e' or character(p, i) == c'E'):
        exponent = i
        i += 1
        if i < last and (character(p, i) == c'-' or character(p, i) == c'+'):
            i += 1
        i = digits_end(p, i)
        if i < 0:
            return -1
        if is_digit(p, i - 1):
            float_out[0] = True
        else:
            i = exponent
    return i


# The number from the position to `end` as a value. OK or ERROR.
cdef int convert_number(Parser* p, int64_t end, bint is_float, Value* out) noexcept nogil:
    cdef int64_t start = p.position
    cdef int64_t length = end - start
    cdef int64_t i, total
    cdef bint negative
    cdef char[64] digits
    cdef Value text
    cdef const char* ascii_text
    cdef double d
    cdef int status
    if not is_float and length <= 18:
        negative = character(p, start) == c'-'
        total = 0
        i = start + negative
        while i < end:
            total = total * 10 + <int64_t>(character(p, i) - c'0')
            i += 1
        out[0] = value_int(-total if negative else total)
        return OK
    if poll(p.vm, length) != OK:
        return ERROR
    if is_float and (p.latin1 != NULL or length <= 64):
        if p.latin1 != NULL:
            ascii_text = <const char*>p.latin1 + start
        else:
            for i in range(length):
                digits[i] = <char>p.ucs4[start + i]
            ascii_text = digits
        if double_parse_decimal(ascii_text, length, &d):
            out[0] = value_float(d)
            return OK
    if slice_text(p, start, end, &text) != OK:
        return ERROR
    if is_float:
        status = OK
        if double_parse_decimal(<const char*>str_latin1(<Str*>text.as_.block), length, &d):
            out[0] = value_float(d)
        else:
            status = raise_error(p.vm, E_VALUE_ERROR, "could not convert string to float")
    else:
        status = int_parse(p.vm, <Str*>text.as_.block, 10, out)
    decref(p.vm, text)
    return status


cdef int read_scalar(Parser* p, int* kind, int64_t* end, Value* out) noexcept nogil:
    cdef uint32_t c
    cdef bint is_float
    kind[0] = SCALAR_VALUE
    if p.position >= p.length:
        return malformed(p, "Expecting value", p.position)
    c = character(p, p.position)
    if c == c'"':
        p.position += 1
        return read_string(p, False, out)
    if c == c'{':
        kind[0] = OPENS_OBJECT
        return OK
    if c == c'[':
        kind[0] = OPENS_ARRAY
        return OK
    if c == c'n' and spells(p, p.position, "null", 4):
        p.position += 4
        out[0] = value_none()
        return OK
    if c == c't' and spells(p, p.position, "true", 4):
        p.position += 4
        out[0] = value_bool(True)
        return OK
    if c == c'f' and spells(p, p.position, "false", 5):
        p.position += 5
        out[0] = value_bool(False)
        return OK
    kind[0] = SCALAR_CONSTANT
    if c == c'N' and spells(p, p.position, "NaN", 3):
        end[0] = p.position + 3
        return OK
    if c == c'I' and spells(p, p.position, "Infinity", 8):
        end[0] = p.position + 8
        return OK
    if c == c'-' and spells(p, p.position, "-Infinity", 9):
        end[0] = p.position + 9
        return OK
    end[0] = number_end(p, &is_float)
    if end[0] < 0 and p.vm.fatal != LIMIT_NONE:
        return ERROR
    if end[0] < 0:
        return malformed(p, "Expecting value", p.position)
    kind[0] = SCALAR_FLOAT if is_float else SCALAR_INT
    return OK


cdef int convert_scalar(Parser* p, int kind, int64_t end, Value* out) noexcept nogil:
    cdef int status = OK
    if kind == SCALAR_CONSTANT:
        if character(p, p.position) == c'N':
            out[0] = value_float(NAN)
        else:
            out[0] = value_float(-INFINITY if character(p, p.position) == c'-' else INFINITY)
    else:
        status = convert_number(p, end, kind == SCALAR_FLOAT, out)
    p.position = end
    return status
