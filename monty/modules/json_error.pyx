"""json.JSONDecodeError: a ValueError that knows the text and the place where it is malformed."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport ExceptionObject
from monty.modules.registry cimport register_module_exception
from monty.objects.dict cimport Dict, dict_new, dict_set
from monty.objects.exception cimport exception_class, exception_new
from monty.objects.str cimport (str_char, str_static, writer_ascii, writer_char, writer_discard, writer_finish,
                                writer_init, writer_str)
from monty.objects.tuple cimport Tuple, tuple_take

cdef Str* NAME_MSG = str_static(b"msg")
cdef Str* NAME_DOC = str_static(b"doc")
cdef Str* NAME_POS = str_static(b"pos")
cdef Str* NAME_LINENO = str_static(b"lineno")
cdef Str* NAME_COLNO = str_static(b"colno")


# Line and column of a position, both counted from 1. OK, or ERROR from a poll.
cdef int locate(VM* vm, Str* doc, int64_t position, int64_t* line, int64_t* column) noexcept nogil:
    cdef int64_t end = position if position < doc.length else doc.length
    cdef int64_t last = -1
    cdef int64_t i
    line[0] = 1
    for i in range(end):
        if (i & 4095) == 0 and poll(vm, 2048) != OK:
            return ERROR
        if str_char(doc, i) == c'\n':
            line[0] += 1
            last = i
    column[0] = position - last
    return OK


cdef int write_number(Writer* writer, const char* before, int64_t number) noexcept nogil:
    cdef char[24] digits
    cdef int i = 24
    if writer_ascii(writer, before, -1) != OK:
        return ERROR
    if number < 0:
        number = -number
        if writer_char(writer, c'-') != OK:
            return ERROR
    while True:
        i -= 1
        digits[i] = <char>(c'0' + number % 10)
        number //= 10
        if number == 0:
            break
    return writer_ascii(writer, &digits[i], 24 - i)


# "Expecting value: line 1 column 2 (char 1)"
cdef int make_text(VM* vm, Str* message, int64_t line, int64_t column, int64_t position, Value* out) noexcept nogil:
    cdef Writer writer
    writer_init(&writer, vm)
    if (writer_str(&writer, message) != OK or write_number(&writer, ": line ", line) != OK
            or write_number(&writer, " column ", column) != OK or write_number(&writer, " (char ", position) != OK
            or writer_char(&writer, c')') != OK):
        writer_discard(&writer)
        return ERROR
    return writer_finish(&writer, out)


cdef int set_attributes(VM* vm, Dict* d, Value* args, int64_t line, int64_t column) noexcept nogil:
    if (dict_set(vm, d, value_immortal(&NAME_MSG.head), args[1]) != OK
            or dict_set(vm, d, value_immortal(&NAME_DOC.head), args[2]) != OK
            or dict_set(vm, d, value_immortal(&NAME_POS.head), args[3]) != OK
            or dict_set(vm, d, value_immortal(&NAME_LINENO.head), value_int(line)) != OK):
        return ERROR
    return dict_set(vm, d, value_immortal(&NAME_COLNO.head), value_int(column))


# JSONDecodeError(cls, msg, doc, pos)
cdef int error_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t line, column
    cdef Value text, made
    cdef Tuple* t
    cdef Dict* d
    if type_of(args[1]) != T_STR or type_of(args[2]) != T_STR or args[3].tag != T_INT:
        return raise_error(vm, E_TYPE_ERROR, "JSONDecodeError takes a str, a str and an int")
    if locate(vm, <Str*>args[2].as_.block, args[3].as_.i, &line, &column) != OK:
        return ERROR
    if make_text(vm, <Str*>args[1].as_.block, line, column, args[3].as_.i, &text) != OK:
        return ERROR
    t = tuple_take(vm, &text, 1)
    if t == NULL:
        decref(vm, text)
        return ERROR
    if exception_new(vm, <Class*>args[0].as_.block, value_block(&t.head), &made) != OK:
        return ERROR
    d = dict_new(vm, 5)
    if d == NULL:
        decref(vm, made)
        return ERROR
    (<ExceptionObject*>made.as_.block).attributes = value_block(&d.head)
    if set_attributes(vm, d, args, line, column) != OK:
        decref(vm, made)
        return ERROR
    out[0] = made
    return OK


# _json_decode_error(message, doc, position): the exception to raise.
cdef int decode_error(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value[4] arguments
    arguments[0] = value_immortal(&exception_class(E_JSONDECODE_ERROR).head)
    arguments[1] = args[0]
    arguments[2] = args[1]
    arguments[3] = args[2]
    return error_construct(vm, arguments, 4, out)


register_module_exception(b"json", b"JSONDecodeError", E_JSONDECODE_ERROR, b"JSONDecodeError(cls, msg, doc, pos)",
                          error_construct)
register_native(-1, NATIVE_INTRINSIC, b"_json_decode_error(message, doc, position, /)", decode_error, NULL)
