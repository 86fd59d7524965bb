"""format(): values as text by a specification."""

from libc.stdint cimport int64_t, uint8_t, uint32_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_repr, value_str
from monty.objects.complex cimport Complex
from monty.objects.float_text cimport double_repr
from monty.objects.format_number cimport format_complex, format_float, format_int
from monty.objects.instance cimport plain_number
from monty.objects.format_spec cimport FormatSpec, format_spec_read, format_text
from monty.objects.str cimport (str_from_latin1, str_single, writer_discard, writer_finish, writer_init, writer_str)
from monty.objects.str_type cimport str_write_escaped

cdef Value* FORMAT_INSTANCE = prelude_slot(b"format_instance")
cdef Value* OBJECT_FORMAT = prelude_slot(b"object_format")
cdef Value* FORMAT_AS_STR = prelude_slot(b"format_as_str")
cdef Value* FORMAT_FIELD = prelude_slot(b"format_field")


# --- rows ------------------------------------------------------------------------------------------------------------

cdef int row_format_str(VM* vm, Value v, Str* text, Writer* writer) noexcept nogil:
    cdef FormatSpec spec
    if format_spec_read(vm, text, 0, text.length, v, c's', c'<', &spec) != OK:
        return ERROR
    return format_text(vm, v, &spec, writer)


cdef int row_format_int(VM* vm, Value v, Str* text, Writer* writer) noexcept nogil:
    cdef FormatSpec spec
    if format_spec_read(vm, text, 0, text.length, v, c'd', c'>', &spec) != OK:
        return ERROR
    return format_int(vm, v, &spec, writer)


cdef int row_format_float(VM* vm, Value v, Str* text, Writer* writer) noexcept nogil:
    cdef FormatSpec spec
    if format_spec_read(vm, text, 0, text.length, v, 0, c'>', &spec) != OK:
        return ERROR
    return format_float(vm, v.as_.f, v, &spec, writer)


cdef int row_format_complex(VM* vm, Value v, Str* text, Writer* writer) noexcept nogil:
    cdef FormatSpec spec
    cdef Complex* number = <Complex*>v.as_.block
    if format_spec_read(vm, text, 0, text.length, v, 0, c'>', &spec) != OK:
        return ERROR
    return format_complex(vm, number.real, number.imag, v, &spec, writer)


# --- values ----------------------------------------------------------------------------------------------------------

# May the value have a __format__ written in Python?
cdef inline bint may_have_method(Value v) noexcept nogil:
    cdef int tag = v.tag & TYPE_MASK
    return v.tag & SUBCLASSED or tag == T_INSTANCE


cdef int format_value(VM* vm, Value v, Str* spec, Writer* writer) noexcept nogil:
    cdef TypeRow* row
    cdef int status
    if may_have_method(v):
        return defer_to(vm, FORMAT_INSTANCE)
    if spec == NULL or spec.length == 0:
        if type_of(v) == T_STR:
            return writer_str(writer, <Str*>v.as_.block)
        status = value_str(vm, v, writer, NATIVE_DEPTH)
        if status == DEFER:
            return defer_to(vm, FORMAT_AS_STR)
        return status
    row = row_of(v)
    if row.format == NULL:
        return raise_format(vm, E_TYPE_ERROR, "unsupported format string passed to %s.__format__", type_name(v), NULL,
                            NULL)
    return row.format(vm, v, spec, writer)


cdef int write_converted(VM* vm, Value v, int conversion, Writer* writer) noexcept nogil:
    cdef Writer shown
    cdef Value text
    cdef int status
    if conversion == c's':
        if exact_type(v) == T_STR:
            return writer_str(writer, <Str*>v.as_.block)
        return value_str(vm, v, writer, NATIVE_DEPTH)
    if conversion == c'r':
        return value_repr(vm, v, writer, NATIVE_DEPTH)
    writer_init(&shown, vm)
    status = value_repr(vm, v, &shown, NATIVE_DEPTH)
    if status != OK:
        writer_discard(&shown)
        return status
    if writer_finish(&shown, &text) != OK:
        return ERROR
    status = str_write_escaped(writer, <Str*>text.as_.block)
    decref(vm, text)
    return status


# Text of ASCII characters as a str.
cdef int plain_text(VM* vm, const uint8_t* text, int length, Value* out) noexcept nogil:
    cdef Str* made
    if length == 1:
        return str_single(vm, text[0], out)
    made = str_from_latin1(vm, text, length)
    if made == NULL:
        return ERROR
    out[0] = value_block(&made.head)
    return OK


# The digits of a small int as a str.
cdef int format_plain_int(VM* vm, int64_t number, Value* out) noexcept nogil:
    cdef uint8_t[24] digits
    cdef int at = 24
    cdef uint64_t rest = <uint64_t>0 - <uint64_t>number if number < 0 else <uint64_t>number
    cdef uint32_t small
    while rest > 0xFFFFFFFFULL:
        at -= 1
        digits[at] = <uint8_t>(48 + rest % 10)
        rest //= 10
    small = <uint32_t>rest
    while small >= 10:
        at -= 1
        digits[at] = <uint8_t>(48 + small % 10)
        small //= 10
    at -= 1
    digits[at] = <uint8_t>(48 + small)
    if number < 0:
        at -= 1
        digits[at] = c'-'
    return plain_text(vm, digits + at, 24 - at, out)


# format_operation, but that DEFER leaves the prelude function open.
cdef int format_plainly(VM* vm, Value v, int conversion, Value spec, Value* out) noexcept nogil:
    cdef Str* text = NULL
    cdef uint8_t[40] digits
    cdef Writer writer
    cdef Value converted
    cdef int status
    if type_of(spec) == T_STR and (<Str*>spec.as_.block).length != 0:
        text = <Str*>spec.as_.block
    if text == NULL:
        if v.tag == T_INT and conversion != c'a':
            return format_plain_int(vm, v.as_.i, out)
        if v.tag == T_FLOAT and conversion != c'a':
            return plain_text(vm, digits, double_repr(v.as_.f, <char*>digits), out)
        if exact_type(v) == T_STR and (conversion == 0 or conversion == c's'):
            out[0] = value_copy(v)
            return OK
    writer_init(&writer, vm)
    if conversion == 0:
        status = format_value(vm, v, text, &writer)
    elif text == NULL:
        status = write_converted(vm, v, conversion, &writer)
    elif conversion == c's' and exact_type(v) == T_STR:
        status = row_format_str(vm, v, text, &writer)
    else:
        status = write_converted(vm, v, conversion, &writer)
        if status == OK:
            status = writer_finish(&writer, &converted)
            writer_init(&writer, vm)
            if status == OK:
                status = row_format_str(vm, converted, text, &writer)
                decref(vm, converted)
    if status != OK:
        writer_discard(&writer)
        return status
    return writer_finish(&writer, out)


cdef int format_operation(VM* vm, Value v, int conversion, Value spec, Value* out) noexcept nogil:
    cdef int status = format_plainly(vm, v, conversion, spec, out)
    return defer_to(vm, FORMAT_FIELD) if status == DEFER else status


# format(value, format_spec='', /)
cdef int builtin_format(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value spec = args[1]
    if spec.tag != T_UNSET and type_of(spec) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "format() argument 2 must be str, not %s", type_name(spec), NULL, NULL)
    return format_plainly(vm, args[0], 0, spec, out)


# The type's name as argument errors show it: None is itself.
cdef const char* shown_type(Value v) noexcept nogil:
    if v.tag == T_NONE:
        return b"None"
    return type_name(v)


# __format__(self, format_spec, /) of every built-in type; what an instance inherits
cdef int object_format(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[1]) != T_STR:
        return raise_format(vm, E_TYPE_ERROR, "__format__() argument must be str, not %s",
                            shown_type(args[1]), NULL, NULL)
    cdef Value plain = plain_number(args[0])
    cdef Writer writer
    cdef TypeRow* row = &types_pointer[plain.tag & TYPE_MASK]
    cdef int status
    if may_have_method(args[0]):
        if (<Str*>args[1].as_.block).length == 0 or row.format == NULL or type_of(plain) == T_INSTANCE:
            return defer_to(vm, OBJECT_FORMAT)
        writer_init(&writer, vm)
        status = row.format(vm, plain, <Str*>args[1].as_.block, &writer)
        if status == OK:
            return writer_finish(&writer, out)
        writer_discard(&writer)
        return status
    return format_plainly(vm, args[0], 0, args[1], out)


def register():
    """Fill the formatting of the types' rows, and register the builtin."""
    cdef int number
    for number in (T_INT, T_BOOL, T_LONG):
        types_pointer[number].format = row_format_int
    types_pointer[T_STR].format = row_format_str
    types_pointer[T_FLOAT].format = row_format_float
    types_pointer[T_COMPLEX].format = row_format_complex
    register_native(-1, NATIVE_FUNCTION, b"format(value, format_spec='', /)", builtin_format, NULL)
    register_native(T_OBJECT, NATIVE_METHOD, b"__format__(self, format_spec, /)", object_format, NULL)


register()
