"""Floor division and remainder of integers of any size."""

from libc.stdint cimport INT64_MIN, int64_t, uint64_t
from libc.string cimport memcpy

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.int cimport (int_add_operands, int_from_limbs, int_from_uint64, Long, long_finish, long_limbs, long_new,
                                Operand, operand_load)
from monty.objects.int_bits cimport int_shift_right
from monty.objects.limbs cimport (limbs_add_one, limbs_bits, limbs_compare, limbs_divide, limbs_divide_leading, limbs_sub,
                                  limbs_trim)


cdef int int_divmod(VM* vm, Value a, Value b, Value* quotient, Value* remainder, const char* message) noexcept nogil:
    cdef Operand x, y
    cdef int64_t q, r
    if not operand_load(&x, a) or not operand_load(&y, b):
        return NOT_IMPLEMENTED
    if y.length == 0:
        return raise_error(vm, E_ZERO_DIVISION_ERROR, message)
    if type_of(a) != T_LONG and type_of(b) != T_LONG and not (b.as_.i == -1 and a.as_.i == INT64_MIN):
        q = a.as_.i / b.as_.i
        r = a.as_.i - q * b.as_.i
        if r != 0 and (r < 0) != (b.as_.i < 0):
            q -= 1
            r += b.as_.i
        if quotient != NULL:
            quotient[0] = value_int(q)
        if remainder != NULL:
            remainder[0] = value_int(r)
        return OK
    return divide_signed(vm, &x, &y, a, quotient, remainder)


cdef int divide_signed(VM* vm, Operand* a, Operand* b, Value dividend, Value* quotient, Value* remainder) noexcept nogil:
    cdef uint64_t[8] small_quotient
    cdef uint64_t[8] small_remainder
    cdef uint64_t* q = NULL
    cdef uint64_t* r = small_remainder
    cdef Long* quotient_block = NULL
    cdef Long* remainder_block = NULL
    cdef int64_t n = a.length - b.length + 1
    cdef int64_t rest, bits
    cdef bint adjust
    cdef int status
    cdef Value first
    if limbs_compare(a.limbs, a.length, b.limbs, b.length) < 0:
        adjust = a.length > 0 and a.negative != b.negative
        if remainder != NULL:
            if adjust:
                if int_add_operands(vm, a, b, False, remainder) != OK:
                    return ERROR
            else:
                # a bool can only be a dividend that fits a word
                remainder[0] = (value_copy(dividend) if type_of(dividend) == T_LONG else value_int(dividend.as_.i))
        if quotient != NULL:
            quotient[0] = value_int(-1 if adjust else 0)
        return OK
    if not a.negative and not b.negative and is_power_of_two(b):
        bits = limbs_bits(b.limbs, b.length) - 1
        if quotient != NULL:
            status = int_shift_right(vm, a, bits, &first)
            if status != OK:
                return status
        if remainder != NULL:
            status = low_bits(vm, a, bits, remainder)
            if status != OK:
                if quotient != NULL:
                    decref(vm, first)
                return status
        if quotient != NULL:
            quotient[0] = first
        return OK
    if remainder == NULL and a.negative == b.negative and n <= 2 and b.length > 1:
        if limbs_divide_leading(a.limbs, a.length, b.limbs, b.length, small_quotient):
            return int_from_uint64(vm, small_quotient[0], quotient)
    if quotient != NULL:
        q = small_quotient
        if n + 1 > 8:
            quotient_block = long_new(vm, n + 1)
            if quotient_block == NULL:
                return ERROR
            q = long_limbs(quotient_block)
    if b.length > 8:
        remainder_block = long_new(vm, b.length)
        if remainder_block == NULL:
            if quotient_block != NULL:
                heap_free(vm, &quotient_block.head)
            return ERROR
        r = long_limbs(remainder_block)
    status = limbs_divide(vm, q, r, a.limbs, a.length, b.limbs, b.length)
    rest = limbs_trim(r, b.length)
    adjust = rest > 0 and a.negative != b.negative
    if status == OK and q != NULL:
        q[n] = 0
        if adjust:
            limbs_add_one(q)
    if status == OK and remainder != NULL and adjust:
        status = limbs_sub(vm, r, b.limbs, b.length, r, rest)
        rest = b.length
    if status == OK and quotient != NULL:
        if quotient_block != NULL:
            status = long_finish(vm, quotient_block, n + 1, a.negative != b.negative, &first)
            quotient_block = NULL
        else:
            status = int_from_limbs(vm, q, n + 1, a.negative != b.negative, &first)
    if status == OK and remainder != NULL:
        if remainder_block != NULL:
            status = long_finish(vm, remainder_block, rest, b.negative, remainder)
            remainder_block = NULL
        else:
            status = int_from_limbs(vm, r, rest, b.negative, remainder)
        if status != OK and quotient != NULL:
            decref(vm, first)
    if quotient_block != NULL:
        heap_free(vm, &quotient_block.head)
    if remainder_block != NULL:
        heap_free(vm, &remainder_block.head)
    if status == OK and quotient != NULL:
        quotient[0] = first
    return status


cdef bint is_power_of_two(Operand* x) noexcept nogil:
    cdef int64_t i
    cdef uint64_t top = x.limbs[x.length - 1]
    if top & (top - 1):
        return False
    for i in range(x.length - 1):
        if x.limbs[i]:
            return False
    return True


# The lowest bits of a magnitude that has more.
cdef int low_bits(VM* vm, Operand* a, int64_t bits, Value* out) noexcept nogil:
    cdef int64_t n = (bits + 63) >> 6
    cdef uint64_t limb
    cdef Long* x
    if n <= 1:
        limb = a.limbs[0] & ((<uint64_t>1 << bits) - 1) if bits < 64 else a.limbs[0]
        return int_from_uint64(vm, limb, out)
    x = long_new(vm, n)
    if x == NULL:
        return ERROR
    memcpy(long_limbs(x), a.limbs, <size_t>n * sizeof(uint64_t))
    if bits & 63:
        long_limbs(x)[n - 1] &= (<uint64_t>1 << (bits & 63)) - 1
    if poll(vm, n) != OK:
        heap_free(vm, &x.head)
        return ERROR
    return long_finish(vm, x, n, False, out)
