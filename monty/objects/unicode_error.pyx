"""UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError: what their five (four) arguments mean."""

from libc.stdio cimport snprintf

from monty._generated cimport (E_TYPE_ERROR, E_UNICODE_DECODE_ERROR, E_UNICODE_ENCODE_ERROR,
                               E_UNICODE_TRANSLATE_ERROR)
from monty._heap cimport *
from monty.objects.bytes cimport bytes_view
from monty.objects.str cimport *
from monty.objects.tuple cimport Tuple, tuple_items


cdef bint is_unicode_error(int kind) noexcept nogil:
    return kind == E_UNICODE_ENCODE_ERROR or kind == E_UNICODE_DECODE_ERROR or kind == E_UNICODE_TRANSLATE_ERROR


# How many arguments come before the object: the encoding, or none.
cdef inline int object_index(int kind) noexcept nogil:
    return 0 if kind == E_UNICODE_TRANSLATE_ERROR else 1


cdef int unicode_error_check(VM* vm, int kind, Value* args, Py_ssize_t count) noexcept nogil:
    cdef int first = object_index(kind)
    cdef uint8_t* data
    cdef int64_t length
    cdef int i
    if count != first + 4:
        return raise_format_int(vm, E_TYPE_ERROR, b"function takes exactly %lld arguments (%lld given)", first + 4, count)
    for i in range(count):
        if i == first and kind == E_UNICODE_DECODE_ERROR:
            if not bytes_view(args[i], &data, &length):
                return raise_format(vm, E_TYPE_ERROR, b"a bytes-like object is required, not '%s'", type_name(args[i]),
                                    NULL, NULL)
        elif i == first + 1 or i == first + 2:
            if type_of(args[i]) != T_INT and type_of(args[i]) != T_BOOL:
                return raise_format(vm, E_TYPE_ERROR, b"'%s' object cannot be interpreted as an integer",
                                    type_name(args[i]), NULL, NULL)
        elif type_of(args[i]) != T_STR:
            return raise_format_mixed(vm, E_TYPE_ERROR, b"argument %2$lld must be str, not %1$s", type_name(args[i]),
                                      i + 1, 0)
    return OK


cdef int unicode_error_text(VM* vm, Writer* writer, int kind, Tuple* args) noexcept nogil:
    cdef Value* items = tuple_items(args)
    cdef int first = object_index(kind)
    cdef int64_t start = items[first + 1].as_.i
    cdef int64_t end = items[first + 2].as_.i
    cdef int64_t length
    cdef uint8_t* data = NULL
    cdef uint32_t c
    cdef char[120] text
    cdef const char* verb = "encode"
    cdef const char* escape
    if kind == E_UNICODE_DECODE_ERROR:
        verb = "decode"
        bytes_view(items[first], &data, &length)
    else:
        length = (<Str*>items[first].as_.block).length
    if kind == E_UNICODE_TRANSLATE_ERROR:
        if writer_ascii(writer, "can't translate ", 16) != OK:
            return ERROR
    elif (writer_char(writer, 39) != OK or writer_str(writer, <Str*>items[0].as_.block) != OK
            or writer_ascii(writer, "' codec can't ", 14) != OK or writer_ascii(writer, verb, 6) != OK
            or writer_char(writer, 32) != OK):
        return ERROR
    if start >= 0 and start < length and end == start + 1:
        if data != NULL:
            snprintf(text, sizeof(text), "byte 0x%02x in position %lld: ", <int>data[start], <long long>start)
        else:
            c = str_char(<Str*>items[first].as_.block, start)
            escape = ("character '\\x%02x' in position %lld: " if c < 0x100 else
                      "character '\\u%04x' in position %lld: " if c < 0x10000 else
                      "character '\\U%08x' in position %lld: ")
            snprintf(text, sizeof(text), escape, c, <long long>start)
    else:
        snprintf(text, sizeof(text), "%s in position %lld-%lld: ", <const char*>"bytes" if data != NULL
                 else <const char*>"characters", <long long>start, <long long>(end - 1))
    if writer_ascii(writer, text, -1) != OK:
        return ERROR
    return writer_str(writer, <Str*>items[first + 3].as_.block)


cdef int unicode_error_attribute(int kind, Tuple* args, Str* name, Value* out) noexcept nogil:
    cdef int first = object_index(kind)
    cdef int index
    if args.length != first + 4:
        return NOT_IMPLEMENTED
    if first == 1 and str_equal(name, NAME_ENCODING):
        index = 0
    elif str_equal(name, NAME_OBJECT):
        index = first
    elif str_equal(name, NAME_START):
        index = first + 1
    elif str_equal(name, NAME_END):
        index = first + 2
    elif str_equal(name, NAME_REASON):
        index = first + 3
    else:
        return NOT_IMPLEMENTED
    out[0] = value_copy(tuple_items(args)[index])
    return OK


cdef Str* NAME_ENCODING = str_static(b"encoding")
cdef Str* NAME_OBJECT = str_static(b"object")
cdef Str* NAME_START = str_static(b"start")
cdef Str* NAME_END = str_static(b"end")
cdef Str* NAME_REASON = str_static(b"reason")
