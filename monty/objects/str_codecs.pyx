"""Text to bytes and back: str.encode, bytes.decode, str(data, encoding)."""

from libc.string cimport memcmp, memcpy

from monty._borrow cimport borrow_decode, borrow_encode
from monty._generated cimport E_TYPE_ERROR
from monty._heap cimport *
from monty.objects.bytes cimport Bytes, bytes_data, bytes_new, bytes_view
from monty.objects.str cimport *

cdef enum:
    OTHER = 0
    UTF8 = 1
    ASCII = 2
    LATIN1 = 3


# Which of the native codecs a name means. Spellings that are not listed here are left to the host's table of aliases.
cdef int native_codec(Str* encoding) noexcept nogil:
    cdef char[12] name
    cdef uint32_t i, c
    if encoding == NULL:
        return UTF8
    if encoding.length > 11 or encoding.kind != 1:
        return OTHER
    for i in range(encoding.length):
        c = str_latin1(encoding)[i]
        if c >= 65 and c <= 90:
            c += 32
        elif c == 95 or c == 32:
            c = 45
        name[i] = <char>c
    i = encoding.length
    if (i == 5 and memcmp(name, b"utf-8", 5) == 0) or (i == 4 and memcmp(name, b"utf8", 4) == 0):
        return UTF8
    if (i == 5 and memcmp(name, b"ascii", 5) == 0) or (i == 8 and memcmp(name, b"us-ascii", 8) == 0):
        return ASCII
    if ((i == 7 and memcmp(name, b"latin-1", 7) == 0) or (i == 6 and memcmp(name, b"latin1", 6) == 0)
            or (i == 10 and memcmp(name, b"iso-8859-1", 10) == 0)
            or (i == 9 and memcmp(name, b"iso8859-1", 9) == 0)):
        return LATIN1
    return OTHER


# A handler that does nothing but what CPython's own do may be left out of account while no character is wrong. A name
# with a null character is refused even then.
cdef bint plain_handler(Str* errors) noexcept nogil:
    cdef uint32_t i
    if errors == NULL:
        return True
    for i in range(errors.length):
        if str_char(errors, i) == 0:
            return False
    return True


cdef bint has_surrogates(Str* s) noexcept nogil:
    cdef uint32_t i
    if s.kind == 1:
        return False
    for i in range(s.length):
        if str_ucs4(s)[i] >> 11 == 0x1B:      # U+D800 to U+DFFF
            return True
    return False


cdef int str_encode(VM* vm, Str* s, Str* encoding, Str* errors, Value* out) noexcept nogil:
    cdef int codec = native_codec(encoding)
    cdef Bytes* result
    cdef size_t size
    if codec == OTHER or not plain_handler(errors):
        return borrow_encode(vm, s, encoding, errors, out)
    if s.length > 65536 and poll(vm, s.length >> 2) != OK:
        return ERROR
    if s.kind == 1 and (codec == LATIN1 or latin1_is_ascii(str_latin1(s), s.length)):
        size = s.length
    elif codec == UTF8 and not has_surrogates(s):
        size = str_utf8_size(s)
    else:
        return borrow_encode(vm, s, encoding, errors, out)
    result = bytes_new(vm, <int64_t>size)
    if result == NULL:
        return ERROR
    if size == s.length and s.kind == 1:
        memcpy(bytes_data(result), str_latin1(s), size)
    else:
        str_utf8_write(s, <char*>bytes_data(result))
    out[0] = value_block(&result.head)
    return OK


# The number of characters if data is valid UTF-8 without surrogates, else -1; the highest lead byte goes to `highest`.
cdef int64_t utf8_count(const uint8_t* data, int64_t length, uint8_t* highest) noexcept nogil:
    cdef int64_t i = 0
    cdef int64_t count = 0
    cdef uint8_t c, d
    highest[0] = 0
    while i < length:
        c = data[i]
        if c > highest[0]:
            highest[0] = c
        count += 1
        if c < 0x80:
            i += 1
            continue
        if c < 0xC2 or c > 0xF4 or i + 1 >= length:
            return -1
        d = data[i + 1]
        if d & 0xC0 != 0x80:
            return -1
        if c < 0xE0:
            i += 2
            continue
        if i + 2 >= length or data[i + 2] & 0xC0 != 0x80 or (c == 0xE0 and d < 0xA0) or (c == 0xED and d >= 0xA0):
            return -1
        if c < 0xF0:
            i += 3
            continue
        if (i + 3 >= length or data[i + 3] & 0xC0 != 0x80 or (c == 0xF0 and d < 0x90) or (c == 0xF4 and d >= 0x90)):
            return -1
        i += 4
    return count


cdef int decode_utf8(VM* vm, const uint8_t* data, int64_t length, Str** out) noexcept nogil:
    cdef uint8_t highest
    cdef int64_t count = utf8_count(data, length, &highest)
    cdef int64_t i = 0
    cdef int64_t at = 0
    cdef uint32_t c
    cdef Str* s
    if count < 0:
        return NOT_IMPLEMENTED
    s = str_alloc(vm, count, 1 if highest < 0xC4 else 4)
    if s == NULL:
        return ERROR
    while i < length:
        c = data[i]
        if c < 0x80:
            i += 1
        elif c < 0xE0:
            c = (c & 0x1F) << 6 | (data[i + 1] & 0x3F)
            i += 2
        elif c < 0xF0:
            c = (c & 0x0F) << 12 | (data[i + 1] & <uint32_t>0x3F) << 6 | (data[i + 2] & 0x3F)
            i += 3
        else:
            c = ((c & 0x07) << 18 | (data[i + 1] & <uint32_t>0x3F) << 12 | (data[i + 2] & <uint32_t>0x3F) << 6
                 | (data[i + 3] & 0x3F))
            i += 4
        if s.kind == 1:
            str_latin1(s)[at] = <uint8_t>c
        else:
            str_ucs4(s)[at] = c
        at += 1
    out[0] = s
    return OK


cdef int str_decode(VM* vm, const uint8_t* data, int64_t length, Str* encoding, Str* errors, Value* out) noexcept nogil:
    cdef int codec = native_codec(encoding)
    cdef int status
    cdef Str* s
    if length == 0:
        # As in CPython nobody looks for the codec then.
        out[0] = str_empty()
        return OK
    if codec == OTHER or not plain_handler(errors):
        return borrow_decode(vm, data, length, encoding, errors, out)
    if length > 65536 and poll(vm, length >> 2) != OK:
        return ERROR
    if codec == LATIN1 or latin1_is_ascii(data, length):
        s = str_from_latin1(vm, data, length)
        if s == NULL:
            return ERROR
    else:
        status = NOT_IMPLEMENTED if codec == ASCII else decode_utf8(vm, data, length, &s)
        if status == NOT_IMPLEMENTED:
            return borrow_decode(vm, data, length, encoding, errors, out)
        if status != OK:
            return ERROR
    out[0] = str_finish(vm, s)
    return OK


cdef int decode_value(VM* vm, Value data, Value encoding, Value errors, Value* out) noexcept nogil:
    cdef uint8_t* view
    cdef int64_t length
    if not bytes_view(data, &view, &length):
        return raise_format(vm, E_TYPE_ERROR, b"decoding to str: need a bytes-like object, %s found", type_name(data),
                            NULL, NULL)
    return str_decode(vm, view, length, NULL if encoding.tag == T_UNSET else <Str*>encoding.as_.block,
                      NULL if errors.tag == T_UNSET else <Str*>errors.as_.block, out)
