"""complex: arithmetic, comparison, text and construction."""

from libc.math cimport atan2, cos, exp, fabs, hypot, isfinite, isinf, log, pow, sin
from libc.stdint cimport int64_t, uint8_t, uint32_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport hash_double
from monty.objects.complex_text cimport complex_parse
from monty.objects.float_text cimport DoubleText, double_to_text
from monty.objects.int cimport int_compare_double, int_to_double
from monty.objects.str cimport writer_ascii

cdef enum:
    INTEGER_POWER_MAX = 100     # exponents up to this are powers by multiplication

cdef struct Pair:
    double real
    double imag


cdef int complex_new(VM* vm, double real, double imag, Value* out) noexcept nogil:
    cdef Complex* made = <Complex*>heap_alloc(vm, T_COMPLEX, sizeof(Complex), False)
    if made == NULL:
        return ERROR
    made.real = real
    made.imag = imag
    out[0] = value_block(&made.head)
    return OK


cdef inline Complex* as_complex(Value v) noexcept nogil:
    return <Complex*>v.as_.block


# Any number as a pair: OK, ERROR (int too large), NOT_IMPLEMENTED for other types.
cdef inline int operand(VM* vm, Value v, Pair* out) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    out.imag = 0.0
    if type == T_COMPLEX:
        out.real = as_complex(v).real
        out.imag = as_complex(v).imag
        return OK
    if type == T_FLOAT:
        out.real = v.as_.f
        return OK
    if type == T_INT or type == T_BOOL or type == T_LONG:
        return int_to_double(vm, v, &out.real)
    return NOT_IMPLEMENTED


# --- protocol --------------------------------------------------------------------------------------------------------

cdef int complex_truth(VM* vm, Value v, bint* out) noexcept nogil:
    out[0] = as_complex(v).real != 0.0 or as_complex(v).imag != 0.0
    return OK


cdef int complex_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef int type = b.tag & TYPE_MASK
    cdef Complex* x = as_complex(a)
    if type == T_COMPLEX:
        out[0] = x.real == as_complex(b).real and x.imag == as_complex(b).imag
    elif type == T_FLOAT:
        out[0] = x.real == b.as_.f and x.imag == 0.0
    elif type == T_INT or type == T_BOOL or type == T_LONG:
        out[0] = x.imag == 0.0 and int_compare_double(vm, b, x.real) == 0
    else:
        return NOT_IMPLEMENTED
    return OK


cdef int complex_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef uint64_t h = <uint64_t>hash_double(as_complex(v).real)
    h += 1000003 * <uint64_t>hash_double(as_complex(v).imag)
    out[0] = <int64_t>h
    if out[0] == -1:
        out[0] = -2
    return OK


cdef int write_part(Writer* writer, double value, bint sign) noexcept nogil:
    cdef DoubleText text
    if double_to_text(writer.vm, value, c'r', 0, 0, &text) != OK:
        return ERROR
    if sign and text.text[0] != c'-' and writer_ascii(writer, "+", 1) != OK:
        return ERROR
    return writer_ascii(writer, text.text, text.length)


cdef int complex_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef Complex* x = as_complex(v)
    if x.real == 0.0 and 1.0 / x.real > 0.0:
        if write_part(writer, x.imag, False) != OK:
            return ERROR
        return writer_ascii(writer, "j", 1)
    if (writer_ascii(writer, "(", 1) != OK or write_part(writer, x.real, False) != OK
            or write_part(writer, x.imag, True) != OK):
        return ERROR
    return writer_ascii(writer, "j)", 2)


# --- arithmetic ------------------------------------------------------------------------------------------------------

cdef inline Pair product(Pair a, Pair b) noexcept nogil:
    cdef Pair r
    r.real = a.real * b.real - a.imag * b.imag
    r.imag = a.real * b.imag + a.imag * b.real
    return r


# a / b by Smith's method, which does not overflow where the quotient does not. False: b is zero.
cdef bint quotient(Pair a, Pair b, Pair* out) noexcept nogil:
    cdef double ratio, denominator
    if fabs(b.real) >= fabs(b.imag):
        if b.real == 0.0:
            return False
        ratio = b.imag / b.real
        denominator = b.real + b.imag * ratio
        out.real = (a.real + a.imag * ratio) / denominator
        out.imag = (a.imag - a.real * ratio) / denominator
    elif fabs(b.imag) >= fabs(b.real):
        ratio = b.real / b.imag
        denominator = b.real * ratio + b.imag
        out.real = (a.real * ratio + a.imag) / denominator
        out.imag = (a.imag * ratio - a.real) / denominator
    else:
        # a part of b is no number
        out.real = b.real + b.imag
        out.imag = out.real
    return True


cdef bint integer_power(Pair base, int exponent, Pair* out) noexcept nogil:
    cdef Pair result
    cdef int mask = 1
    cdef int n = -exponent if exponent < 0 else exponent
    result.real = 1.0
    result.imag = 0.0
    while n >= mask:
        if n & mask:
            result = product(result, base)
        mask <<= 1
        base = product(base, base)
    if exponent <= 0:
        base.real = 1.0
        base.imag = 0.0
        return quotient(base, result, out)
    out[0] = result
    return True


# a ** b. False: a negative or complex power of zero, or one whose angle is infinite.
cdef bint general_power(Pair a, Pair b, Pair* out) noexcept nogil:
    cdef double magnitude, length, angle, phase
    if b.real == 0.0 and b.imag == 0.0:
        out.real = 1.0
        out.imag = 0.0
        return True
    if a.real == 0.0 and a.imag == 0.0:
        out.real = 0.0
        out.imag = 0.0
        return not (b.imag != 0.0 or b.real < 0.0)
    magnitude = hypot(a.real, a.imag)
    length = pow(magnitude, b.real)
    angle = atan2(a.imag, a.real)
    phase = angle * b.real
    if b.imag != 0.0:
        length /= exp(angle * b.imag)
        phase += b.imag * log(magnitude)
    if isinf(phase):
        return False
    out.real = length * cos(phase)
    out.imag = length * sin(phase)
    return True


cdef int power(VM* vm, Pair a, Pair b, Pair* out) noexcept nogil:
    cdef bint defined
    if b.imag == 0.0 and fabs(b.real) <= INTEGER_POWER_MAX and b.real == <double><int>b.real:
        defined = integer_power(a, <int>b.real, out)
    else:
        defined = general_power(a, b, out)
    if not defined:
        return raise_error(vm, E_ZERO_DIVISION_ERROR, "0.0 to a negative or complex power")
    if isinf(out.real) or isinf(out.imag):
        return raise_error(vm, E_OVERFLOW_ERROR, "complex exponentiation")
    return OK


cdef int complex_binary(VM* vm, int operator, Value left, Value right, Value* out) noexcept nogil:
    cdef Pair a, b
    cdef int status
    if operator > BIN_POW or operator == BIN_FLOOR_DIV or operator == BIN_MOD:
        return NOT_IMPLEMENTED
    status = operand(vm, left, &a)
    if status == OK:
        status = operand(vm, right, &b)
    if status != OK:
        return status
    if operator == BIN_ADD:
        a.real += b.real
        a.imag += b.imag
    elif operator == BIN_SUB:
        a.real -= b.real
        a.imag -= b.imag
    elif operator == BIN_MUL:
        a = product(a, b)
    elif operator == BIN_TRUE_DIV:
        if not quotient(a, b, &a):
            return raise_error(vm, E_ZERO_DIVISION_ERROR, "complex division by zero")
    elif power(vm, a, b, &a) != OK:
        return ERROR
    return complex_new(vm, a.real, a.imag, out)


cdef int complex_unary(VM* vm, int operator, Value v, Value* out) noexcept nogil:
    cdef Complex* x = as_complex(v)
    cdef double size
    if operator == UNARY_NEG:
        return complex_new(vm, -x.real, -x.imag, out)
    if operator == UNARY_POS:
        out[0] = value_copy(v)
        return OK
    if operator == UNARY_ABS:
        size = hypot(x.real, x.imag)
        if not isfinite(size) and isfinite(x.real) and isfinite(x.imag):
            return raise_error(vm, E_OVERFLOW_ERROR, "absolute value too large")
        out[0] = value_float(size)
        return OK
    return NOT_IMPLEMENTED


cdef int complex_power_modulo(VM* vm, Value a, Value b, Value modulus, Value* out) noexcept nogil:
    cdef Pair x
    # CPython converts the operands first
    cdef int status = operand(vm, a, &x)
    if status == OK:
        status = operand(vm, b, &x)
    if status != OK:
        return status
    return raise_error(vm, E_VALUE_ERROR, "complex modulo")


# --- construction, methods -------------------------------------------------------------------------------------------

# complex(cls, real=0, imag=0)
cdef int complex_construct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Pair a, b
    cdef Value real = args[1]
    cdef Value imag = args[2]
    cdef int status
    a.real = 0.0
    a.imag = 0.0
    b = a
    if imag.tag == T_UNSET and type_of(real) == T_COMPLEX:
        out[0] = value_copy(real)
        return OK
    if type_of(real) == T_STR:
        if imag.tag != T_UNSET:
            return raise_error(vm, E_TYPE_ERROR, "complex() can't take second arg if first is a string")
        status = complex_parse(vm, <Str*>real.as_.block, &a.real, &a.imag)
        if status != OK:
            return status
        return complex_new(vm, a.real, a.imag, out)
    if type_of(imag) == T_STR:
        return raise_error(vm, E_TYPE_ERROR, "complex() second arg can't be a string")
    if real.tag != T_UNSET:
        status = operand(vm, real, &a)
        if status == NOT_IMPLEMENTED:
            if type_of(real) == T_INSTANCE:
                return DEFER
            return raise_format(vm, E_TYPE_ERROR, "complex() first argument must be a string or a number, not '%s'",
                                type_name(real), NULL, NULL)
        if status != OK:
            return status
    if imag.tag != T_UNSET:
        status = operand(vm, imag, &b)
        if status == NOT_IMPLEMENTED:
            if type_of(imag) == T_INSTANCE:
                return DEFER
            return raise_format(vm, E_TYPE_ERROR, "complex() second argument must be a number, not '%s'",
                                type_name(imag), NULL, NULL)
        if status != OK:
            return status
        # Only a complex argument has a second part to add: -0.0 stays what it is.
        if type_of(imag) == T_COMPLEX:
            a.real -= b.imag
        if type_of(real) == T_COMPLEX:
            b.real += a.imag
        a.imag = b.real
    return complex_new(vm, a.real, a.imag, out)


cdef int complex_itself(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy(args[0])
    return OK


cdef int complex_conjugate(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return complex_new(vm, as_complex(args[0]).real, -as_complex(args[0]).imag, out)


cdef int complex_real(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_float(as_complex(args[0]).real)
    return OK


cdef int complex_imag(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_float(as_complex(args[0]).imag)
    return OK


def register() -> None:
    """Fill the type's row and its methods."""
    cdef TypeRow* row = register_type(T_COMPLEX, b"complex")
    row.truth = complex_truth
    row.equal = complex_equal
    row.hash = complex_hash
    row.repr = complex_repr
    row.binary = complex_binary
    row.unary = complex_unary
    row.power = complex_power_modulo
    register_native(T_COMPLEX, NATIVE_NEW, b"complex(cls, real=0, imag=0)", complex_construct, b"complex_construct")
    register_native(T_COMPLEX, NATIVE_METHOD, b"conjugate(self, /)", complex_conjugate, NULL)
    register_native(T_COMPLEX, NATIVE_METHOD, b"__complex__(self, /)", complex_itself, NULL)
    register_native(T_COMPLEX, NATIVE_GETTER, b"real(self)", complex_real, NULL)
    register_native(T_COMPLEX, NATIVE_GETTER, b"imag(self)", complex_imag, NULL)


register()
