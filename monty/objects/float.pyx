"""float: arithmetic, comparison with ints, rounding, construction from text. Methods are in float_methods; text is made
and read in float_text."""

from libc.errno cimport errno
from libc.math cimport atan2, ceil, copysign, cos, fabs, floor, fmod, frexp, isfinite, isinf, isnan, ldexp, sin
from libc.stdint cimport uint32_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport machine_of
from monty._protocol cimport hash_double, value_index, value_repr
from monty.objects.bytes cimport bytes_view
from monty.objects.exception cimport exception_class, exception_new, exception_set_context
from monty.objects.float_power cimport double_power
from monty.objects.float_text cimport (DoubleText, double_parse_bytes, double_parse_str, double_repr, double_to_text,
                                       double_parse_decimal)
from monty.objects.int cimport int_binary, int_compare_double, int_from_double, int_to_double
from monty.objects.str cimport (str_char, str_from_latin1, str_static, writer_ascii, writer_discard, writer_finish,
                                writer_init, writer_str)
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new

cdef extern from *:
    """
    /* The wording of one message changed between versions of the host. */
    #if PY_VERSION_HEX >= 0x030D0000
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
    result = 1.0 if a == 1.0 else double_power(a, b)
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
    # As the text that it is: a subclass may have a __repr__ written in Python, which nothing here can call.
    source.tag &= ~<uint32_t>SUBCLASSED
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
    cdef unsigned char* data
    cdef int64_t length
    cdef int status
    if tag == T_UNSET:
        out[0] = value_float(0.0)
        return OK
    if tag == T_STR or tag == T_BYTES or tag == T_BYTEARRAY or (tag == T_MEMORYVIEW
                                                               and bytes_view(source, &data, &length)):
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


cdef Str* RANGE_MESSAGE = str_static(b"Numerical result out of range")


def register():
    """Fill the type's row and its methods."""
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


register()
