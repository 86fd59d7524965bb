"""Methods of float: hexadecimal text, ratios, rounding by the special methods."""

from libc.math cimport ceil, floor, frexp, isfinite, isinf, isnan
from libc.stdint cimport int64_t, uint32_t, uint64_t
from libc.stdlib cimport free, malloc
from libc.string cimport memcpy

from monty._borrow_float cimport borrow_double_from_hex
from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_double, value_index
from monty.objects.float cimport double_bits, float_round, float_round_to_int, float_to_int
from monty.objects.float_text cimport double_repr
from monty.objects.int cimport int_binary, int_from_double
from monty.objects.str cimport str_char, str_from_latin1
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new

cdef Value* FLOAT_NEW = prelude_slot(b"float_new")


# --- hexadecimal text ------------------------------------------------------------------------------------------------

cdef enum:
    HEX_MAX = 65536         # a longer hexadecimal text is refused unread

# float.fromhex(cls, string, /)
cdef int float_fromhex(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Str* text
    cdef char[128] small
    cdef char* plain = small
    cdef double value = 0.0
    cdef int64_t i, start = 0, stop
    cdef uint32_t character
    cdef int answer
    if args[0].as_.block != &types_pointer[T_FLOAT].cls.head:
        return DEFER
    if type_of(args[1]) != T_STR:
        return raise_error(vm, E_TYPE_ERROR, "bad argument type for built-in operation")
    text = <Str*>args[1].as_.block
    stop = text.length
    while start < stop and str_char(text, start) <= 32:
        start += 1
        if poll(vm, 1) != OK:
            return ERROR
    while stop > start and str_char(text, stop - 1) <= 32:
        stop -= 1
        if poll(vm, 1) != OK:
            return ERROR
    # What was trimmed too much (control characters that are no spaces) makes the text invalid.
    if start > 0:
        start -= 1
    if stop < text.length:
        stop += 1
    if stop - start > HEX_MAX:
        return raise_error(vm, E_VALUE_ERROR, "hexadecimal string too long to convert")
    if stop - start >= <int64_t>sizeof(small):
        if heap_reserve(vm, <size_t>(stop - start)) != OK:
            return ERROR
        plain = <char*>malloc(<size_t>(stop - start))
        if plain == NULL:
            return raise_limit(vm, LIMIT_MEMORY)
    answer = 0
    for i in range(start, stop):
        character = str_char(text, i)
        plain[i - start] = <char>character if character < 128 else c'?'
    answer = borrow_double_from_hex(plain, stop - start, &value)
    if plain != small:
        free(plain)
    if answer == 1:
        return raise_error(vm, E_VALUE_ERROR, "invalid hexadecimal floating-point string")
    if answer == 2:
        return raise_error(vm, E_OVERFLOW_ERROR, "hexadecimal value too large to represent as a float")
    out[0] = value_float(value)
    return OK


cdef int float_hex(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef char[48] text
    cdef double value = args[0].as_.f
    cdef uint64_t bits, fraction
    cdef int at = 0, i, exponent, biased, digit, width
    cdef Str* made
    if not isfinite(value):
        at = double_repr(value, text)
    else:
        bits = double_bits(value)
        fraction = bits & 0xFFFFFFFFFFFFFULL
        biased = <int>((bits >> 52) & 0x7FF)
        if bits >> 63:
            text[at] = c'-'
            at += 1
        memcpy(text + at, b"0x0.", 4)
        if biased != 0:
            text[at + 2] = c'1'
        at += 4
        if value == 0.0:
            text[at] = c'0'
            at += 1
            exponent = 0
        else:
            for i in range(13):
                digit = <int>((fraction >> (48 - 4 * i)) & 15)
                text[at] = <char>(48 + digit if digit < 10 else 87 + digit)
                at += 1
            exponent = biased - 1023 if biased != 0 else -1022
        text[at] = c'p'
        text[at + 1] = c'-' if exponent < 0 else c'+'
        at += 2
        if exponent < 0:
            exponent = -exponent
        width = 4 if exponent >= 1000 else 3 if exponent >= 100 else 2 if exponent >= 10 else 1
        for i in range(width):
            text[at + width - 1 - i] = <char>(48 + exponent % 10)
            exponent //= 10
        at += width
    made = str_from_latin1(vm, <unsigned char*>text, at)
    if made == NULL:
        return ERROR
    out[0] = value_block(&made.head)
    return OK


# --- numbers ---------------------------------------------------------------------------------------------------------

cdef int float_is_integer(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double value = args[0].as_.f
    out[0] = value_bool(isfinite(value) and floor(value) == value)
    return OK


cdef int float_as_integer_ratio(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double value = args[0].as_.f
    cdef Value numerator, denominator, shifted
    cdef Tuple* pair
    cdef int exponent, i, status
    if isnan(value):
        return raise_error(vm, E_VALUE_ERROR, "cannot convert NaN to integer ratio")
    if isinf(value):
        return raise_error(vm, E_OVERFLOW_ERROR, "cannot convert Infinity to integer ratio")
    value = frexp(value, &exponent)
    for i in range(300):
        if value == floor(value):
            break
        value *= 2.0
        exponent -= 1
    if int_from_double(vm, value, &numerator) != OK:
        return ERROR
    denominator = value_int(1)
    if exponent > 0:
        status = int_binary(vm, BIN_LSHIFT, numerator, value_int(exponent), &shifted)
        decref(vm, numerator)
        if status != OK:
            return ERROR
        numerator = shifted
    elif int_binary(vm, BIN_LSHIFT, value_int(1), value_int(-exponent), &denominator) != OK:
        decref(vm, numerator)
        return ERROR
    pair = tuple_new(vm, 2)
    if pair == NULL:
        decref(vm, numerator)
        decref(vm, denominator)
        return ERROR
    tuple_items(pair)[0] = numerator
    tuple_items(pair)[1] = denominator
    out[0] = value_block(&pair.head)
    return OK


cdef int float_itself(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = args[0]
    return OK


cdef int float_imag(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_float(0.0)
    return OK


cdef int float_trunc(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return float_to_int(vm, args[0].as_.f, out)


cdef int float_floor(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return float_to_int(vm, floor(args[0].as_.f), out)


cdef int float_ceil(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return float_to_int(vm, ceil(args[0].as_.f), out)


cdef int float_round_method(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t digits
    cdef double rounded
    cdef int status
    if args[1].tag == T_UNSET or args[1].tag == T_NONE:
        return float_round_to_int(vm, args[0].as_.f, out)
    status = value_index(vm, args[1], 0, &digits)
    if status != OK:
        return status
    if float_round(vm, args[0].as_.f, digits, &rounded) != OK:
        return ERROR
    out[0] = value_float(rounded)
    return OK


# float.from_number(cls, number, /), of the hosts that have it
cdef int float_from_number(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double value
    cdef int status = value_double(vm, args[1], &value)
    if status == DEFER:
        return defer_to(vm, FLOAT_NEW)
    if status == OK:
        out[0] = value_float(value)
    return status


def register():
    """Register the methods."""
    import sys
    register_native(T_FLOAT, NATIVE_CLASS, b"fromhex(cls, string, /)", float_fromhex, b"float_fromhex")
    if sys.version_info >= (3, 14):
        register_native(T_FLOAT, NATIVE_CLASS, b"from_number(cls, number, /)", float_from_number, b"float_new")
    register_native(T_FLOAT, NATIVE_METHOD, b"hex(self, /)", float_hex, NULL)
    register_native(T_FLOAT, NATIVE_METHOD, b"is_integer(self, /)", float_is_integer, NULL)
    register_native(T_FLOAT, NATIVE_METHOD, b"as_integer_ratio(self, /)", float_as_integer_ratio, NULL)
    register_native(T_FLOAT, NATIVE_METHOD, b"conjugate(self, /)", float_itself, NULL)
    register_native(T_FLOAT, NATIVE_METHOD, b"__trunc__(self, /)", float_trunc, NULL)
    register_native(T_FLOAT, NATIVE_METHOD, b"__floor__(self, /)", float_floor, NULL)
    register_native(T_FLOAT, NATIVE_METHOD, b"__ceil__(self, /)", float_ceil, NULL)
    register_native(T_FLOAT, NATIVE_METHOD, b"__round__(self, ndigits=None, /)", float_round_method,
                    b"float_round_method")
    register_native(T_FLOAT, NATIVE_GETTER, b"real(self)", float_itself, NULL)
    register_native(T_FLOAT, NATIVE_GETTER, b"imag(self)", float_imag, NULL)


register()
