"""Builtin functions on numbers: abs, divmod, pow, round, bin, oct, hex."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport value_binary, value_index, value_unary
from monty.objects.float cimport float_divmod, float_round, float_round_to_int
from monty.objects.int cimport int_sign, int_to_double, int_unary, int_write
from monty.objects.int_division cimport int_divmod
from monty.objects.int_round cimport int_round
from monty.objects.str cimport writer_ascii, writer_discard, writer_finish, writer_init
from monty.objects.tuple cimport Tuple, tuple_items, tuple_new


cdef inline bint is_int(Value v) noexcept nogil:
    cdef int type = v.tag & TYPE_MASK
    return type == T_INT or type == T_BOOL or type == T_LONG


cdef inline bint is_real(Value v) noexcept nogil:
    return is_int(v) or type_of(v) == T_FLOAT


# abs(x, /)
cdef int builtin_abs(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[0]) == T_INSTANCE:
        return DEFER
    return value_unary(vm, UNARY_ABS, args[0], out)


# divmod(x, y, /)
cdef int builtin_divmod(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value quotient, rest
    cdef double a, b, q, r
    cdef Tuple* pair
    cdef int status
    if is_int(args[0]) and is_int(args[1]):
        status = int_divmod(vm, args[0], args[1], &quotient, &rest, "integer division or modulo by zero")
    elif not is_real(args[0]) or not is_real(args[1]):
        status = NOT_IMPLEMENTED
    else:
        status = real_operand(vm, args[0], &a)
        if status == OK:
            status = real_operand(vm, args[1], &b)
        if status == OK:
            status = float_divmod(vm, a, b, &q, &r)
        if status == OK:
            quotient = value_float(q)
            rest = value_float(r)
    if status == NOT_IMPLEMENTED:
        if type_of(args[0]) == T_INSTANCE or type_of(args[1]) == T_INSTANCE:
            return DEFER
        return raise_format(vm, E_TYPE_ERROR, "unsupported operand type(s) for divmod(): '%s' and '%s'",
                            type_name(args[0]), type_name(args[1]), NULL)
    if status != OK:
        return status
    pair = tuple_new(vm, 2)
    if pair == NULL:
        decref(vm, quotient)
        decref(vm, rest)
        return ERROR
    tuple_items(pair)[0] = quotient
    tuple_items(pair)[1] = rest
    out[0] = value_block(&pair.head)
    return OK


cdef int real_operand(VM* vm, Value v, double* out) noexcept nogil:
    if type_of(v) == T_FLOAT:
        out[0] = v.as_.f
        return OK
    return int_to_double(vm, v, out)


# pow(base, exp, mod=None)
cdef int builtin_pow(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef TypeRow* row
    cdef int i
    cdef int status
    if type_of(args[0]) == T_INSTANCE or type_of(args[1]) == T_INSTANCE:
        return DEFER
    if args[2].tag == T_UNSET or args[2].tag == T_NONE:
        return value_binary(vm, BIN_POW, False, args[0], args[1], out)
    if type_of(args[2]) == T_INSTANCE:
        return DEFER
    for i in range(3):
        row = row_of(args[i])
        if row.power != NULL:
            status = row.power(vm, args[0], args[1], args[2], out)
            if status != NOT_IMPLEMENTED:
                return status
    return raise_format(vm, E_TYPE_ERROR, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
                        type_name(args[0]), type_name(args[1]), type_name(args[2]))


# round(number, ndigits=None)
cdef int builtin_round(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef bint to_int = args[1].tag == T_UNSET or args[1].tag == T_NONE
    cdef int64_t digits = 0
    cdef double rounded
    cdef int status
    if not is_int(args[0]) and type_of(args[0]) != T_FLOAT:
        if type_of(args[0]) == T_INSTANCE:
            return DEFER
        return raise_format(vm, E_TYPE_ERROR, "type %s doesn't define __round__ method", type_name(args[0]), NULL, NULL)
    if not to_int:
        status = value_index(vm, args[1], 0, &digits)
        if status != OK:
            return status
    if is_int(args[0]):
        return int_round(vm, args[0], digits, out)
    if to_int:
        return float_round_to_int(vm, args[0].as_.f, out)
    if float_round(vm, args[0].as_.f, digits, &rounded) != OK:
        return ERROR
    out[0] = value_float(rounded)
    return OK


# bin(number), oct(number), hex(number)
cdef int write_with_prefix(VM* vm, Value v, int base, const char* prefix, Value* out) noexcept nogil:
    cdef Writer writer
    cdef Value magnitude
    cdef int status
    if not is_int(v):
        if type_of(v) == T_INSTANCE:
            return DEFER
        return raise_format(vm, E_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(v), NULL, NULL)
    if int_unary(vm, UNARY_ABS, v, &magnitude) != OK:
        return ERROR
    writer_init(&writer, vm)
    status = writer_ascii(&writer, "-", 1) if int_sign(v) < 0 else OK
    if status == OK:
        status = writer_ascii(&writer, prefix, 2)
    if status == OK:
        status = int_write(&writer, magnitude, base, False)
    decref(vm, magnitude)
    if status != OK:
        writer_discard(&writer)
        return status
    return writer_finish(&writer, out)


cdef int builtin_bin(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return write_with_prefix(vm, args[0], 2, "0b", out)


cdef int builtin_oct(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return write_with_prefix(vm, args[0], 8, "0o", out)


cdef int builtin_hex(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return write_with_prefix(vm, args[0], 16, "0x", out)


register_native(-1, NATIVE_FUNCTION, b"abs(x, /)", builtin_abs, b"abs_instance")
register_native(-1, NATIVE_FUNCTION, b"divmod(x, y, /)", builtin_divmod, b"divmod_instances")
register_native(-1, NATIVE_FUNCTION, b"pow(base, exp, mod=None)", builtin_pow, b"pow_instances")
register_native(-1, NATIVE_FUNCTION, b"round(number, ndigits=None)", builtin_round, b"round_instance")
register_native(-1, NATIVE_FUNCTION, b"bin(number, /)", builtin_bin, b"bin_instance")
register_native(-1, NATIVE_FUNCTION, b"oct(number, /)", builtin_oct, b"oct_instance")
register_native(-1, NATIVE_FUNCTION, b"hex(number, /)", builtin_hex, b"hex_instance")
