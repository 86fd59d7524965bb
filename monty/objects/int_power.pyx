"""Powers, modular powers and true division of integers of any size."""

from libc.math cimport ldexp, pow as pow_double
from libc.stdint cimport int64_t, uint64_t
from libc.string cimport memcpy, memset

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.int cimport (int_binary, int_from_limbs, int_from_uint64, int_sign, int_to_double,
                                int_unary, Operand, operand_load)
from monty.objects.int_division cimport int_divmod
from monty.objects.limbs cimport (divide_wide, Divisor, divisor_of, limbs_bits, limbs_compare, limbs_divide, limbs_mul,
                                  limbs_mul_small, limbs_shift_left, limbs_shift_right, limbs_sub, limbs_trim,
                                  multiply_add)

cdef enum:
    STACK_LIMBS = 64
    WINDOW = 4              # exponent bits taken at a time where the exponent is long


# --- powers ----------------------------------------------------------------------------------------------------------

cdef int power_negative(VM* vm, Value a, Value b, Value* out) noexcept nogil:
    cdef double x, y
    if int_to_double(vm, a, &x) != OK or int_to_double(vm, b, &y) != OK:
        return ERROR
    if x == 0.0:
        return raise_error(vm, E_ZERO_DIVISION_ERROR, "0.0 cannot be raised to a negative power")
    out[0] = value_float(pow_double(x, y))
    return OK


cdef int int_power(VM* vm, Value a, Value b, Value* out) noexcept nogil:
    cdef Operand x, y
    cdef int64_t bits, least, most, exponent, result, base, power
    cdef bint negative
    if not operand_load(&x, a) or not operand_load(&y, b):
        return NOT_IMPLEMENTED
    if y.negative:
        return power_negative(vm, a, b, out)
    negative = x.negative and y.length > 0 and y.limbs[0] & 1
    if y.length == 0 or x.length == 0 or (x.length == 1 and x.limbs[0] == 1):
        out[0] = value_int(1 if y.length == 0 else 0 if x.length == 0 else -1 if negative else 1)
        return OK
    bits = limbs_bits(x.limbs, x.length)
    if type_of(b) == T_LONG or mul_overflow(bits, b.as_.i, &most) or most >> 38:
        # 2**38 bits are 32 GiB, more than any heap may hold: but the power of a power of two is a little smaller
        return raise_limit(vm, LIMIT_MEMORY)
    exponent = b.as_.i
    if type_of(a) != T_LONG and most <= 63:
        result = 1
        base = a.as_.i
        while True:
            if exponent & 1:
                result *= base
            exponent >>= 1
            if exponent == 0:
                break
            base *= base
        out[0] = value_int(result)
        return OK
    if x.length == 1 and x.limbs[0] & (x.limbs[0] - 1) == 0:
        return int_binary(vm, BIN_LSHIFT, value_int(-1 if negative else 1), value_int((bits - 1) * exponent), out)
    least = (bits - 1) * exponent
    if heap_reserve(vm, <size_t>(least >> 3)) != OK:
        return ERROR
    return raise_limbs(vm, &x, exponent, (most >> 6) + 4, negative, out)


# Square and multiply from the exponent's highest bit, between two arrays of `room` limbs.
cdef int raise_limbs(VM* vm, Operand* x, int64_t exponent, int64_t room, bint negative, Value* out) noexcept nogil:
    cdef uint64_t[128] small
    cdef uint64_t* memory = small
    cdef uint64_t* current
    cdef uint64_t* other
    cdef uint64_t* swap
    cdef int64_t n = x.length
    cdef int bit = 62 - leading_zeros64(<uint64_t>exponent)
    cdef int status = OK
    if room > STACK_LIMBS:
        memory = <uint64_t*>buffer_new(vm, <size_t>room * 2 * sizeof(uint64_t))
        if memory == NULL:
            return ERROR
    current = memory
    other = memory + room
    memcpy(current, x.limbs, <size_t>n * sizeof(uint64_t))
    while bit >= 0 and status == OK:
        status = limbs_mul(vm, other, current, n, current, n)
        n = limbs_trim(other, 2 * n)
        swap = current
        current = other
        other = swap
        if status == OK and exponent >> bit & 1:
            if x.length == 1 and n < 16384:
                current[n] = limbs_mul_small(current, current, n, x.limbs[0], 0)
                n = limbs_trim(current, n + 1)
            else:
                status = limbs_mul(vm, other, current, n, x.limbs, x.length)
                n = limbs_trim(other, n + x.length)
                swap = current
                current = other
                other = swap
        bit -= 1
    if status == OK:
        status = int_from_limbs(vm, current, n, negative, out)
    if memory != small:
        buffer_free(vm, memory)
    return status


# --- modular powers --------------------------------------------------------------------------------------------------

# The inverse of a modulo the positive m, by Euclid's extended algorithm. A new reference.
cdef int invert(VM* vm, Value a, Value m, Value* out) noexcept nogil:
    # invariant: x * a is r modulo m, y * a is s modulo m
    cdef Value r, s, x, y, quotient, rest, product, difference
    cdef bint one
    if int_divmod(vm, a, m, NULL, &r, "") != OK:
        return ERROR
    s = value_copy(m)
    x = value_int(1)
    y = value_int(0)
    while int_sign(r) != 0:
        if int_divmod(vm, s, r, &quotient, &rest, "") != OK:
            break
        if int_binary(vm, BIN_MUL, quotient, x, &product) != OK:
            decref(vm, quotient)
            decref(vm, rest)
            break
        decref(vm, quotient)
        if int_binary(vm, BIN_SUB, y, product, &difference) != OK:
            decref(vm, product)
            decref(vm, rest)
            break
        decref(vm, product)
        decref(vm, s)
        decref(vm, y)
        s = r
        r = rest
        y = x
        x = difference
        if poll(vm, 20) != OK:
            break
    else:
        one = s.tag == T_INT and s.as_.i == 1
        decref(vm, r)
        decref(vm, s)
        decref(vm, x)
        if not one:
            decref(vm, y)
            return raise_error(vm, E_VALUE_ERROR, "base is not invertible for the given modulus")
        out[0] = y
        return OK
    decref(vm, r)
    decref(vm, s)
    decref(vm, x)
    decref(vm, y)
    return ERROR


cdef int int_power_modular(VM* vm, Value a, Value b, Value modulus, Value* out) noexcept nogil:
    cdef Operand x, y, m
    cdef Value positive, base, exponent, result
    cdef int status
    if not operand_load(&x, a) or not operand_load(&y, b) or not operand_load(&m, modulus):
        return NOT_IMPLEMENTED
    if m.length == 0:
        return raise_error(vm, E_VALUE_ERROR, "pow() 3rd argument cannot be 0")
    if int_unary(vm, UNARY_ABS, modulus, &positive) != OK:
        return ERROR
    if y.negative:
        status = invert(vm, a, positive, &base)
        if status == OK:
            status = int_divmod(vm, base, positive, NULL, &result, "")
            decref(vm, base)
            base = result
    else:
        status = int_divmod(vm, a, positive, NULL, &base, "")
    if status != OK:
        decref(vm, positive)
        return status
    operand_load(&x, base)
    y.negative = False
    operand_load(&m, positive)
    if m.length == 1:
        status = power_modulo_limb(vm, &x, &y, m.limbs[0], &result)
    else:
        status = power_modulo_limbs(vm, &x, &y, &m, &result)
    decref(vm, base)
    if status == OK and int_sign(modulus) < 0 and int_sign(result) != 0:
        # the result has the sign of the modulus
        status = int_binary(vm, BIN_SUB, result, positive, &base)
        decref(vm, result)
        result = base
    decref(vm, positive)
    if status == OK:
        out[0] = result
    return status


cdef int power_modulo_limb(VM* vm, Operand* x, Operand* y, uint64_t m, Value* out) noexcept nogil:
    cdef Divisor d = divisor_of(m)
    cdef uint64_t base = x.limbs[0] if x.length else 0
    cdef uint64_t result = 1 if m != 1 else 0
    cdef uint64_t high, low, word
    cdef int64_t i = y.length - 1
    cdef int bit
    while i >= 0:
        word = y.limbs[i]
        bit = 63 if i < y.length - 1 else 63 - leading_zeros64(word)
        while bit >= 0:
            low = multiply_add(result << d.shift, result, 0, 0, &high)
            divide_wide(high, low, &d, &result)
            result >>= d.shift
            if word >> bit & 1:
                low = multiply_add(result << d.shift, base, 0, 0, &high)
                divide_wide(high, low, &d, &result)
                result >>= d.shift
            bit -= 1
        if poll(vm, 500) != OK:
            return ERROR
        i -= 1
    return int_from_uint64(vm, result, out)


# r = a * b modulo m, all of n limbs; product has room for 2n.
cdef inline int multiply_modulo(VM* vm, uint64_t* r, const uint64_t* a, const uint64_t* b, const uint64_t* m, int64_t n,
                                uint64_t* product) noexcept nogil:
    if limbs_mul(vm, product, a, n, b, n) != OK:
        return ERROR
    return limbs_divide(vm, NULL, r, product, 2 * n, m, n)


cdef int power_modulo_limbs(VM* vm, Operand* x, Operand* y, Operand* m, Value* out) noexcept nogil:
    cdef int64_t n = m.length
    cdef int64_t bits = limbs_bits(y.limbs, y.length)
    cdef int window = WINDOW if bits > 64 else 1
    cdef int64_t entries = 1 << window
    cdef uint64_t* memory
    cdef uint64_t* table        # powers of the base
    cdef uint64_t* result
    cdef uint64_t* product
    cdef int64_t position, i
    cdef uint64_t digit
    cdef int k
    cdef int status = OK
    if heap_reserve(vm, <size_t>n * <size_t>(entries + 3) * sizeof(uint64_t)) != OK:
        return ERROR
    memory = <uint64_t*>buffer_new(vm, <size_t>n * <size_t>(entries + 3) * sizeof(uint64_t))
    if memory == NULL:
        return ERROR
    table = memory
    result = table + entries * n
    product = result + n
    memset(table, 0, <size_t>(2 * n) * sizeof(uint64_t))
    table[0] = 1
    memcpy(table + n, x.limbs, <size_t>x.length * sizeof(uint64_t))
    for i in range(2, entries):
        status = multiply_modulo(vm, table + i * n, table + (i - 1) * n, table + n, m.limbs, n, product)
        if status != OK:
            break
    memcpy(result, table, <size_t>n * sizeof(uint64_t))
    position = (bits + window - 1) / window * window
    while position > 0 and status == OK:
        position -= window
        for k in range(window):
            status = multiply_modulo(vm, result, result, result, m.limbs, n, product)
            if status != OK:
                break
        digit = y.limbs[position >> 6] >> (position & 63) & <uint64_t>(entries - 1)
        if digit and status == OK:
            status = multiply_modulo(vm, result, result, table + <int64_t>digit * n, m.limbs, n, product)
    if status == OK:
        status = int_from_limbs(vm, result, n, False, out)
    buffer_free(vm, memory)
    return status


# --- true division ---------------------------------------------------------------------------------------------------

cdef int int_true_divide(VM* vm, Value a, Value b, Value* out) noexcept nogil:
    cdef Operand x, y
    cdef bint negative
    cdef int64_t exact = <int64_t>1 << 53
    cdef int status
    cdef double result
    if not operand_load(&x, a) or not operand_load(&y, b):
        return NOT_IMPLEMENTED
    if y.length == 0:
        return raise_error(vm, E_ZERO_DIVISION_ERROR, "division by zero")
    if (type_of(a) != T_LONG and type_of(b) != T_LONG and -exact <= a.as_.i <= exact
            and -exact <= b.as_.i <= exact):
        out[0] = value_float(<double>a.as_.i / <double>b.as_.i)
        return OK
    negative = x.negative != y.negative
    if x.length == 0:
        out[0] = value_float(-0.0 if negative else 0.0)
        return OK
    status = divide_rounded(vm, &x, &y, &result)
    if status == OK:
        out[0] = value_float(-result if negative else result)
    return status


# The quotient of magnitudes as double: an integer quotient of 55 bits or more, with a sticky last bit, rounded to even.
cdef int divide_rounded(VM* vm, Operand* x, Operand* y, double* out) noexcept nogil:
    cdef int64_t difference = limbs_bits(x.limbs, x.length) - limbs_bits(y.limbs, y.length)
    cdef int64_t shift, whole, n, qn, i, extra
    cdef uint64_t* memory
    cdef uint64_t* numerator
    cdef uint64_t* quotient
    cdef uint64_t* rest
    cdef uint64_t q, half, lost = 0
    cdef int status, bits
    cdef double result
    if difference > 1024:
        return raise_error(vm, E_OVERFLOW_ERROR, "integer division result too large for a float")
    if difference < -1076:
        out[0] = 0.0
        return OK
    shift = (difference if difference > -1021 else -1021) - 55
    # numerator = x >> shift
    if shift <= 0:
        whole = -shift >> 6
        n = x.length + whole + 1
    else:
        whole = shift >> 6
        n = x.length - whole
    memory = <uint64_t*>buffer_new(vm, <size_t>(2 * n + y.length + 2) * sizeof(uint64_t))
    if memory == NULL:
        return ERROR
    numerator = memory
    quotient = numerator + n
    rest = quotient + n + 1
    if poll(vm, n) != OK:
        buffer_free(vm, memory)
        return ERROR
    if shift <= 0:
        memset(numerator, 0, <size_t>whole * sizeof(uint64_t))
        numerator[n - 1] = limbs_shift_left(numerator + whole, x.limbs, x.length, <int>(-shift & 63))
    else:
        lost = limbs_shift_right(numerator, x.limbs + whole, n, <int>(shift & 63))
        i = 0
        while i < whole and not lost:
            lost = x.limbs[i]
            i += 1
    n = limbs_trim(numerator, n)
    q = 0
    if n >= y.length:
        status = limbs_divide(vm, quotient, rest, numerator, n, y.limbs, y.length)
        if status != OK:
            buffer_free(vm, memory)
            return status
        q = quotient[0]
        if limbs_trim(rest, y.length) > 0:
            lost = 1
    elif n > 0:
        lost = 1
    buffer_free(vm, memory)
    # q has at most 56 bits; those that the result's exponent leaves no room for are rounded away
    bits = 64 - leading_zeros64(q) if q else 0
    extra = bits if bits > -1021 - shift else -1021 - shift
    extra -= 53
    half = <uint64_t>1 << (extra - 1)
    if lost:
        q |= 1
    if q & half and q & (3 * half - 1):
        q += half
    q &= ~(2 * half - 1)
    result = ldexp(<double>q, <int>shift)
    if result - result != 0.0:
        return raise_error(vm, E_OVERFLOW_ERROR, "integer division result too large for a float")
    out[0] = result
    return OK
