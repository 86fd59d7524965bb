"""Integers of any size. What fits 64 bits is an immediate (T_INT, T_BOOL); the rest are T_LONG blocks of sign and
magnitude. Here: their layout, addition and multiplication, comparison, hashing, conversion to and from double and host
values, and the types' rows. int_division has floor division, int_bits shifts and bitwise operators, int_power powers and
true division, int_text the digits, int_methods what programs call by name; limbs is the arithmetic of magnitudes."""

from libc.math cimport frexp, isnan, ldexp
from libc.stdint cimport INT64_MAX, INT64_MIN, int64_t, uint32_t, uint64_t
from libc.string cimport memcpy

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport hash_int
from monty.objects.int_bits cimport int_bitwise, int_shift_left, int_shift_right
from monty.objects.int_division cimport int_divmod
from monty.objects.int_power cimport int_power, int_power_modular, int_true_divide
from monty.objects.int_text cimport int_text_parse, int_text_write
from monty.objects.limbs cimport (limbs_add, limbs_bits, limbs_compare, limbs_mul, limbs_mul_small, limbs_sub,
                                  limbs_trim)
from monty.objects.str cimport writer_ascii

cdef enum:
    CHUNK = 16384           # limbs between polls in linear loops


# --- layout ----------------------------------------------------------------------------------------------------------

cdef bint operand_load(Operand* operand, Value v) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    cdef Long* x
    if type == T_INT or type == T_BOOL:
        operand.negative = v.as_.i < 0
        operand.small = <uint64_t>0 - <uint64_t>v.as_.i if v.as_.i < 0 else <uint64_t>v.as_.i
        operand.limbs = &operand.small
        operand.length = v.as_.i != 0
        return True
    if type == T_LONG:
        x = <Long*>v.as_.block
        operand.negative = x.sign < 0
        operand.limbs = long_limbs(x)
        operand.length = x.length
        return True
    return False


cdef Long* long_new(VM* vm, int64_t length) noexcept nogil:
    cdef Long* x
    if length >= <int64_t>1 << 32:
        raise_limit(vm, LIMIT_MEMORY)
        return NULL
    x = <Long*>heap_alloc(vm, T_LONG, sizeof(Long) + <size_t>length * sizeof(uint64_t), False)
    if x != NULL:
        x.length = <uint32_t>length
    return x


cdef int long_finish(VM* vm, Long* x, int64_t length, bint negative, Value* out) noexcept nogil:
    cdef uint64_t* limbs = long_limbs(x)
    cdef int status
    length = limbs_trim(limbs, length)
    if length <= 1 or length * 2 + 8 < x.length:
        # Not big after all, or much smaller than the room it was given.
        status = int_from_limbs(vm, limbs, length, negative, out)
        heap_free(vm, &x.head)
        return status
    x.length = <uint32_t>length
    x.sign = -1 if negative else 1
    out[0] = value_block(&x.head)
    return OK


cdef int int_from_limbs(VM* vm, const uint64_t* limbs, int64_t length, bint negative, Value* out) noexcept nogil:
    cdef Long* x
    length = limbs_trim(limbs, length)
    if length == 0:
        out[0] = value_int(0)
        return OK
    if length == 1:
        if limbs[0] <= <uint64_t>INT64_MAX:
            out[0] = value_int(-<int64_t>limbs[0] if negative else <int64_t>limbs[0])
            return OK
        if negative and limbs[0] == <uint64_t>1 << 63:
            out[0] = value_int(INT64_MIN)
            return OK
    x = long_new(vm, length)
    if x == NULL:
        return ERROR
    memcpy(long_limbs(x), limbs, <size_t>length * sizeof(uint64_t))
    x.sign = -1 if negative else 1
    out[0] = value_block(&x.head)
    return OK


cdef int int_from_uint64(VM* vm, uint64_t value, Value* out) noexcept nogil:
    return int_from_limbs(vm, &value, 1, False, out)


cdef int int_sign(Value v) noexcept nogil:
    if (v.tag & TYPE_MASK) == T_LONG:
        return (<Long*>v.as_.block).sign
    return (v.as_.i > 0) - (v.as_.i < 0)


cdef int64_t int_bits(Value v) noexcept nogil:
    cdef Operand x
    operand_load(&x, v)
    return limbs_bits(x.limbs, x.length)


# --- addition, multiplication ----------------------------------------------------------------------------------------

cdef int int_add_operands(VM* vm, Operand* a, Operand* b, bint negate_b, Value* out) noexcept nogil:
    cdef bint b_negative = b.negative != negate_b
    cdef Operand* swap
    cdef bint negative = a.negative
    cdef Long* x
    cdef int order, status
    if a.negative == b_negative:
        if a.length < b.length:
            swap = a
            a = b
            b = swap
        x = long_new(vm, a.length + 1)
        if x == NULL:
            return ERROR
        status = limbs_add(vm, long_limbs(x), a.limbs, a.length, b.limbs, b.length)
        if status == OK:
            return long_finish(vm, x, a.length + 1, negative, out)
        heap_free(vm, &x.head)
        return status
    order = limbs_compare(a.limbs, a.length, b.limbs, b.length)
    if order == 0:
        out[0] = value_int(0)
        return OK
    if order < 0:
        negative = b_negative
        swap = a
        a = b
        b = swap
    x = long_new(vm, a.length)
    if x == NULL:
        return ERROR
    status = limbs_sub(vm, long_limbs(x), a.limbs, a.length, b.limbs, b.length)
    if status == OK:
        return long_finish(vm, x, a.length, negative, out)
    heap_free(vm, &x.head)
    return status


cdef int multiply(VM* vm, Operand* a, Operand* b, Value* out) noexcept nogil:
    cdef Operand* swap
    cdef Long* x
    cdef uint64_t* limbs
    cdef int status = OK
    if a.length < b.length:
        swap = a
        a = b
        b = swap
    if b.length == 0:
        out[0] = value_int(0)
        return OK
    x = long_new(vm, a.length + b.length)
    if x == NULL:
        return ERROR
    limbs = long_limbs(x)
    if b.length == 1 and a.length <= CHUNK:
        limbs[a.length] = limbs_mul_small(limbs, a.limbs, a.length, b.limbs[0], 0)
        status = poll(vm, a.length >> 1)
    else:
        status = limbs_mul(vm, limbs, a.limbs, a.length, b.limbs, b.length)
    if status == OK:
        return long_finish(vm, x, a.length + b.length, a.negative != b.negative, out)
    heap_free(vm, &x.head)
    return status


# Limbs that the block has room for.
cdef inline int64_t long_room(Long* x) noexcept nogil:
    cdef size_t size = <size_t>x.head.size_class << 4
    if size == 0:
        size = (<LargeBlock*>(<char*>x - sizeof(LargeBlock))).size - sizeof(LargeBlock)
    return <int64_t>((size - sizeof(Long)) / sizeof(uint64_t))


cdef int int_update(VM* vm, int operator, Value* where, Value right) noexcept nogil:
    cdef Long* x = <Long*>where.as_.block
    cdef Long* grown
    cdef uint64_t* limbs = long_limbs(x)
    cdef int64_t n = x.length
    cdef uint64_t carry
    cdef Operand y
    # (two limbs or more: what is made here never fits 64 bits)
    if n < 2 or n >= CHUNK or operator > BIN_MUL or not operand_load(&y, right) or y.length > n:
        return NOT_IMPLEMENTED
    if operator == BIN_MUL:
        if y.length != 1:
            return NOT_IMPLEMENTED
        if n >= long_room(x) and limbs_bits(limbs, n) + limbs_bits(y.limbs, 1) > n * 64:
            # Products grow: a quarter more room spares the next ones a new block.
            grown = long_new(vm, n + (n >> 2) + 2)
            if grown == NULL:
                return ERROR
            carry = limbs_mul_small(long_limbs(grown), limbs, n, y.limbs[0], 0)
            grown.sign = x.sign
            heap_free(vm, &x.head)
            where.as_.block = &grown.head
            x = grown
            limbs = long_limbs(x)
        else:
            carry = limbs_mul_small(limbs, limbs, n, y.limbs[0], 0)
        if carry:
            limbs[n] = carry
            n += 1
        x.length = <uint32_t>n
        if y.negative:
            x.sign = -x.sign
        return poll(vm, n >> 1)
    if (x.sign < 0) == (y.negative != (operator == BIN_SUB)):
        if n >= long_room(x):
            return NOT_IMPLEMENTED
        if limbs_add(vm, limbs, limbs, n, y.limbs, y.length) != OK:
            return ERROR
        if limbs[n]:
            x.length = <uint32_t>(n + 1)
        return OK
    # a difference that may change its sign, or become small, is not made here
    if n < y.length + 2:
        return NOT_IMPLEMENTED
    if limbs_sub(vm, limbs, limbs, n, y.limbs, y.length) != OK:
        return ERROR
    x.length = <uint32_t>limbs_trim(limbs, n)
    return OK


# --- operators -------------------------------------------------------------------------------------------------------

cdef int int_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef Operand x, y
    cdef int64_t result
    cdef bint small
    if not operand_load(&x, a) or not operand_load(&y, b):
        return NOT_IMPLEMENTED
    small = type_of(a) != T_LONG and type_of(b) != T_LONG
    if operator == BIN_ADD:
        if small and not add_overflow(a.as_.i, b.as_.i, &result):
            out[0] = value_int(result)
            return OK
        return int_add_operands(vm, &x, &y, False, out)
    if operator == BIN_SUB:
        if small and not sub_overflow(a.as_.i, b.as_.i, &result):
            out[0] = value_int(result)
            return OK
        return int_add_operands(vm, &x, &y, True, out)
    if operator == BIN_MUL:
        if small and not mul_overflow(a.as_.i, b.as_.i, &result):
            out[0] = value_int(result)
            return OK
        return multiply(vm, &x, &y, out)
    if operator == BIN_TRUE_DIV:
        return int_true_divide(vm, a, b, out)
    if operator == BIN_FLOOR_DIV:
        return int_divmod(vm, a, b, out, NULL, "integer division or modulo by zero")
    if operator == BIN_MOD:
        return int_divmod(vm, a, b, NULL, out, "integer modulo by zero")
    if operator == BIN_POW:
        return int_power(vm, a, b, out)
    if operator == BIN_LSHIFT:
        if y.negative:
            return raise_error(vm, E_VALUE_ERROR, "negative shift count")
        if type_of(b) == T_LONG:
            if x.length == 0:
                out[0] = value_int(0)
                return OK
            return raise_limit(vm, LIMIT_MEMORY)
        if small and b.as_.i < 63 and (a.as_.i << b.as_.i) >> b.as_.i == a.as_.i:
            out[0] = value_int(a.as_.i << b.as_.i)
            return OK
        return int_shift_left(vm, &x, b.as_.i, out)
    if operator == BIN_RSHIFT:
        if y.negative:
            return raise_error(vm, E_VALUE_ERROR, "negative shift count")
        if type_of(b) == T_LONG:
            out[0] = value_int(-1 if x.negative else 0)
            return OK
        if small:
            out[0] = value_int(a.as_.i >> (b.as_.i if b.as_.i < 63 else 63))
            return OK
        return int_shift_right(vm, &x, b.as_.i, out)
    if operator == BIN_AND or operator == BIN_OR or operator == BIN_XOR:
        if small:
            result = (a.as_.i & b.as_.i if operator == BIN_AND else a.as_.i | b.as_.i if operator == BIN_OR
                      else a.as_.i ^ b.as_.i)
            out[0] = value_int(result)
            if type_of(a) == T_BOOL and type_of(b) == T_BOOL:
                out[0].tag = T_BOOL
            return OK
        return int_bitwise(vm, operator, &x, &y, out)
    return NOT_IMPLEMENTED


cdef int int_unary(VM* vm, int operator, Value a, Value* out) noexcept nogil:
    cdef Operand x
    if not operand_load(&x, a):
        return NOT_IMPLEMENTED
    if type_of(a) == T_LONG:
        if operator == UNARY_NEG:
            return int_from_limbs(vm, x.limbs, x.length, not x.negative, out)
        if operator == UNARY_POS or (operator == UNARY_ABS and not x.negative):
            out[0] = value_copy(a)
            return OK
        if operator == UNARY_ABS:
            return int_from_limbs(vm, x.limbs, x.length, False, out)
        # ~x is -x - 1
        return int_binary(vm, BIN_XOR, a, value_int(-1), out)
    if operator == UNARY_POS:
        out[0] = value_int(a.as_.i)
    elif operator == UNARY_INVERT:
        out[0] = value_int(~a.as_.i)
    elif operator == UNARY_NEG:
        return int_from_limbs(vm, x.limbs, x.length, not x.negative, out)
    else:
        return int_from_limbs(vm, x.limbs, x.length, False, out)
    return OK


# --- comparison, hash ------------------------------------------------------------------------------------------------

cdef int int_compare(Value a, Value b) noexcept nogil:
    cdef Operand x, y
    cdef int order
    if type_of(a) != T_LONG and type_of(b) != T_LONG:
        return (a.as_.i > b.as_.i) - (a.as_.i < b.as_.i)
    operand_load(&x, a)
    operand_load(&y, b)
    if x.negative != y.negative:
        return -1 if x.negative else 1
    order = limbs_compare(x.limbs, x.length, y.limbs, y.length)
    return -order if x.negative else order


cdef int int_compare_double(VM* vm, Value a, double f) noexcept nogil:
    cdef Operand x
    cdef int64_t whole, bits
    cdef int exponent, order
    cdef uint64_t mantissa, top
    cdef double fraction
    if isnan(f):
        return 2
    operand_load(&x, a)
    if type_of(a) != T_LONG:
        if f >= 9223372036854775808.0:
            return -1
        if f < -9223372036854775808.0:
            return 1
        whole = <int64_t>f
        if a.as_.i != whole:
            return 1 if a.as_.i > whole else -1
        fraction = f - <double>whole
        return (fraction < 0.0) - (fraction > 0.0)
    # |a| >= 2**63: first by sign, then by bits, then by the bits themselves
    if (f < 0.0) != x.negative:
        return -1 if x.negative else 1
    if f - f != 0.0:
        return 1 if x.negative else -1
    bits = limbs_bits(x.limbs, x.length)
    fraction = frexp(f, &exponent)
    if fraction < 0.0:
        fraction = -fraction
    if f == 0.0 or bits != exponent:
        order = 1 if f == 0.0 or bits > exponent else -1
    else:
        mantissa = <uint64_t>ldexp(fraction, 64)
        top = top_bits(&x, bits)
        order = (top > mantissa) - (top < mantissa)
        if order == 0 and low_bits_set(&x, bits):
            order = 1
    return -order if x.negative else order


# The highest 64 bits, and whether any bit below them is set. bits >= 64.
cdef inline uint64_t top_bits(Operand* x, int64_t bits) noexcept nogil:
    cdef int shift = leading_zeros64(x.limbs[x.length - 1])
    cdef uint64_t top = x.limbs[x.length - 1] << shift
    if shift != 0 and x.length > 1:
        top |= x.limbs[x.length - 2] >> (64 - shift)
    return top


cdef bint low_bits_set(Operand* x, int64_t bits) noexcept nogil:
    cdef int64_t i
    cdef int shift = leading_zeros64(x.limbs[x.length - 1])
    if x.length < 2:
        return False
    if x.limbs[x.length - 2] << shift != 0:
        return True
    for i in range(x.length - 2):
        if x.limbs[i] != 0:
            return True
    return False


cdef bint is_int(Value v) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    return type == T_INT or type == T_BOOL or type == T_LONG


cdef int int_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    if not is_int(b):
        return NOT_IMPLEMENTED
    out[0] = int_compare(a, b) == 0
    return OK


cdef int int_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    cdef int order
    if not is_int(b):
        return NOT_IMPLEMENTED
    order = int_compare(a, b)
    out[0] = (order < 0 if comparison == CMP_LT else order <= 0 if comparison == CMP_LE else
              order > 0 if comparison == CMP_GT else order >= 0)
    return OK


cdef int int_truth(VM* vm, Value v, bint* out) noexcept nogil:
    out[0] = type_of(v) == T_LONG or v.as_.i != 0
    return OK


cdef int int_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef uint64_t modulus = (<uint64_t>1 << 61) - 1
    cdef uint64_t h = 0
    cdef uint64_t limb
    cdef int64_t i
    cdef Operand x
    if type_of(v) != T_LONG:
        out[0] = hash_int(v.as_.i)
        return OK
    operand_load(&x, v)
    i = x.length - 1
    while i >= 0:
        # 2**64 is 8 modulo 2**61 - 1
        limb = x.limbs[i]
        h = ((h << 3) & modulus) + (h >> 58) + (limb & modulus) + (limb >> 61)
        h = (h & modulus) + (h >> 61)
        if i % CHUNK == CHUNK - 1 and poll(vm, CHUNK) != OK:
            return ERROR
        i -= 1
    if h >= modulus:
        h -= modulus
    out[0] = -<int64_t>h if x.negative else <int64_t>h
    if out[0] == -1:
        out[0] = -2
    return OK


# --- doubles ---------------------------------------------------------------------------------------------------------

cdef int int_from_double(VM* vm, double value, Value* out) noexcept nogil:
    cdef int exponent
    cdef uint64_t mantissa
    cdef bint negative = value < 0.0
    cdef Operand x
    if -9223372036854775808.0 <= value < 9223372036854775808.0:
        out[0] = value_int(<int64_t>value)
        return OK
    if negative:
        value = -value
    mantissa = <uint64_t>ldexp(frexp(value, &exponent), 64)
    x.small = mantissa
    x.limbs = &x.small
    x.length = 1
    x.negative = negative
    if exponent <= 64:
        # no bit of such a value is below one
        x.small = mantissa >> (64 - exponent)
        return int_from_limbs(vm, x.limbs, 1, negative, out)
    return int_shift_left(vm, &x, exponent - 64, out)


cdef int int_to_double(VM* vm, Value v, double* out) noexcept nogil:
    cdef Operand x
    cdef int64_t bits
    cdef uint64_t top
    cdef double result
    operand_load(&x, v)
    if type_of(v) != T_LONG:
        out[0] = <double>v.as_.i
        return OK
    bits = limbs_bits(x.limbs, x.length)
    if bits > 1024:
        return raise_error(vm, E_OVERFLOW_ERROR, "int too large to convert to float")
    top = top_bits(&x, bits)
    # A sticky last bit: 64 bits are then rounded to 53 as the whole would be.
    if low_bits_set(&x, bits):
        top |= 1
    result = ldexp(<double>top, <int>(bits - 64))
    if result - result != 0.0:
        return raise_error(vm, E_OVERFLOW_ERROR, "int too large to convert to float")
    out[0] = -result if x.negative else result
    return OK


# --- text ------------------------------------------------------------------------------------------------------------

cdef int int_write(Writer* writer, Value v, int base, bint upper) noexcept nogil:
    return int_text_write(writer, v, base, upper)


cdef int int_parse(VM* vm, Str* text, int base, Value* out) noexcept nogil:
    return int_text_parse(vm, text, base, out)


cdef int int_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    return int_text_write(writer, v, 10, False)


cdef int bool_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    return writer_ascii(writer, "True", 4) if v.as_.i else writer_ascii(writer, "False", 5)


# --- host values, under the GIL --------------------------------------------------------------------------------------

cdef object int_to_host(Value v):
    cdef Operand x
    if type_of(v) == T_BOOL:
        return v.as_.i != 0
    if type_of(v) == T_INT:
        return v.as_.i
    operand_load(&x, v)
    result = int.from_bytes((<char*>x.limbs)[:x.length * 8], 'little')
    return -result if x.negative else result


cdef int int_from_host(VM* vm, object value, Value* out):
    cdef int overflow = 0
    cdef long long small = PyLong_AsLongLongAndOverflow(value, &overflow)
    cdef Long* x
    cdef int64_t n
    cdef const char* data
    if overflow == 0:
        out[0] = value_int(small)
        return OK
    n = (int.bit_length(value) + 63) // 64
    x = long_new(vm, n)
    if x == NULL:
        return ERROR
    # limbs are in the machine's byte order, which on every supported machine is little-endian
    encoded = int.to_bytes(abs(value), n * 8, 'little')
    data = encoded
    memcpy(long_limbs(x), data, <size_t>n * 8)
    return long_finish(vm, x, n, overflow < 0, out)


cdef extern from "Python.h":
    long long PyLong_AsLongLongAndOverflow(object, int*) except? -1

# --- rows ------------------------------------------------------------------------------------------------------------

cdef void fill_row(TypeRow* row) noexcept:
    row.truth = int_truth
    row.equal = int_equal
    row.order = int_order
    row.hash = int_hash
    row.repr = int_repr
    row.binary = int_binary
    row.unary = int_unary
    row.power = int_power_modular

fill_row(register_type(T_INT, b"int"))
fill_row(register_type(T_LONG, b"int"))
fill_row(register_type(T_BOOL, b"bool"))
types_pointer[T_BOOL].repr = bool_repr
