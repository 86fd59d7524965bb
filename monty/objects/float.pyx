"""float: arithmetic, comparison with ints, rounding, construction from text, methods. As text: objects/float_text."""

from libc.errno cimport errno
from libc.math cimport atan2, ceil, copysign, cos, fabs, floor, fmod, frexp, isfinite, isinf, isnan, ldexp, pow, sin
from libc.stdint cimport uint32_t, uint64_t
from libc.stdlib cimport free, malloc
from libc.string cimport memcpy, memset

from monty._borrow_float cimport borrow_double_from_hex
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport machine_of
from monty._protocol cimport hash_double, value_index, value_repr
from monty.objects.bytes cimport bytes_view
from monty.objects.exception cimport exception_class, exception_new, exception_set_context
from monty.objects.float_text cimport (DoubleText, double_parse_bytes, double_parse_str, double_repr, double_to_text,
                                       double_parse_decimal)
from monty.objects.int cimport int_binary, int_compare_double, int_from_double, int_to_double
from monty.objects.str cimport (str_char, str_from_latin1, str_static, writer_ascii, writer_discard, writer_finish,
                                writer_init, writer_str)
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new

cdef extern from *:
    """
    /* The wording of one message changed between versions of the host. */
    #if PY_VERSION_HEX >= 0x030C0000
    #define FLOAT_MODULO_BY_ZERO "float modulo by zero"
    #else
    #define FLOAT_MODULO_BY_ZERO "float modulo"
    #endif
    #include <float.h>
    """
    const char* FLOAT_MODULO_BY_ZERO
    const double DBL_MAX

cdef Value* FLOAT_NEW = prelude_slot(b"float_new")


# --- life and protocol -----------------------------------------------------------------------------------------------

# The operand as a double: OK, ERROR (too large), NOT_IMPLEMENTED for what is no float or int.
cdef inline int operand(VM* vm, Value v, double* out) noexcept nogil:
    cdef int tag = v.tag & TYPE_MASK
    if tag == T_FLOAT:
        out[0] = v.as_.f
        return OK
    if tag == T_INT or tag == T_BOOL:
        out[0] = <double>v.as_.i
        return OK
    if tag == T_LONG:
        return int_to_double(vm, v, out)
    return NOT_IMPLEMENTED


cdef int float_truth(VM* vm, Value v, bint* out) noexcept nogil:
    out[0] = v.as_.f != 0.0
    return OK


# a - b as -1, 0, 1, or 2 when one of them is no number; NOT_IMPLEMENTED for other types goes through `known`.
cdef int compare(VM* vm, Value a, Value b, bint* known) noexcept nogil:
    cdef int tag = b.tag & TYPE_MASK
    cdef int answer
    known[0] = True
    if tag == T_FLOAT:
        if a.as_.f < b.as_.f:
            return -1
        if a.as_.f > b.as_.f:
            return 1
        return 0 if a.as_.f == b.as_.f else 2
    if tag == T_INT or tag == T_BOOL or tag == T_LONG:
        answer = int_compare_double(vm, b, a.as_.f)
        return 2 if answer == 2 else -answer
    known[0] = False
    return 0


cdef int float_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef bint known
    cdef int answer = compare(vm, a, b, &known)
    if not known:
        return NOT_IMPLEMENTED
    out[0] = answer == 0
    return OK


cdef int float_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    cdef bint known
    cdef int answer = compare(vm, a, b, &known)
    if not known:
        return NOT_IMPLEMENTED
    if comparison == CMP_LT:
        out[0] = answer == -1
    elif comparison == CMP_LE:
        out[0] = answer <= 0
    elif comparison == CMP_GT:
        out[0] = answer == 1
    elif comparison == CMP_GE:
        out[0] = answer == 0 or answer == 1
    elif comparison == CMP_EQ:
        out[0] = answer == 0
    else:
        out[0] = answer != 0
    return OK


cdef int float_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    out[0] = hash_double(v.as_.f)
    return OK


cdef int float_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef char[40] text
    cdef int length = double_repr(v.as_.f, text)
    return writer_ascii(writer, text, length)


# --- arithmetic ------------------------------------------------------------------------------------------------------

cdef inline void divide(double a, double b, double* quotient, double* rest) noexcept nogil:
    cdef double modulo = fmod(a, b)
    cdef double division = (a - modulo) / b
    if modulo != 0.0:
        if (b < 0) != (modulo < 0):
            modulo += b
            division -= 1.0
    else:
        modulo = copysign(0.0, b)
    if division != 0.0:
        quotient[0] = floor(division)
        if division - quotient[0] > 0.5:
            quotient[0] += 1.0
    else:
        quotient[0] = copysign(0.0, a / b)
    rest[0] = modulo


cdef int float_floor_divide(VM* vm, double a, double b, double* out) noexcept nogil:
    cdef double rest
    if b == 0.0:
        return raise_error(vm, E_ZERO_DIVISION_ERROR, "float floor division by zero")
    divide(a, b, out, &rest)
    return OK


cdef int float_modulo(VM* vm, double a, double b, double* out) noexcept nogil:
    cdef double modulo
    if b == 0.0:
        return raise_error(vm, E_ZERO_DIVISION_ERROR, FLOAT_MODULO_BY_ZERO)
    modulo = fmod(a, b)
    if modulo != 0.0:
        if (b < 0) != (modulo < 0):
            modulo += b
    else:
        modulo = copysign(0.0, b)
    out[0] = modulo
    return OK


cdef int float_divmod(VM* vm, double a, double b, double* quotient, double* rest) noexcept nogil:
    if b == 0.0:
        return raise_error(vm, E_ZERO_DIVISION_ERROR, "float divmod()")
    divide(a, b, quotient, rest)
    return OK


# OverflowError(34, 'Numerical result out of range'), as the C library names ERANGE.
cdef int raise_range_error(VM* vm) noexcept nogil:
    cdef Tuple* arguments = tuple_new(vm, 2)
    cdef Value exception
    if arguments == NULL:
        return ERROR
    tuple_items(arguments)[0] = value_int(34)
    tuple_items(arguments)[1] = value_immortal(&RANGE_MESSAGE.head)
    if exception_new(vm, exception_class(E_OVERFLOW_ERROR), value_block(&arguments.head), &exception) != OK:
        return ERROR
    clear_error(vm)
    vm.exception = exception
    exception_set_context(machine_of(vm), exception)
    return ERROR


cdef int float_power(VM* vm, double a, double b, double* out) noexcept nogil:
    cdef bint odd, negate = False
    cdef double result
    if b == 0.0:
        out[0] = 1.0
        return OK
    if isnan(a):
        out[0] = a
        return OK
    if isnan(b):
        out[0] = 1.0 if a == 1.0 else b
        return OK
    if isinf(b):
        a = fabs(a)
        if a == 1.0:
            out[0] = 1.0
        elif (b > 0.0) == (a > 1.0):
            out[0] = fabs(b)
        else:
            out[0] = 0.0
        return OK
    odd = fmod(fabs(b), 2.0) == 1.0
    if isinf(a):
        if b > 0.0:
            out[0] = a if odd else fabs(a)
        else:
            out[0] = copysign(0.0, a) if odd else 0.0
        return OK
    if a == 0.0:
        if b < 0.0:
            return raise_error(vm, E_ZERO_DIVISION_ERROR, "0.0 cannot be raised to a negative power")
        out[0] = a if odd else 0.0
        return OK
    if a < 0.0:
        if b != floor(b):
            return EXHAUSTED
        a = -a
        negate = odd
    result = 1.0 if a == 1.0 else pow(a, b)
    if isinf(result):
        return raise_range_error(vm)
    out[0] = -result if negate else result
    return OK


cdef int float_binary(VM* vm, int operator, Value left, Value right, Value* out) noexcept nogil:
    cdef double a, b, result = 0.0
    cdef int status
    if operator > BIN_POW:
        return NOT_IMPLEMENTED
    status = operand(vm, left, &a)
    if status == OK:
        status = operand(vm, right, &b)
    if status != OK:
        return status
    if operator == BIN_ADD:
        result = a + b
    elif operator == BIN_SUB:
        result = a - b
    elif operator == BIN_MUL:
        result = a * b
    elif operator == BIN_TRUE_DIV:
        if b == 0.0:
            return raise_error(vm, E_ZERO_DIVISION_ERROR, "float division by zero")
        result = a / b
    elif operator == BIN_FLOOR_DIV:
        status = float_floor_divide(vm, a, b, &result)
    elif operator == BIN_MOD:
        status = float_modulo(vm, a, b, &result)
    else:
        status = float_power(vm, a, b, &result)
        if status == EXHAUSTED:
            return types_pointer[T_COMPLEX].binary(vm, BIN_POW, value_float(a), value_float(b), out)
    if status == OK:
        out[0] = value_float(result)
    return status


cdef int float_unary(VM* vm, int operator, Value v, Value* out) noexcept nogil:
    if operator == UNARY_NEG:
        out[0] = value_float(-v.as_.f)
    elif operator == UNARY_POS:
        out[0] = v
    elif operator == UNARY_ABS:
        out[0] = value_float(fabs(v.as_.f))
    else:
        return NOT_IMPLEMENTED
    return OK


cdef int float_power_modulo(VM* vm, Value a, Value b, Value modulus, Value* out) noexcept nogil:
    return raise_error(vm, E_TYPE_ERROR, "pow() 3rd argument not allowed unless all arguments are integers")


# --- rounding --------------------------------------------------------------------------------------------------------

cdef int float_to_int(VM* vm, double value, Value* out) noexcept nogil:
    if isnan(value):
        return raise_error(vm, E_VALUE_ERROR, "cannot convert float NaN to integer")
    if isinf(value):
        return raise_error(vm, E_OVERFLOW_ERROR, "cannot convert float infinity to integer")
    return int_from_double(vm, value, out)


cdef int float_round_to_int(VM* vm, double value, Value* out) noexcept nogil:
    cdef double rounded
    if isfinite(value):
        rounded = floor(value + 0.5) if fabs(value) < 4503599627370496.0 else value
        # value + 0.5 may itself have been rounded up, and halves go to even.
        if rounded - value > 0.5 or (rounded - value == 0.5 and fmod(rounded, 2.0) != 0.0):
            rounded -= 1.0
        value = rounded
    return float_to_int(vm, value, out)


# round(value, -places), places > 0.
cdef int round_to_tens(VM* vm, double value, int64_t places, double* out) noexcept nogil:
    cdef DoubleText text
    cdef int i, exponent = 0
    cdef char[40] power
    cdef double unit
    # 25 decimals: enough that rounding them does not reach another power of ten.
    if double_to_text(vm, value, c'e', 25, 0, &text) != OK:
        return ERROR
    i = text.length - 1
    while text.text[i] != c'e':
        i -= 1
    double_parse_exponent(text.text + i + 1, &exponent)
    if exponent - places < -1 or value == 0.0:
        out[0] = copysign(0.0, value)
        return OK
    if exponent - places == -1:
        # Between nothing and one unit: exactly half goes to the even zero.
        power[0] = c'5'
        power[1] = c'e'
        write_small(power + 2, <int>(places - 1))
        double_parse_decimal(power, 5, &unit)
        if fabs(value) > unit:
            power[0] = c'1'
            write_small(power + 2, <int>places)
            double_parse_decimal(power, 5, &unit)
            out[0] = copysign(unit, value)
        else:
            out[0] = copysign(0.0, value)
        return OK
    if double_to_text(vm, value, c'e', exponent - places, 0, &text) != OK:
        return ERROR
    double_parse_decimal(text.text, text.length, out)
    return OK

cdef void double_parse_exponent(const char* text, int* out) noexcept nogil:
    cdef int i = 1
    out[0] = 0
    while text[i] != 0:
        out[0] = out[0] * 10 + (text[i] - 48)
        i += 1
    if text[0] == c'-':
        out[0] = -out[0]

cdef void write_small(char* text, int number) noexcept nogil:
    text[0] = <char>(48 + number // 100)
    text[1] = <char>(48 + number // 10 % 10)
    text[2] = <char>(48 + number % 10)


cdef int float_round(VM* vm, double value, int64_t digits, double* out) noexcept nogil:
    cdef DoubleText text
    cdef double rounded
    if not isfinite(value) or digits > 323 or value == 0.0:
        out[0] = value
        return OK
    if digits < -308:
        out[0] = 0.0 * value
        return OK
    if digits < 0:
        if round_to_tens(vm, value, -digits, &rounded) != OK:
            return ERROR
    else:
        if double_to_text(vm, value, c'f', digits, 0, &text) != OK:
            return ERROR
        double_parse_decimal(text.text, text.length, &rounded)
    if isinf(rounded):
        return raise_error(vm, E_OVERFLOW_ERROR, "rounded value too large to represent")
    out[0] = rounded
    return OK


# --- construction ----------------------------------------------------------------------------------------------------

cdef int float_from_text(VM* vm, Value source, double* out) noexcept nogil:
    cdef Writer message
    cdef Value text
    cdef unsigned char* data
    cdef int64_t length
    cdef int status
    if type_of(source) == T_STR:
        status = double_parse_str(vm, <Str*>source.as_.block, out)
    else:
        bytes_view(source, &data, &length)
        status = double_parse_bytes(vm, <const char*>data, length, out)
    if status != EXHAUSTED:
        return status
    writer_init(&message, vm)
    if (writer_ascii(&message, "could not convert string to float: ", -1) != OK
            or value_repr(vm, source, &message, NATIVE_DEPTH) != OK):
        writer_discard(&message)
        return ERROR
    if writer_finish(&message, &text) != OK:
        return ERROR
    return raise_value(vm, E_VALUE_ERROR, text)


# float(cls, x=0.0, /)
cdef int float_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value source = args[1]
    cdef double value = 0.0
    cdef int tag = source.tag & TYPE_MASK
    cdef int status
    if tag == T_UNSET:
        out[0] = value_float(0.0)
        return OK
    if tag == T_STR or tag == T_BYTES or tag == T_BYTEARRAY:
        status = float_from_text(vm, source, &value)
    else:
        status = operand(vm, source, &value)
    if status == NOT_IMPLEMENTED:
        if tag == T_INSTANCE:
            return defer_to(vm, FLOAT_NEW)
        return raise_format(vm, E_TYPE_ERROR, "float() argument must be a string or a real number, not '%s'",
                            type_name(source), NULL, NULL)
    if status == OK:
        out[0] = value_float(value)
    return status


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


# --- methods ---------------------------------------------------------------------------------------------------------

cdef int float_hex(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef char[48] text
    cdef double value = args[0].as_.f
    cdef uint64_t bits, fraction
    cdef int at = 0, i, exponent, biased, digit, width
    cdef Str* made
    if not isfinite(value):
        at = double_repr(value, text)
    else:
        memcpy(&bits, &value, 8)
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
    cdef int status = operand(vm, args[1], &value)
    if status == NOT_IMPLEMENTED:
        if type_of(args[1]) == T_INSTANCE:
            return defer_to(vm, FLOAT_NEW)
        return raise_format(vm, E_TYPE_ERROR, "must be real number, not %s", type_name(args[1]), NULL, NULL)
    if status == OK:
        out[0] = value_float(value)
    return status


cdef Str* RANGE_MESSAGE = str_static(b"Numerical result out of range")


def register():
    """Fill the type's row and its methods."""
    import sys
    cdef TypeRow* row = register_type(T_FLOAT, b"float")
    row.truth = float_truth
    row.equal = float_equal
    row.order = float_order
    row.hash = float_hash
    row.repr = float_repr
    row.binary = float_binary
    row.unary = float_unary
    row.power = float_power_modulo
    register_native(T_FLOAT, NATIVE_NEW, b"float(cls, x=0.0, /)", float_new, b"float_new")
    register_native(T_FLOAT, NATIVE_CLASS, b"fromhex(cls, string, /)", float_fromhex, NULL)
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
