"""Shifts of integers of any size, and the bitwise operators."""

from libc.stdint cimport int64_t, UINT64_MAX, uint64_t
from libc.string cimport memcpy, memset

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.int cimport Long, long_finish, long_limbs, long_new, Operand
from monty.objects.limbs cimport limbs_add_one, limbs_shift_left, limbs_shift_right

cdef enum:
    CHUNK = 16384           # limbs between polls in linear loops


# --- shifts ----------------------------------------------------------------------------------------------------------

cdef int int_shift_left(VM* vm, Operand* a, int64_t count, Value* out) noexcept nogil:
    cdef int64_t whole = count >> 6
    cdef int bits = count & 63
    cdef uint64_t* limbs
    cdef Long* x
    if a.length == 0:
        out[0] = value_int(0)
        return OK
    x = long_new(vm, a.length + whole + 1)
    if x == NULL:
        return ERROR
    limbs = long_limbs(x)
    if whole + a.length > CHUNK and poll(vm, whole + a.length) != OK:
        heap_free(vm, &x.head)
        return ERROR
    memset(limbs, 0, <size_t>whole * sizeof(uint64_t))
    limbs[whole + a.length] = limbs_shift_left(limbs + whole, a.limbs, a.length, bits)
    return long_finish(vm, x, a.length + whole + 1, a.negative, out)


cdef int int_shift_right(VM* vm, Operand* a, int64_t count, Value* out) noexcept nogil:
    cdef int64_t whole = count >> 6
    cdef int bits = count & 63
    cdef int64_t n = a.length - whole
    cdef int64_t i
    cdef uint64_t* limbs
    cdef uint64_t lost
    cdef Long* x
    if n <= 0:
        out[0] = value_int(-1 if a.negative else 0)
        return OK
    x = long_new(vm, n + 1)
    if x == NULL:
        return ERROR
    if n > CHUNK and poll(vm, n) != OK:
        heap_free(vm, &x.head)
        return ERROR
    limbs = long_limbs(x)
    lost = limbs_shift_right(limbs, a.limbs + whole, n, bits)
    limbs[n] = 0
    if a.negative:
        # towards minus infinity: any bit lost makes the magnitude one more
        i = 0
        while i < whole and not lost:
            lost = a.limbs[i]
            i += 1
        if lost:
            limbs_add_one(limbs)
    return long_finish(vm, x, n + 1, a.negative, out)


# --- bitwise ---------------------------------------------------------------------------------------------------------

cdef inline void bitwise_limbs(int operator, uint64_t* r, const uint64_t* a, const uint64_t* b, int64_t n) noexcept nogil:
    cdef int64_t i
    if operator == BIN_AND:
        for i in range(n):
            r[i] = a[i] & b[i]
    elif operator == BIN_OR:
        for i in range(n):
            r[i] = a[i] | b[i]
    else:
        for i in range(n):
            r[i] = a[i] ^ b[i]


# Negative numbers take part as their two's complement: the inverse of the magnitude less one, ones above it.
cdef int int_bitwise(VM* vm, int operator, Operand* a, Operand* b, Value* out) noexcept nogil:
    cdef Operand* swap
    cdef uint64_t borrow_a, borrow_b, carry, x, y, mask_a, mask_b
    cdef int64_t n, i
    cdef bint negative
    cdef Long* result
    cdef uint64_t* limbs
    if a.length < b.length:
        swap = a
        a = b
        b = swap
    if operator == BIN_AND:
        negative = a.negative and b.negative
        # beyond a positive shorter operand there are only zeros
        n = a.length if b.negative else b.length
    elif operator == BIN_OR:
        negative = a.negative or b.negative
        n = b.length if b.negative else a.length
    else:
        negative = a.negative != b.negative
        n = a.length
    result = long_new(vm, n + 1)
    if result == NULL:
        return ERROR
    limbs = long_limbs(result)
    if not a.negative and not b.negative and n <= CHUNK:
        bitwise_limbs(operator, limbs, a.limbs, b.limbs, b.length)
        if n > b.length:
            memcpy(limbs + b.length, a.limbs + b.length, <size_t>(n - b.length) * sizeof(uint64_t))
        return long_finish(vm, result, n, False, out)
    mask_a = UINT64_MAX if a.negative else 0
    mask_b = UINT64_MAX if b.negative else 0
    borrow_a = a.negative
    borrow_b = b.negative
    carry = negative
    for i in range(n):
        x = a.limbs[i] - borrow_a
        borrow_a = x > a.limbs[i]
        x ^= mask_a
        if i < b.length:
            y = b.limbs[i] - borrow_b
            borrow_b = y > b.limbs[i]
            y ^= mask_b
        else:
            y = mask_b
        if operator == BIN_AND:
            x &= y
        elif operator == BIN_OR:
            x |= y
        else:
            x ^= y
        if negative:
            x = ~x + carry
            carry = carry and x == 0
        limbs[i] = x
        if i % CHUNK == CHUNK - 1 and poll(vm, CHUNK) != OK:
            heap_free(vm, &result.head)
            return ERROR
    limbs[n] = carry
    return long_finish(vm, result, n + 1, negative, out)
