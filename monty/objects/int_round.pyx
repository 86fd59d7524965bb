"""Rounding ints to powers of ten."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.int cimport int_binary, int_bits, int_compare, Operand, operand_load
from monty.objects.int_division cimport int_divmod


cdef int int_round(VM* vm, Value v, int64_t digits, Value* out) noexcept nogil:
    cdef Value unit, quotient, rest, doubled, rounded
    cdef int order, status
    if digits >= 0:
        out[0] = value_copy(v)
        if out[0].tag == T_BOOL:
            out[0].tag = T_INT
        return OK
    # 10 ** -digits has more than three bits for each digit: past twice the number nothing is left of it.
    if digits < -(<int64_t>1 << 40) or -digits * 3 > int_bits(v) + 2:
        out[0] = value_int(0)
        return OK
    if int_binary(vm, BIN_POW, value_int(10), value_int(-digits), &unit) != OK:
        return ERROR
    if int_divmod(vm, v, unit, &quotient, &rest, "") != OK:
        decref(vm, unit)
        return ERROR
    # down by the rest, and up by a unit when the rest is more than half of it (or half, and the quotient odd)
    if int_binary(vm, BIN_ADD, rest, rest, &doubled) != OK:
        decref(vm, unit)
        decref(vm, quotient)
        decref(vm, rest)
        return ERROR
    order = int_compare(doubled, unit)
    decref(vm, doubled)
    if order == 0:
        order = int_is_odd(quotient)
    decref(vm, quotient)
    status = int_binary(vm, BIN_SUB, v, rest, &rounded)
    decref(vm, rest)
    if status == OK and order > 0:
        status = int_binary(vm, BIN_ADD, rounded, unit, out)
        decref(vm, rounded)
    elif status == OK:
        out[0] = rounded
    decref(vm, unit)
    return status


cdef inline bint int_is_odd(Value v) noexcept nogil:
    cdef Operand x
    operand_load(&x, v)
    return x.length > 0 and x.limbs[0] & 1
