"""The module math: functions of ints."""

from libc.math cimport log2, sqrt
from libc.stdint cimport int64_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty.modules.math cimport register_math
from monty.objects.int cimport (int_binary, int_bits, int_compare, int_from_limbs, int_from_uint64, int_sign, int_unary, Operand,
                                operand_load)
from monty.objects.int_division cimport int_divmod
from monty.objects.int_gcd cimport int_gcd
from monty.objects.limbs cimport limbs_mul_small, multiply_add


cdef inline bint is_int(Value v) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    return type == T_INT or type == T_BOOL or type == T_LONG


# OK for ints; DEFER for instances, TypeError for the rest.
cdef inline int require_int(VM* vm, Value v) noexcept nogil:
    if is_int(v):
        return OK
    if type_of(v) == T_INSTANCE:
        return DEFER
    return raise_format(vm, E_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(v), NULL, NULL)


# where[0] = where[0] op operand; where[0] is owned, and unset (released) on ERROR.
cdef inline int update(VM* vm, int operator, Value* where, Value operand) noexcept nogil:
    cdef Value result
    cdef int status = int_binary(vm, operator, where[0], operand, &result)
    decref(vm, where[0])
    where[0] = result if status == OK else value_unset()
    return status


# --- gcd, lcm --------------------------------------------------------------------------------------------------------

# gcd(*integers)
cdef int math_gcd(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value result = value_int(0)
    cdef Value divisor
    cdef Py_ssize_t i
    cdef int status
    for i in range(count):
        status = require_int(vm, args[i])
        if status == OK:
            status = int_gcd(vm, result, args[i], &divisor)
        decref(vm, result)
        if status != OK:
            return status
        result = divisor
    out[0] = result
    return OK


# lcm(*integers)
cdef int math_lcm(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value result = value_int(1)
    cdef Value divisor, quotient
    cdef Py_ssize_t i
    cdef int status
    for i in range(count):
        status = require_int(vm, args[i])
        if status != OK:
            decref(vm, result)
            return status
    for i in range(count):
        if int_sign(result) == 0 or int_sign(args[i]) == 0:
            decref(vm, result)
            result = value_int(0)
            continue
        status = int_gcd(vm, result, args[i], &divisor)
        if status == OK:
            status = int_divmod(vm, args[i], divisor, &quotient, NULL, "")
            decref(vm, divisor)
        if status != OK:
            decref(vm, result)
            return status
        status = update(vm, BIN_MUL, &result, quotient)
        decref(vm, quotient)
        if status == OK:
            status = int_unary(vm, UNARY_ABS, result, &divisor)
            decref(vm, result)
            result = divisor
        if status != OK:
            return status
    out[0] = result
    return OK


# --- products --------------------------------------------------------------------------------------------------------

# first * (first + 1) * ... * last, by halves, so that the factors of each multiplication are of a size; short ranges
# limb by limb.
cdef int product_of_range(VM* vm, uint64_t first, uint64_t last, Value* out) noexcept nogil:
    cdef uint64_t[128] limbs
    cdef uint64_t word, high, middle, low
    cdef int64_t n = 1
    cdef Value lower, upper
    cdef int status
    if last - first < 120:
        limbs[0] = 1
        word = first
        middle = first
        while middle < last:
            middle += 1
            low = multiply_add(word, middle, 0, 0, &high)
            if high:
                limbs[n] = limbs_mul_small(limbs, limbs, n, word, 0)
                n += limbs[n] != 0
                low = middle
            word = low
        limbs[n] = limbs_mul_small(limbs, limbs, n, word, 0)
        if poll(vm, 100 + n * n) != OK:
            return ERROR
        return int_from_limbs(vm, limbs, n + 1, False, out)
    middle = first + (last - first) // 2
    if product_of_range(vm, first, middle, &lower) != OK:
        return ERROR
    if product_of_range(vm, middle + 1, last, &upper) != OK:
        decref(vm, lower)
        return ERROR
    status = update(vm, BIN_MUL, &lower, upper)
    decref(vm, upper)
    if status == OK:
        out[0] = lower
    return status


# n * (n - 1) * ... of k factors, for n beyond a word.
cdef int product_downwards(VM* vm, Value n, uint64_t k, Value* out) noexcept nogil:
    cdef Value lower, upper, rest
    cdef int status
    if k == 1:
        out[0] = value_copy(n)
        return OK
    if product_downwards(vm, n, k // 2, &upper) != OK:
        return ERROR
    status = int_binary(vm, BIN_SUB, n, value_int(<int64_t>(k // 2)), &rest)
    if status == OK:
        status = product_downwards(vm, rest, k - k // 2, &lower)
        decref(vm, rest)
    if status != OK:
        decref(vm, upper)
        return status
    status = update(vm, BIN_MUL, &upper, lower)
    decref(vm, lower)
    if status == OK:
        out[0] = upper
    return status


# Bits that n! has at least.
cdef double factorial_bits(double n) noexcept nogil:
    return n * (log2(n) - 1.4427) if n > 4.0 else 0.0


# Refuse what needs at least so many bits before it is begun.
cdef int reserve_bits(VM* vm, double bits) noexcept nogil:
    if bits > 1e12:
        return raise_limit(vm, LIMIT_MEMORY)
    return heap_reserve(vm, <size_t>(bits / 8.0))


cdef int math_factorial(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t n
    cdef int status = require_int(vm, args[0])
    if status != OK:
        return status
    if int_sign(args[0]) < 0:
        return raise_error(vm, E_VALUE_ERROR, "factorial() not defined for negative values")
    if type_of(args[0]) == T_LONG:
        return raise_error(vm, E_OVERFLOW_ERROR, "factorial() argument should not exceed 9223372036854775807")
    n = args[0].as_.i
    if n < 2:
        out[0] = value_int(1)
        return OK
    if reserve_bits(vm, factorial_bits(<double>n)) != OK:
        return ERROR
    return product_of_range(vm, 1, <uint64_t>n, out)


# The arguments of comb and perm: two ints, not negative.
cdef int choice_arguments(VM* vm, Value n, Value k) noexcept nogil:
    cdef int status = require_int(vm, n)
    if status == OK:
        status = require_int(vm, k)
    if status != OK:
        return status
    if int_sign(n) < 0:
        return raise_error(vm, E_VALUE_ERROR, "n must be a non-negative integer")
    if int_sign(k) < 0:
        return raise_error(vm, E_VALUE_ERROR, "k must be a non-negative integer")
    return OK


# n! / (n - k)!
cdef int falling_factorial(VM* vm, Value n, uint64_t k, Value* out) noexcept nogil:
    cdef double bits = <double>k * <double>(int_bits(n) - 1)
    if type_of(n) != T_LONG:
        # at least (n - k + 1) ** k and at least k!
        bits = <double>k * log2(<double>(<uint64_t>n.as_.i - k + 1))
        if bits < factorial_bits(<double>k):
            bits = factorial_bits(<double>k)
    if reserve_bits(vm, bits) != OK:
        return ERROR
    if k == 0:
        out[0] = value_int(1)
        return OK
    if type_of(n) != T_LONG:
        return product_of_range(vm, <uint64_t>n.as_.i - k + 1, <uint64_t>n.as_.i, out)
    return product_downwards(vm, n, k, out)


# perm(n, k=None, /)
cdef int math_perm(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value k = args[1]
    cdef int status
    if k.tag == T_UNSET or k.tag == T_NONE:
        return math_factorial(vm, args, 1, out)
    status = choice_arguments(vm, args[0], k)
    if status != OK:
        return status
    if int_compare(args[0], k) < 0:
        out[0] = value_int(0)
        return OK
    if type_of(k) == T_LONG:
        return raise_error(vm, E_OVERFLOW_ERROR, "k must not exceed 9223372036854775807")
    return falling_factorial(vm, args[0], <uint64_t>k.as_.i, out)


# comb(n, k, /)
cdef int math_comb(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value n = args[0]
    cdef Value rest, product, divisor
    cdef uint64_t k, i, result, high, low
    cdef int status = choice_arguments(vm, n, args[1])
    if status != OK:
        return status
    if int_compare(n, args[1]) < 0:
        out[0] = value_int(0)
        return OK
    if int_binary(vm, BIN_SUB, n, args[1], &rest) != OK:
        return ERROR
    # as many chosen as left: the smaller of both
    if int_compare(rest, args[1]) > 0:
        decref(vm, rest)
        rest = value_copy(args[1])
    if type_of(rest) == T_LONG:
        decref(vm, rest)
        return raise_error(vm, E_OVERFLOW_ERROR, "min(n - k, k) must not exceed 9223372036854775807")
    k = <uint64_t>rest.as_.i
    if type_of(n) != T_LONG and k < 64:
        # while it fits a word
        result = 1
        i = 0
        while i < k:
            low = multiply_add(result, <uint64_t>n.as_.i - i, 0, 0, &high)
            if high:
                break
            i += 1
            result = low // i
        if i == k:
            return int_from_uint64(vm, result, out)
    # at least (n / k) ** k
    if k > 0 and reserve_bits(vm, <double>k * ((log2(<double>n.as_.i) if type_of(n) != T_LONG
                                                else <double>(int_bits(n) - 1)) - log2(<double>k))) != OK:
        return ERROR
    if falling_factorial(vm, n, k, &product) != OK:
        return ERROR
    status = product_of_range(vm, 1, k, &divisor) if k > 0 else OK
    if status == OK and k > 0:
        status = int_divmod(vm, product, divisor, out, NULL, "")
        decref(vm, divisor)
        decref(vm, product)
        return status
    if status == OK:
        out[0] = product
    else:
        decref(vm, product)
    return status


# --- square roots ----------------------------------------------------------------------------------------------------

cdef extern from *:
    """
    #define MONTY_ROOT_MAX 4294967295ull
    """
    const uint64_t ROOT_MAX "MONTY_ROOT_MAX"    # of a word

cdef uint64_t root_of_word(uint64_t n) noexcept nogil:
    cdef uint64_t r = <uint64_t>sqrt(<double>n)
    # the double may be one off, and its square past a word
    while r > ROOT_MAX or r * r > n:
        r -= 1
    while r < ROOT_MAX and (r + 1) * (r + 1) <= n:
        r += 1
    return r


# The root of the leading bits, then Newton's steps, each of which doubles the bits that are right.
cdef int root(VM* vm, Value n, Value* out) noexcept nogil:
    cdef int64_t bits = int_bits(n)
    cdef int64_t c = (bits - 1) // 2
    cdef int64_t d = 0
    cdef int64_t e
    cdef int s
    cdef Operand leading
    cdef Value a, top, shifted, square
    cdef int status
    if type_of(n) != T_LONG:
        out[0] = value_int(<int64_t>root_of_word(<uint64_t>n.as_.i))
        return OK
    # invariant: a is the root of n >> 2 * (c - d), give or take one, and has d + 1 bits; the first 16 to 32 come from the
    # highest 64 bits of n
    s = 64 - leading_zeros64(<uint64_t>c)
    d = c
    if s > 5:
        s -= 5
        d = c >> s
    else:
        s = 0
    if int_binary(vm, BIN_RSHIFT, n, value_int(2 * c - 62), &top) != OK:
        return ERROR
    operand_load(&leading, top)
    a = value_int(<int64_t>(root_of_word(leading.limbs[0]) >> (31 - d)))
    decref(vm, top)
    while s > 0:
        s -= 1
        e = d
        d = c >> s
        # a = (a << d - e - 1) + (n >> 2 * c - e - d + 1) // a
        status = int_binary(vm, BIN_RSHIFT, n, value_int(2 * c - e - d + 1), &top)
        if status == OK:
            status = int_divmod(vm, top, a, &shifted, NULL, "")
            decref(vm, top)
        if status != OK:
            decref(vm, a)
            return status
        status = update(vm, BIN_LSHIFT, &a, value_int(d - e - 1))
        if status == OK:
            status = update(vm, BIN_ADD, &a, shifted)
        decref(vm, shifted)
        if status != OK:
            return status
    status = int_binary(vm, BIN_MUL, a, a, &square)
    if status == OK:
        if int_compare(square, n) > 0:
            status = update(vm, BIN_SUB, &a, value_int(1))
        decref(vm, square)
        if status == OK:
            out[0] = a
        return status
    decref(vm, a)
    return status


cdef int math_isqrt(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int status = require_int(vm, args[0])
    if status != OK:
        return status
    if int_sign(args[0]) < 0:
        return raise_error(vm, E_VALUE_ERROR, "isqrt() argument must be nonnegative")
    return root(vm, args[0], out)


register_math(b"comb(n, k, /)", math_comb, b"math_comb", 11)
register_math(b"factorial(n, /)", math_factorial, b"math_factorial", 11)
register_math(b"gcd(*integers)", math_gcd, b"math_gcd", 11)
register_math(b"isqrt(n, /)", math_isqrt, b"math_isqrt", 11)
register_math(b"lcm(*integers)", math_lcm, b"math_lcm", 11)
register_math(b"perm(n, k=None, /)", math_perm, b"math_perm", 11)
