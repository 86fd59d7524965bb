"""UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError: what their five (four) arguments mean."""

from libc.stdio cimport snprintf

from monty._generated cimport (E_TYPE_ERROR, E_UNICODE_DECODE_ERROR, E_UNICODE_ENCODE_ERROR,
                               E_UNICODE_TRANSLATE_ERROR)
from monty._heap cimport *
from monty._protocol cimport value_str
from monty.objects.bytes cimport bytes_view
from monty.objects.str cimport *


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


cdef int unicode_error_text(VM* vm, Writer* writer, int kind, Value* fields) noexcept nogil:
    cdef int first = object_index(kind)
    cdef int64_t start = fields[first + 1].as_.i
    cdef int64_t end = fields[first + 2].as_.i
    cdef int64_t length = 0
    cdef uint8_t* data = NULL
    cdef uint32_t c
    cdef char[120] text
    cdef const char* verb = "encode"
    cdef const char* escape
    cdef int status
    if kind == E_UNICODE_DECODE_ERROR:
        verb = "decode"
    # A program can set any of the fields to what it likes; an object of another type has no place to show.
    if fields[first].tag == T_UNSET or fields[first + 1].tag != T_INT or fields[first + 2].tag != T_INT:
        return OK
    if kind == E_UNICODE_DECODE_ERROR:
        bytes_view(fields[first], &data, &length)
    elif type_of(fields[first]) == T_STR:
        length = (<Str*>fields[first].as_.block).length
    if kind == E_UNICODE_TRANSLATE_ERROR:
        if writer_ascii(writer, "can't translate ", 16) != OK:
            return ERROR
    else:
        if writer_char(writer, 39) != OK:
            return ERROR
        status = write_part(vm, fields[0], writer)
        if status != OK:
            return status
        if (writer_ascii(writer, "' codec can't ", 14) != OK or writer_ascii(writer, verb, 6) != OK
                or writer_char(writer, 32) != OK):
            return ERROR
    if 0 <= start < length and end == start + 1:
        if data != NULL:
            snprintf(text, sizeof(text), "byte 0x%02x in position %lld: ", <int>data[start], <long long>start)
        else:
            c = str_char(<Str*>fields[first].as_.block, start)
            escape = ("character '\\x%02x' in position %lld: " if c < 0x100 else
                      "character '\\u%04x' in position %lld: " if c < 0x10000 else
                      "character '\\U%08x' in position %lld: ")
            snprintf(text, sizeof(text), escape, c, <long long>start)
    else:
        snprintf(text, sizeof(text), "%s in position %lld-%lld: ", <const char*>"bytes"
                 if kind == E_UNICODE_DECODE_ERROR else <const char*>"characters", <long long>start,
                 <long long>(end - 1))
    if writer_ascii(writer, text, -1) != OK:
        return ERROR
    return write_part(vm, fields[first + 3], writer)


# str() of the encoding or the reason.
cdef int write_part(VM* vm, Value part, Writer* writer) noexcept nogil:
    if part.tag == T_UNSET:
        return writer_ascii(writer, "<NULL>", 6)
    return value_str(vm, part, writer, NATIVE_DEPTH)
