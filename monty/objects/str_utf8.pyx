"""Text as UTF-8 and back, surrogates allowed: for C names, output and messages. (encode and decode, which are strict, are
in str_codecs.)"""

from libc.string cimport memcpy

from monty._heap cimport *
from monty.objects.str cimport latin1_is_ascii, str_alloc, str_from_latin1, str_latin1, str_ucs4


cdef size_t str_utf8_size(Str* s) noexcept nogil:
    cdef size_t size = s.length
    cdef uint32_t i, c
    cdef uint8_t* narrow = str_latin1(s)
    cdef uint32_t* wide = str_ucs4(s)
    if s.kind == 1:
        if not latin1_is_ascii(narrow, s.length):
            for i in range(s.length):
                size += narrow[i] >> 7
        return size
    for i in range(s.length):
        c = wide[i]
        size += (c >= 0x80) + (c >= 0x800) + (c >= 0x10000)
    return size


cdef size_t str_utf8_write(Str* s, char* out) noexcept nogil:
    cdef uint8_t* p = <uint8_t*>out
    cdef uint8_t* narrow = str_latin1(s)
    cdef uint32_t* wide = str_ucs4(s)
    cdef uint32_t i, c
    if s.kind == 1:
        if latin1_is_ascii(narrow, s.length):
            memcpy(out, narrow, s.length)
            return s.length
        for i in range(s.length):
            c = narrow[i]
            if c < 0x80:
                p[0] = <uint8_t>c
                p += 1
            else:
                p[0] = <uint8_t>(0xC0 | (c >> 6))
                p[1] = <uint8_t>(0x80 | (c & 0x3F))
                p += 2
        return <size_t>(p - <uint8_t*>out)
    for i in range(s.length):
        c = wide[i]
        if c < 0x80:
            p[0] = <uint8_t>c
            p += 1
        elif c < 0x800:
            p[0] = <uint8_t>(0xC0 | (c >> 6))
            p[1] = <uint8_t>(0x80 | (c & 0x3F))
            p += 2
        elif c < 0x10000:
            p[0] = <uint8_t>(0xE0 | (c >> 12))
            p[1] = <uint8_t>(0x80 | ((c >> 6) & 0x3F))
            p[2] = <uint8_t>(0x80 | (c & 0x3F))
            p += 3
        else:
            p[0] = <uint8_t>(0xF0 | (c >> 18))
            p[1] = <uint8_t>(0x80 | ((c >> 12) & 0x3F))
            p[2] = <uint8_t>(0x80 | ((c >> 6) & 0x3F))
            p[3] = <uint8_t>(0x80 | (c & 0x3F))
            p += 4
    return <size_t>(p - <uint8_t*>out)


# One character of UTF-8 at text[0] (surrogates allowed); the bytes it takes go to `used`. What is not UTF-8 is U+FFFD,
# one for each byte.
cdef uint32_t utf8_next(const uint8_t* text, Py_ssize_t left, int* used) noexcept nogil:
    cdef uint32_t c = text[0]
    cdef int length, i
    cdef uint32_t smallest
    used[0] = 1
    if c < 0x80:
        return c
    if c < 0xC2 or c > 0xF4:
        return 0xFFFD
    if c < 0xE0:
        length = 2
        c &= 0x1F
        smallest = 0x80
    elif c < 0xF0:
        length = 3
        c &= 0x0F
        smallest = 0x800
    else:
        length = 4
        c &= 0x07
        smallest = 0x10000
    if length > left:
        return 0xFFFD
    for i in range(1, length):
        if text[i] & 0xC0 != 0x80:
            return 0xFFFD
        c = (c << 6) | (text[i] & 0x3F)
    if c < smallest or c > 0x10FFFF:
        return 0xFFFD
    used[0] = length
    return c


cdef Str* str_from_utf8(VM* vm, const char* text, Py_ssize_t length) noexcept nogil:
    cdef const uint8_t* p = <const uint8_t*>text
    cdef int64_t characters = 0
    cdef Py_ssize_t i = 0
    cdef uint32_t kind = 1
    cdef uint32_t c
    cdef int used = 0
    cdef Str* s
    if latin1_is_ascii(p, length):
        return str_from_latin1(vm, p, length)
    while i < length:
        c = utf8_next(p + i, length - i, &used)
        if c > 255:
            kind = 4
        i += used
        characters += 1
    s = str_alloc(vm, characters, kind)
    if s == NULL:
        return NULL
    i = 0
    characters = 0
    while i < length:
        c = utf8_next(p + i, length - i, &used)
        if kind == 1:
            str_latin1(s)[characters] = <uint8_t>c
        else:
            str_ucs4(s)[characters] = c
        i += used
        characters += 1
    return s
