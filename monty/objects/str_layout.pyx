"""Methods of str that lay out or translate: center, ljust, rjust, zfill, expandtabs, translate, maketrans, encode."""

from libc.string cimport memset

from monty._generated cimport E_TYPE_ERROR, E_VALUE_ERROR
from monty._heap cimport *
from monty.objects.dict cimport Dict, dict_get, dict_new, dict_next, dict_set
from monty.objects.str cimport *
from monty.objects.str_arguments cimport *
from monty.objects.str_codecs cimport str_encode


# --- padding ---------------------------------------------------------------------------------------------------------

# `text` with `left` and `right` fill characters around it; whether they fit is decided before anything is made.
cdef int pad(VM* vm, Value text, int64_t left, int64_t right, uint32_t fill, Value* out) noexcept nogil:
    cdef Writer writer
    cdef int64_t padding
    cdef Str* s = text_of(text)
    cdef Str* result
    cdef uint8_t* to
    if left <= 0 and right <= 0:
        return str_exact(vm, text, out)
    if add_overflow(left, right, &padding):
        return raise_limit(vm, LIMIT_MEMORY)
    if s.kind == 1 and fill < 256 and padding + s.length <= 4096:
        result = str_alloc(vm, padding + s.length, 1)
        if result == NULL:
            return ERROR
        to = str_latin1(result)
        memset(to, <int>fill, <size_t>left)
        copy_short(to + left, str_latin1(s), s.length)
        memset(to + left + s.length, <int>fill, <size_t>right)
        out[0] = str_finish(vm, result)
        return OK
    if padding <= STR_MAX_LENGTH and heap_reserve(vm, <size_t>padding) != OK:
        return ERROR
    writer_init(&writer, vm)
    if (writer_reserve(&writer, padding if padding > STR_MAX_LENGTH else padding + text_of(text).length) != OK
            or writer_fill(&writer, fill, left) != OK or writer_str(&writer, text_of(text)) != OK
            or writer_fill(&writer, fill, right) != OK):
        writer_discard(&writer)
        return ERROR
    return writer_finish(&writer, out)


# The arguments (self, width, fillchar). OK, ERROR, DEFER.
cdef int pad_arguments(VM* vm, Value* args, int64_t* missing, uint32_t* fill) noexcept nogil:
    cdef int64_t width
    cdef int status = size_argument(vm, args[1], &width)
    if status != OK:
        return status
    fill[0] = 32
    if args[2].tag != T_UNSET:
        if not is_text(args[2]):
            return raise_format(vm, E_TYPE_ERROR, b"The fill character must be a unicode character, not %s",
                                type_name(args[2]), NULL, NULL)
        if text_of(args[2]).length != 1:
            return raise_error(vm, E_TYPE_ERROR, b"The fill character must be exactly one character long")
        fill[0] = str_char(text_of(args[2]), 0)
    missing[0] = width - text_of(args[0]).length if width > text_of(args[0]).length else 0
    return OK


# ljust(self, width, fillchar=' ', /)
cdef int method_ljust(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t missing
    cdef uint32_t fill
    cdef int status = pad_arguments(vm, args, &missing, &fill)
    return status if status != OK else pad(vm, args[0], 0, missing, fill, out)


# rjust(self, width, fillchar=' ', /)
cdef int method_rjust(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t missing
    cdef uint32_t fill
    cdef int status = pad_arguments(vm, args, &missing, &fill)
    return status if status != OK else pad(vm, args[0], missing, 0, fill, out)


# center(self, width, fillchar=' ', /)
cdef int method_center(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t missing, left
    cdef uint32_t fill
    cdef int status = pad_arguments(vm, args, &missing, &fill)
    if status != OK:
        return status
    # The odd one goes to the left if the width is odd, else to the right.
    left = missing // 2 + (missing & (missing + text_of(args[0]).length) & 1)
    return pad(vm, args[0], left, missing - left, fill, out)


# zfill(self, width, /)
cdef int method_zfill(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Str* s = text_of(args[0])
    cdef int64_t width, missing
    cdef uint32_t sign
    cdef Value padded
    cdef Str* result
    cdef int status = size_argument(vm, args[1], &width)
    if status != OK:
        return status
    missing = width - s.length if width > s.length else 0
    if missing == 0:
        return str_exact(vm, args[0], out)
    sign = str_char(s, 0) if s.length > 0 else 0
    if pad(vm, args[0], missing, 0, 48, &padded) != OK:
        return ERROR
    result = text_of(padded)
    # Nobody else has seen it yet, unless it is one of the shared ones, which have no sign.
    if sign == 43 or sign == 45:
        if result.kind == 1:
            str_latin1(result)[missing] = 48
            str_latin1(result)[0] = <uint8_t>sign
        else:
            str_ucs4(result)[missing] = 48
            str_ucs4(result)[0] = sign
    out[0] = padded
    return OK


# --- expandtabs ------------------------------------------------------------------------------------------------------

# expandtabs(self, /, tabsize=8)
cdef int method_expandtabs(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Str* s = text_of(args[0])
    cdef Writer writer
    cdef int64_t size = 8
    cdef int64_t length = 0
    cdef int64_t column = 0
    cdef int64_t spaces, i
    cdef uint32_t c
    cdef bint found = False
    cdef int status
    if args[1].tag != T_UNSET:
        status = int_argument(vm, args[1], &size)
        if status != OK:
            return status
    for i in range(s.length):
        c = str_char(s, i)
        if c == 9:
            found = True
            if size > 0:
                spaces = size - column % size
                column += spaces
                length += spaces
        else:
            length += 1
            column = 0 if c == 10 or c == 13 else column + 1
        if length > STR_MAX_LENGTH:
            return raise_limit(vm, LIMIT_MEMORY)
        if unlikely(i & 16383 == 16383 and poll(vm, 32768) != OK):
            return ERROR
    if not found:
        return str_exact(vm, args[0], out)
    writer_init(&writer, vm)
    status = writer_reserve(&writer, length)
    column = 0
    i = 0
    while status == OK and i < s.length:
        c = str_char(s, i)
        if c == 9:
            if size > 0:
                spaces = size - column % size
                column += spaces
                status = writer_fill(&writer, 32, spaces)
        else:
            column = 0 if c == 10 or c == 13 else column + 1
            status = writer_char(&writer, c)
        i += 1
        if unlikely(i & 4095 == 0 and status == OK):
            status = poll(vm, 16384)
    if status != OK:
        writer_discard(&writer)
        return ERROR
    return writer_finish(&writer, out)


# --- translate -------------------------------------------------------------------------------------------------------

# Append what the table says for one character. OK or ERROR.
cdef int write_translation(VM* vm, Writer* writer, Value translation) noexcept nogil:
    cdef int type = type_of(translation)
    if type == T_NONE:
        return OK
    if type == T_STR:
        return writer_str(writer, text_of(translation))
    if type == T_INT or type == T_BOOL:
        if translation.as_.i < 0 or translation.as_.i > 0x10FFFF:
            return raise_error(vm, E_VALUE_ERROR, b"character mapping must be in range(0x110000)")
        return writer_char(writer, <uint32_t>translation.as_.i)
    if type == T_LONG:
        return raise_error(vm, E_VALUE_ERROR, b"character mapping must be in range(0x110000)")
    return raise_error(vm, E_TYPE_ERROR, b"character mapping must return integer, None or str")


# The quick part of translate: characters that are known to become one Latin-1 character, as far as there is room.
# Returns the index of the first character that was not written.
cdef int64_t translate_run(Str* s, int64_t i, const uint32_t* single, const uint8_t* asked,
                           Writer* writer) noexcept nogil:
    cdef uint8_t* to = str_latin1(writer.text) + writer.text.length
    cdef int64_t start = i
    cdef int64_t stop = i + writer.capacity - writer.text.length
    cdef uint32_t c
    if stop > s.length:
        stop = s.length
    if stop - start > 65536:
        stop = start + 65536
    while i < stop:
        c = str_char(s, i)
        if c > 255 or asked[c] != 3 or single[c] > 255:
            if c > 255 or asked[c] != 4:
                break
            i += 1
            continue
        to[0] = <uint8_t>single[c]
        to += 1
        i += 1
    writer.text.length = <uint32_t>(to - str_latin1(writer.text))
    return i


# translate(self, table, /)
cdef int method_translate(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Str* s = text_of(args[0])
    cdef Value[256] known       # what the table says of the Latin-1 characters met so far (borrowed)
    cdef uint32_t[256] single   # the one character that the table makes of them
    cdef uint8_t[256] asked     # 0: not asked, 1: in `known`, 3: in `single`, 4: deleted
    cdef Value translation
    cdef Dict* table
    cdef Writer writer
    cdef uint32_t c
    cdef int64_t i, stop
    cdef int state
    cdef int status = OK
    if type_of(args[1]) != T_DICT:
        return DEFER
    table = <Dict*>args[1].as_.block
    for i in range(256):
        asked[i] = 0
    writer_init(&writer, vm)
    if writer_reserve(&writer, <int64_t>s.length + 1) != OK:
        return ERROR
    i = 0
    while i < s.length and status == OK:
        c = str_char(s, i)
        state = asked[c] if c < 256 else 0
        if state >= 3:
            stop = i + 1 if state == 4 else i
            if writer.text.kind == 1:
                stop = translate_run(s, i, single, asked, &writer)
            if stop == i:
                if state == 3:
                    status = writer_char(&writer, single[c])
                stop = i + 1
            if status == OK:
                status = poll(vm, 2 * (stop - i))
            i = stop
            continue
        if state == 1:
            translation = known[c]
        elif state == 0:
            status = dict_get(vm, table, value_int(c), &translation)
            if status != OK and status != EXHAUSTED:
                break
            state = 1 if status == OK else 2
            if c < 256:
                asked[c] = <uint8_t>state
                known[c] = translation
                if translation.tag == T_NONE and state == 1:
                    asked[c] = 4
                elif state == 2:
                    asked[c] = 3
                    single[c] = c
                elif (translation.tag == T_INT and translation.as_.i >= 0 and translation.as_.i <= 0x10FFFF):
                    asked[c] = 3
                    single[c] = <uint32_t>translation.as_.i
                elif type_of(translation) == T_STR and text_of(translation).length == 1:
                    asked[c] = 3
                    single[c] = str_char(text_of(translation), 0)
        status = writer_char(&writer, c) if state == 2 else write_translation(vm, &writer, translation)
        if status == OK:
            status = poll(vm, 8)
        i += 1
    if status != OK:
        writer_discard(&writer)
        return status
    return writer_finish(&writer, out)


# One pair of a table made by maketrans from a dict. OK, ERROR, DEFER.
cdef int set_translation(VM* vm, Dict* table, Value key, Value translation) noexcept nogil:
    cdef int type = type_of(key)
    if type == T_STR:
        if text_of(key).length != 1:
            return raise_error(vm, E_VALUE_ERROR, b"string keys in translate table must be of length 1")
        key = value_int(str_char(text_of(key), 0))
    elif type != T_INT and type != T_BOOL and type != T_LONG:
        return raise_error(vm, E_TYPE_ERROR, b"keys in translate table must be strings or integers")
    return dict_set(vm, table, key, translation)


# Pairs of characters of two texts of the same length, and characters to delete. OK, ERROR, DEFER.
cdef int set_characters(VM* vm, Dict* table, Str* x, Str* y, Str* deleted) noexcept nogil:
    cdef int64_t i
    for i in range(x.length):
        if dict_set(vm, table, value_int(str_char(x, i)), value_int(str_char(y, i))) != OK or poll(vm, 8) != OK:
            return ERROR
    if deleted != NULL:
        for i in range(deleted.length):
            if dict_set(vm, table, value_int(str_char(deleted, i)), value_none()) != OK or poll(vm, 8) != OK:
                return ERROR
    return OK


# maketrans(x, y=None, z=None, /), a static method
cdef int static_maketrans(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Dict* table
    cdef int64_t position = 0
    cdef Value key, translation
    cdef int status = OK
    if args[1].tag != T_UNSET:
        # The argument parser of CPython has seen the second and third argument first.
        if not is_text(args[1]):
            return raise_not_text(vm, b"maketrans() argument 2 ", args[1], True)
        if args[2].tag != T_UNSET and not is_text(args[2]):
            return raise_not_text(vm, b"maketrans() argument 3 ", args[2], True)
        if not is_text(args[0]):
            return raise_error(vm, E_TYPE_ERROR,
                               b"first maketrans argument must be a string if there is a second argument")
        if text_of(args[0]).length != text_of(args[1]).length:
            return raise_error(vm, E_VALUE_ERROR, b"the first two maketrans arguments must have equal length")
    elif type_of(args[0]) != T_DICT:
        return raise_error(vm, E_TYPE_ERROR, b"if you give only one argument to maketrans it must be a dict")
    table = dict_new(vm, 0)
    if table == NULL:
        return ERROR
    if args[1].tag != T_UNSET:
        status = set_characters(vm, table, text_of(args[0]), text_of(args[1]),
                                NULL if args[2].tag == T_UNSET else text_of(args[2]))
    else:
        while status == OK and dict_next(<Dict*>args[0].as_.block, &position, &key, &translation):
            status = set_translation(vm, table, key, translation)
            if status == OK:
                status = poll(vm, 8)
    if status != OK:
        decref(vm, value_block(&table.head))
        return status
    out[0] = value_block(&table.head)
    return OK


# --- encode ----------------------------------------------------------------------------------------------------------

# encode(self, /, encoding='utf-8', errors='strict')
cdef int method_encode(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if args[1].tag != T_UNSET and not is_text(args[1]):
        return raise_not_text(vm, b"encode() argument 'encoding' ", args[1], True)
    if args[2].tag != T_UNSET and not is_text(args[2]):
        return raise_not_text(vm, b"encode() argument 'errors' ", args[2], True)
    return str_encode(vm, text_of(args[0]), NULL if args[1].tag == T_UNSET else text_of(args[1]),
                      NULL if args[2].tag == T_UNSET else text_of(args[2]), out)


register_native(T_STR, NATIVE_METHOD, b"center(self, width, fillchar=' ', /)", method_center, b"str_center")
register_native(T_STR, NATIVE_METHOD, b"ljust(self, width, fillchar=' ', /)", method_ljust, b"str_ljust")
register_native(T_STR, NATIVE_METHOD, b"rjust(self, width, fillchar=' ', /)", method_rjust, b"str_rjust")
register_native(T_STR, NATIVE_METHOD, b"zfill(self, width, /)", method_zfill, b"str_zfill")
register_native(T_STR, NATIVE_METHOD, b"expandtabs(self, /, tabsize=8)", method_expandtabs, b"str_expandtabs")
register_native(T_STR, NATIVE_METHOD, b"translate(self, table, /)", method_translate, b"str_translate")
register_native(T_STR, NATIVE_STATIC, b"maketrans(x, y=None, z=None, /)", static_maketrans, NULL)
register_native(T_STR, NATIVE_METHOD, b"encode(self, /, encoding='utf-8', errors='strict')", method_encode, NULL)
