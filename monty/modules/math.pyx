"""The module math: functions of one and two floats, logarithms, rounding, constants. Integers: math_integer; sums,
products and distances: math_sums."""

from libc.math cimport (INFINITY, NAN, acos, acosh, asin, asinh, atan, atan2, atanh, cbrt, ceil, copysign, cos, cosh,
                        erf, erfc, exp, exp2, expm1, fabs, floor, fma, fmod, frexp, isfinite, isinf, isnan, ldexp, log,
                        log10, log1p, log2, modf, nextafter, pow, remainder, sin, sinh, sqrt, tan, tanh)
from libc.stdint cimport int64_t, UINT64_MAX, uint64_t
from libc.string cimport memcpy

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_double, value_index
from monty.modules.registry cimport register_module_constant, register_module_function
from monty.objects.float cimport float_to_int
from monty.objects.int cimport int_binary, int_bits, int_sign, int_to_double, Operand, operand_load
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new

cdef extern from *:
    """
    static const double monty_pi = 3.141592653589793238462643383279502884;
    static const double monty_e = 2.718281828459045235360287471352662498;
    """
    const double PI "monty_pi"
    const double E "monty_e"

ctypedef double (*Unary)(double) noexcept nogil
ctypedef double (*Binary)(double, double) noexcept nogil


cdef inline int domain_error(VM* vm) noexcept nogil:
    return raise_error(vm, E_VALUE_ERROR, "math domain error")


cdef inline int range_error(VM* vm) noexcept nogil:
    return raise_error(vm, E_OVERFLOW_ERROR, "math range error")


cdef inline int answer(double result, Value* out) noexcept nogil:
    out[0] = value_float(result)
    return OK


cdef int answer_pair(VM* vm, Value first, Value second, Value* out) noexcept nogil:
    cdef Tuple* pair = tuple_new(vm, 2)
    if pair == NULL:
        return ERROR
    tuple_items(pair)[0] = first
    tuple_items(pair)[1] = second
    out[0] = value_block(&pair.head)
    return OK


# --- functions of one float ------------------------------------------------------------------------------------------

# A result that is no number although the argument is one is a domain error; an infinity out of a finite argument is a
# range error, or a domain error where the function has a pole.
cdef inline int unary(VM* vm, Unary function, bint overflows, Value* args, Value* out) noexcept nogil:
    cdef double x, result
    cdef int status = value_double(vm, args[0], &x)
    if status != OK:
        return status
    result = function(x)
    if unlikely(not isfinite(result)):
        if isnan(result):
            if not isnan(x):
                return domain_error(vm)
        elif isfinite(x):
            return range_error(vm) if overflows else domain_error(vm)
    out[0] = value_float(result)
    return OK


cdef int math_acos(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, acos, False, args, out)

cdef int math_acosh(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, acosh, False, args, out)

cdef int math_asin(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, asin, False, args, out)

cdef int math_asinh(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, asinh, False, args, out)

cdef int math_atan(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, atan, False, args, out)

cdef int math_atanh(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, atanh, False, args, out)

cdef int math_cbrt(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, cbrt, False, args, out)

cdef int math_cos(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, cos, False, args, out)

cdef int math_cosh(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, cosh, True, args, out)

cdef int math_erf(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, erf, False, args, out)

cdef int math_erfc(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, erfc, False, args, out)

cdef int math_exp(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, exp, True, args, out)

cdef int math_exp2(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, exp2, True, args, out)

cdef int math_expm1(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, expm1, True, args, out)

cdef int math_fabs(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, fabs, False, args, out)

cdef int math_log1p(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, log1p, False, args, out)

cdef int math_sin(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, sin, False, args, out)

cdef int math_sinh(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, sinh, True, args, out)

cdef int math_sqrt(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, sqrt, False, args, out)

cdef int math_tan(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, tan, False, args, out)

cdef int math_tanh(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary(vm, tanh, False, args, out)


cdef double to_degrees(double x) noexcept nogil:
    return x * (180.0 / PI)

cdef double to_radians(double x) noexcept nogil:
    return x * (PI / 180.0)

# Unlike the others these let an infinity pass.
cdef int math_degrees(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int status = value_double(vm, args[0], &x)
    return answer(to_degrees(x), out) if status == OK else status

cdef int math_radians(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int status = value_double(vm, args[0], &x)
    return answer(to_radians(x), out) if status == OK else status

cdef int math_isfinite(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int status = value_double(vm, args[0], &x)
    if status == OK:
        out[0] = value_bool(isfinite(x))
    return status

cdef int math_isinf(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int status = value_double(vm, args[0], &x)
    if status == OK:
        out[0] = value_bool(isinf(x) != 0)
    return status

cdef int math_isnan(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int status = value_double(vm, args[0], &x)
    if status == OK:
        out[0] = value_bool(isnan(x) != 0)
    return status


# gamma and lgamma are CPython's own, not the C library's: its answers differ in the last digit.
cdef int borrowed(VM* vm, object function, double x, double* result):
    try:
        result[0] = function(x)
    except ValueError:
        return domain_error(vm)
    except OverflowError:
        return range_error(vm)
    return OK

cdef int math_gamma(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int status = value_double(vm, args[0], &x)
    if status != OK:
        return status
    with gil:
        status = borrowed(vm, host_math.gamma, x, &x)
    return answer(x, out) if status == OK else status

cdef int math_lgamma(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int status = value_double(vm, args[0], &x)
    if status != OK:
        return status
    with gil:
        status = borrowed(vm, host_math.lgamma, x, &x)
    return answer(x, out) if status == OK else status


# --- logarithms ------------------------------------------------------------------------------------------------------

# The logarithm of any number; ints beyond the range of floats too.
cdef int logarithm(VM* vm, Unary function, Value v, double* out) noexcept nogil:
    cdef double x
    cdef int64_t bits
    cdef Value top
    cdef int status
    if type_of(v) == T_LONG:
        if int_sign(v) < 0:
            return domain_error(vm)
        bits = int_bits(v)
        if bits > 1024:
            # 64 bits are enough for a mantissa, a last one standing for all below them
            status = int_binary(vm, BIN_RSHIFT, v, value_int(bits - 128), &top)
            if status == OK:
                status = int_to_double(vm, top, &x)
                decref(vm, top)
            if status == OK:
                out[0] = function(ldexp(x, -128)) + function(2.0) * <double>bits
            return status
    status = value_double(vm, v, &x)
    if status != OK:
        if status == ERROR and type_of(v) == T_LONG and error_is(vm, E_OVERFLOW_ERROR):
            # 1024 bits that round up to 2**1024
            clear_error(vm)
            out[0] = function(1.0) + function(2.0) * 1024.0
            return OK
        return status
    if isnan(x) or (isinf(x) and x > 0.0):
        out[0] = x
        return OK
    if x <= 0.0:
        return domain_error(vm)
    out[0] = function(x)
    return OK


cdef int math_log(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x, base
    cdef int status = logarithm(vm, log, args[0], &x)
    if status != OK or args[1].tag == T_UNSET:
        return answer(x, out) if status == OK else status
    status = logarithm(vm, log, args[1], &base)
    if status != OK:
        return status
    if base == 0.0:
        return raise_error(vm, E_ZERO_DIVISION_ERROR, "float division by zero")
    return answer(x / base, out)


cdef int math_log2(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int status = logarithm(vm, log2, args[0], &x)
    return answer(x, out) if status == OK else status


cdef int math_log10(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int status = logarithm(vm, log10, args[0], &x)
    return answer(x, out) if status == OK else status


# --- functions of two floats -----------------------------------------------------------------------------------------

cdef inline int operands(VM* vm, Value* args, double* x, double* y) noexcept nogil:
    cdef int status = value_double(vm, args[0], x)
    if status == OK:
        status = value_double(vm, args[1], y)
    return status


cdef inline int binary(VM* vm, Binary function, Value* args, Value* out) noexcept nogil:
    cdef double x, y, result
    cdef int status = operands(vm, args, &x, &y)
    if status != OK:
        return status
    result = function(x, y)
    if isnan(result):
        if not isnan(x) and not isnan(y):
            return domain_error(vm)
    elif isinf(result) and isfinite(x) and isfinite(y):
        return range_error(vm)
    out[0] = value_float(result)
    return OK


cdef int math_atan2(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary(vm, atan2, args, out)

cdef int math_copysign(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary(vm, copysign, args, out)

cdef int math_remainder(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary(vm, remainder, args, out)

cdef int math_fmod(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary(vm, fmod, args, out)


cdef int math_pow(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x, y, result
    cdef int status = operands(vm, args, &x, &y)
    if status != OK:
        return status
    result = pow(x, y)
    if isfinite(x) and isfinite(y):
        if isnan(result):
            return domain_error(vm)
        if isinf(result):
            return domain_error(vm) if x == 0.0 else range_error(vm)
    return answer(result, out)


cdef int math_fma(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x, y, z, result
    cdef int status = operands(vm, args, &x, &y)
    if status == OK:
        status = value_double(vm, args[2], &z)
    if status != OK:
        return status
    result = fma(x, y, z)
    if isnan(result):
        if not isnan(x) and not isnan(y) and not isnan(z):
            return raise_error(vm, E_VALUE_ERROR, "invalid operation in fma")
    elif isinf(result) and isfinite(x) and isfinite(y) and isfinite(z):
        return raise_error(vm, E_OVERFLOW_ERROR, "overflow in fma")
    return answer(result, out)


# isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)
cdef int math_isclose(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double a, b, difference
    cdef double relative = 1e-9
    cdef double absolute = 0.0
    cdef bint close
    cdef int status = operands(vm, args, &a, &b)
    if status == OK and args[2].tag != T_UNSET:
        status = value_double(vm, args[2], &relative)
    if status == OK and args[3].tag != T_UNSET:
        status = value_double(vm, args[3], &absolute)
    if status != OK:
        return status
    if relative < 0.0 or absolute < 0.0:
        return raise_error(vm, E_VALUE_ERROR, "tolerances must be non-negative")
    if a == b:
        close = True
    elif isinf(a) or isinf(b):
        close = False
    else:
        difference = fabs(b - a)
        close = difference <= fabs(relative * b) or difference <= fabs(relative * a) or difference <= absolute
    out[0] = value_bool(close)
    return OK


# --- parts of floats -------------------------------------------------------------------------------------------------

cdef int math_ldexp(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int64_t exponent
    cdef int type = args[1].tag & TYPE_MASK
    cdef int status = value_double(vm, args[0], &x)
    if status != OK:
        return status
    if type == T_INSTANCE or (type != T_INT and type != T_BOOL and type != T_LONG):
        return raise_error(vm, E_TYPE_ERROR, "Expected an int as second argument to ldexp.")
    status = value_index(vm, args[1], 0, &exponent)
    if status != OK:
        return status
    if x == 0.0 or not isfinite(x):
        return answer(x, out)
    # beyond this every result is an infinity or zero
    exponent = 10000 if exponent > 10000 else -10000 if exponent < -10000 else exponent
    x = ldexp(x, <int>exponent)
    if isinf(x):
        return range_error(vm)
    return answer(x, out)


cdef int math_frexp(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int exponent = 0
    cdef int status = value_double(vm, args[0], &x)
    if status != OK:
        return status
    if x != 0.0 and isfinite(x):
        x = frexp(x, &exponent)
    return answer_pair(vm, value_float(x), value_int(exponent), out)


cdef int math_modf(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x, fraction
    cdef double whole = 0.0
    cdef int status = value_double(vm, args[0], &x)
    if status != OK:
        return status
    if isinf(x):
        return answer_pair(vm, value_float(copysign(0.0, x)), value_float(x), out)
    if isnan(x):
        return answer_pair(vm, value_float(x), value_float(x), out)
    fraction = modf(x, &whole)
    return answer_pair(vm, value_float(fraction), value_float(whole), out)


cdef int math_ulp(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x, following
    cdef int status = value_double(vm, args[0], &x)
    if status != OK:
        return status
    if isnan(x):
        return answer(x, out)
    x = fabs(x)
    if isinf(x):
        return answer(x, out)
    following = nextafter(x, INFINITY)
    if isinf(following):
        return answer(x - nextafter(x, -INFINITY), out)
    return answer(following - x, out)


# The order of all floats as integers: neighbours differ by one, both zeros are 0.
cdef inline int64_t rank(double x) noexcept nogil:
    cdef int64_t bits
    memcpy(&bits, &x, sizeof(double))
    return bits if bits >= 0 else -(bits & <int64_t>0x7FFFFFFFFFFFFFFF)


# nextafter(x, y, /, *, steps=None); steps since Python 3.12
cdef int math_nextafter(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x, y
    cdef int64_t given, from_rank, to_rank
    cdef uint64_t distance, steps
    cdef Operand big
    cdef int status = operands(vm, args, &x, &y)
    if status != OK:
        return status
    if count < 3 or args[2].tag == T_UNSET or args[2].tag == T_NONE:
        return answer(nextafter(x, y), out)
    status = value_index(vm, args[2], 0, &given)
    if status != OK:
        return status
    if given < 0:
        return raise_error(vm, E_VALUE_ERROR, "steps must be a non-negative integer")
    steps = <uint64_t>given
    if type_of(args[2]) == T_LONG:
        operand_load(&big, args[2])
        steps = big.limbs[0] if big.length == 1 else UINT64_MAX
    if steps == 0 or isnan(x):
        return answer(x, out)
    if isnan(y) or x == y:
        return answer(y, out)
    from_rank = rank(x)
    to_rank = rank(y)
    distance = (<uint64_t>to_rank - <uint64_t>from_rank if to_rank > from_rank
                else <uint64_t>from_rank - <uint64_t>to_rank)
    if steps >= distance:
        return answer(y, out)
    from_rank = <int64_t>(<uint64_t>from_rank + steps if to_rank > from_rank else <uint64_t>from_rank - steps)
    if from_rank < 0 or (from_rank == 0 and copysign(1.0, x) < 0.0):
        from_rank = <int64_t>(<uint64_t>(-from_rank) | <uint64_t>1 << 63)
    memcpy(&x, &from_rank, sizeof(double))
    return answer(x, out)


# --- rounding to ints ------------------------------------------------------------------------------------------------

cdef inline bint is_int(Value v) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    return type == T_INT or type == T_BOOL or type == T_LONG


cdef inline int int_itself(Value v, Value* out) noexcept nogil:
    out[0] = value_copy(v)
    if v.tag == T_BOOL:
        out[0].tag = T_INT
    return OK


cdef int math_ceil(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int status
    if is_int(args[0]):
        return int_itself(args[0], out)
    status = value_double(vm, args[0], &x)
    return float_to_int(vm, ceil(x), out) if status == OK else status


cdef int math_floor(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef double x
    cdef int status
    if is_int(args[0]):
        return int_itself(args[0], out)
    status = value_double(vm, args[0], &x)
    return float_to_int(vm, floor(x), out) if status == OK else status


cdef int math_trunc(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if is_int(args[0]):
        return int_itself(args[0], out)
    if type_of(args[0]) == T_FLOAT:
        return float_to_int(vm, args[0].as_.f, out)
    if type_of(args[0]) == T_INSTANCE:
        return DEFER
    return raise_format(vm, E_TYPE_ERROR, "type %s doesn't define __trunc__ method", type_name(args[0]), NULL, NULL)


# --- registration ----------------------------------------------------------------------------------------------------

import math as host_math
import sys

cdef list kept = []


cdef int register_math(const char* signature, NativeFunction function, const char* fallback, int since) except -1:
    intrinsic = b'_math_' + signature
    kept.append(intrinsic)
    register_native(-1, NATIVE_INTRINSIC, intrinsic, function, NULL)
    if sys.version_info >= (3, since):
        register_module_function(b"math", signature, function, fallback)
    return 0


def register() -> None:
    """Everything of math that this file implements."""
    register_module_constant(b"math", b"pi", value_float(PI))
    register_module_constant(b"math", b"e", value_float(E))
    register_module_constant(b"math", b"tau", value_float(2.0 * PI))
    register_module_constant(b"math", b"inf", value_float(INFINITY))
    register_module_constant(b"math", b"nan", value_float(NAN))
    register_math(b"acos(x, /)", math_acos, b"math_acos", 11)
    register_math(b"acosh(x, /)", math_acosh, b"math_acosh", 11)
    register_math(b"asin(x, /)", math_asin, b"math_asin", 11)
    register_math(b"asinh(x, /)", math_asinh, b"math_asinh", 11)
    register_math(b"atan(x, /)", math_atan, b"math_atan", 11)
    register_math(b"atan2(y, x, /)", math_atan2, b"math_atan2", 11)
    register_math(b"atanh(x, /)", math_atanh, b"math_atanh", 11)
    register_math(b"cbrt(x, /)", math_cbrt, b"math_cbrt", 11)
    register_math(b"ceil(x, /)", math_ceil, b"math_ceil", 11)
    register_math(b"copysign(x, y, /)", math_copysign, b"math_copysign", 11)
    register_math(b"cos(x, /)", math_cos, b"math_cos", 11)
    register_math(b"cosh(x, /)", math_cosh, b"math_cosh", 11)
    register_math(b"degrees(x, /)", math_degrees, b"math_degrees", 11)
    register_math(b"erf(x, /)", math_erf, b"math_erf", 11)
    register_math(b"erfc(x, /)", math_erfc, b"math_erfc", 11)
    register_math(b"exp(x, /)", math_exp, b"math_exp", 11)
    register_math(b"exp2(x, /)", math_exp2, b"math_exp2", 11)
    register_math(b"expm1(x, /)", math_expm1, b"math_expm1", 11)
    register_math(b"fabs(x, /)", math_fabs, b"math_fabs", 11)
    register_math(b"floor(x, /)", math_floor, b"math_floor", 11)
    register_math(b"fmod(x, y, /)", math_fmod, b"math_fmod", 11)
    register_math(b"frexp(x, /)", math_frexp, b"math_frexp", 11)
    register_math(b"gamma(x, /)", math_gamma, b"math_gamma", 11)
    register_math(b"isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", math_isclose, b"math_isclose", 11)
    register_math(b"isfinite(x, /)", math_isfinite, b"math_isfinite", 11)
    register_math(b"isinf(x, /)", math_isinf, b"math_isinf", 11)
    register_math(b"isnan(x, /)", math_isnan, b"math_isnan", 11)
    register_math(b"ldexp(x, i, /)", math_ldexp, b"math_ldexp", 11)
    register_math(b"lgamma(x, /)", math_lgamma, b"math_lgamma", 11)
    register_math(b"log(x, base=2.718281828459045, /)", math_log, b"math_log", 11)
    register_math(b"log10(x, /)", math_log10, b"math_log10", 11)
    register_math(b"log1p(x, /)", math_log1p, b"math_log1p", 11)
    register_math(b"log2(x, /)", math_log2, b"math_log2", 11)
    register_math(b"modf(x, /)", math_modf, b"math_modf", 11)
    register_math(b"pow(x, y, /)", math_pow, b"math_pow", 11)
    register_math(b"radians(x, /)", math_radians, b"math_radians", 11)
    register_math(b"remainder(x, y, /)", math_remainder, b"math_remainder", 11)
    register_math(b"sin(x, /)", math_sin, b"math_sin", 11)
    register_math(b"sinh(x, /)", math_sinh, b"math_sinh", 11)
    register_math(b"sqrt(x, /)", math_sqrt, b"math_sqrt", 11)
    register_math(b"tan(x, /)", math_tan, b"math_tan", 11)
    register_math(b"tanh(x, /)", math_tanh, b"math_tanh", 11)
    register_math(b"trunc(x, /)", math_trunc, b"math_trunc", 11)
    register_math(b"ulp(x, /)", math_ulp, b"math_ulp", 11)
    register_math(b"nextafter(x, y, /, *, steps=None)" if sys.version_info >= (3, 12) else b"nextafter(x, y, /)",
                  math_nextafter, b"math_nextafter", 11)
    register_math(b"fma(x, y, z, /)", math_fma, b"math_fma", 13)


register()
