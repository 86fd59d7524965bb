"""Operators of built-in types as methods: int.__add__, list.__iadd__, set.__ror__, str.__lt__ ...

Each goes to the row of the receiver's built-in type, whatever class the program has derived from it: so that
list.__add__(x, y) is the list's own addition for every x that has a list's layout."""

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.deque cimport T_DEQUE
from monty.objects.instance cimport plain_number


cdef Value* SLOT_REPEAT = prelude_slot(b"slot_repeat")
cdef Value* SLOT_REPEAT_INPLACE = prelude_slot(b"slot_repeat_inplace")


# The row of the built-in type whose layout the value has.
cdef inline TypeRow* own_row(Value v) noexcept nogil:
    return &types_pointer[v.tag & TYPE_MASK]


cdef inline bint is_int(int type) noexcept nogil:
    return type == T_INT or type == T_BOOL or type == T_LONG


# The operand as the type's row knows it: instances of the program's subclasses of int, float and complex are their numbers.
cdef inline Value operand_of(int type, Value other) noexcept nogil:
    if type_of(other) == T_INSTANCE and (is_int(type) or type == T_FLOAT or type == T_COMPLEX):
        return plain_number(other)
    return other


# Does the type's own method know operands of that kind? Rows of numbers know more: they do int + float whichever side
# is asked, where CPython's int answers NotImplemented and leaves it to the float.
cdef bint knows_operand(int type, Value other) noexcept nogil:
    cdef int kind = type_of(other)
    if is_int(type):
        return is_int(kind)
    if type == T_FLOAT:
        return kind == T_FLOAT or is_int(kind)
    return True


# self op other where the row has no answer: sequences raise, the others answer NotImplemented.
cdef int not_known(VM* vm, int operator, bint inplace, Value self, Value other, Value* out) noexcept nogil:
    cdef int type = type_of(self)
    if (type == T_STR or type == T_LIST or type == T_TUPLE or type == T_BYTES or type == T_BYTEARRAY
            or type == T_DEQUE):
        if operator == BIN_ADD and type == T_DEQUE:
            return raise_format(vm, E_TYPE_ERROR, "can only concatenate deque (not \"%s\") to deque", type_name(other),
                                NULL, NULL)
        if operator == BIN_ADD:
            if type == T_BYTES or type == T_BYTEARRAY:
                return raise_format(vm, E_TYPE_ERROR, "can't concat %s to %s", type_name(other), type_name(self), NULL)
            return raise_format(vm, E_TYPE_ERROR, "can only concatenate %s (not \"%s\") to %s",
                                types_pointer[type].name, type_name(other), types_pointer[type].name)
        if operator == BIN_MUL and type_of(other) == T_INSTANCE:
            return defer_to(vm, SLOT_REPEAT_INPLACE if inplace else SLOT_REPEAT)
        if operator == BIN_MUL:
            return raise_format(vm, E_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(other),
                                NULL, NULL)
    out[0] = value_not_implemented()
    return OK


cdef int binary_slot(VM* vm, int operator, Value self, Value other, Value* out) noexcept nogil:
    cdef TypeRow* row = own_row(self)
    cdef int status = NOT_IMPLEMENTED
    other = operand_of(type_of(self), other)
    if row.binary != NULL and knows_operand(type_of(self), other):
        status = row.binary(vm, operator, self, other, out)
    if status == NOT_IMPLEMENTED:
        return not_known(vm, operator, False, self, other, out)
    return status


cdef int reflected_slot(VM* vm, int operator, Value self, Value other, Value* out) noexcept nogil:
    cdef TypeRow* row = own_row(self)
    cdef int type = type_of(self)
    cdef int status = NOT_IMPLEMENTED
    other = operand_of(type_of(self), other)
    if operator == BIN_MOD and (type == T_STR or type == T_BYTES or type == T_BYTEARRAY) and type_of(other) != type:
        out[0] = value_not_implemented()
        return OK
    if row.binary != NULL and knows_operand(type, other):
        status = row.binary(vm, operator, other, self, out)
    if status == NOT_IMPLEMENTED:
        return not_known(vm, operator, False, self, other, out)
    return status


cdef int inplace_slot(VM* vm, int operator, Value self, Value other, Value* out) noexcept nogil:
    cdef TypeRow* row = own_row(self)
    cdef int status = NOT_IMPLEMENTED
    other = operand_of(type_of(self), other)
    if row.inplace != NULL:
        status = row.inplace(vm, operator, self, other, out)
    elif row.binary != NULL:
        status = row.binary(vm, operator, self, other, out)
    if status == NOT_IMPLEMENTED:
        return not_known(vm, operator, True, self, other, out)
    return status


# What the prelude calls for a reflected method that had to be deferred: left op right by the row of the right operand,
# whose twin then gets the operands in this order.
cdef int right_slot(VM* vm, int operator, Value left, Value right, Value* out) noexcept nogil:
    return reflected_slot(vm, operator, right, left, out)


cdef int power_slot(VM* vm, Value self, Value base, Value exponent, Value modulus, Value* out) noexcept nogil:
    cdef TypeRow* row = own_row(self)
    cdef int status = NOT_IMPLEMENTED
    base = operand_of(type_of(self), base)
    exponent = operand_of(type_of(self), exponent)
    modulus = operand_of(type_of(self), modulus)
    if not knows_operand(type_of(self), base) or not knows_operand(type_of(self), exponent):
        out[0] = value_not_implemented()
        return OK
    if modulus.tag == T_UNSET or modulus.tag == T_NONE:
        if row.binary != NULL:
            status = row.binary(vm, BIN_POW, base, exponent, out)
    elif row.power != NULL and (type_of(self) == T_FLOAT or type_of(self) == T_COMPLEX
                                or knows_operand(type_of(self), modulus)):
        status = row.power(vm, base, exponent, modulus, out)
    if status == NOT_IMPLEMENTED:
        out[0] = value_not_implemented()
        return OK
    return status


cdef int slot_pow(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return power_slot(vm, args[0], args[0], args[1], args[2], out)


cdef int slot_rpow(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return power_slot(vm, args[0], args[1], args[0], args[2], out)


cdef int unary_slot(VM* vm, int operator, Value self, Value* out) noexcept nogil:
    cdef TypeRow* row = own_row(self)
    cdef int status = NOT_IMPLEMENTED
    if row.unary != NULL:
        status = row.unary(vm, operator, self, out)
    if status == NOT_IMPLEMENTED:
        out[0] = value_not_implemented()
        return OK
    return status


cdef int slot_neg(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary_slot(vm, UNARY_NEG, args[0], out)


cdef int slot_pos(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary_slot(vm, UNARY_POS, args[0], out)


cdef int slot_invert(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary_slot(vm, UNARY_INVERT, args[0], out)


cdef int slot_abs(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return unary_slot(vm, UNARY_ABS, args[0], out)


# --- comparison ------------------------------------------------------------------------------------------------------

# NOT_IMPLEMENTED where the type compares by identity and the two are not the same.
cdef int equal_slot(VM* vm, Value self, Value other, bint* out) noexcept nogil:
    cdef TypeRow* row = own_row(self)
    other = operand_of(type_of(self), other)
    if row.equal != NULL:
        if not knows_operand(type_of(self), other):
            return NOT_IMPLEMENTED
        return row.equal(vm, self, other, NATIVE_DEPTH, out)
    if type_of(self) == type_of(other) and self.as_.i == other.as_.i:
        out[0] = True
        return OK
    return NOT_IMPLEMENTED


cdef int slot_eq(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef bint equal = False
    cdef int status = equal_slot(vm, args[0], args[1], &equal)
    if status == OK:
        out[0] = value_bool(equal)
    elif status == NOT_IMPLEMENTED:
        out[0] = value_not_implemented()
        return OK
    return status


# Its twin gets the answer of __eq__ and turns it round.
cdef int slot_ne(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef bint equal = False
    cdef int status = equal_slot(vm, args[0], args[1], &equal)
    if status == OK:
        out[0] = value_bool(not equal)
    elif status == NOT_IMPLEMENTED:
        out[0] = value_not_implemented()
        return OK
    return status


cdef int order_slot(VM* vm, Value* args, int comparison, Value* out) noexcept nogil:
    cdef TypeRow* row = own_row(args[0])
    cdef bint answer = False
    cdef int status = NOT_IMPLEMENTED
    cdef Value other = operand_of(type_of(args[0]), args[1])
    if row.order != NULL and knows_operand(type_of(args[0]), other):
        status = row.order(vm, args[0], other, comparison, NATIVE_DEPTH, &answer)
    if status == OK:
        out[0] = value_bool(answer)
    elif status == NOT_IMPLEMENTED:
        out[0] = value_not_implemented()
        return OK
    return status


# _slot_order(self, other, comparison): the twin of a row's `order` takes these three.
cdef int slot_order(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return order_slot(vm, args, <int>args[2].as_.i, out)


cdef int slot_lt(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return order_slot(vm, args, CMP_LT, out)


cdef int slot_le(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return order_slot(vm, args, CMP_LE, out)


cdef int slot_gt(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return order_slot(vm, args, CMP_GT, out)


cdef int slot_ge(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return order_slot(vm, args, CMP_GE, out)


# --- one function for each operator and side -------------------------------------------------------------------------

cdef int slot_add(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary_slot(vm, BIN_ADD, args[0], args[1], out)


cdef int slot_radd(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return reflected_slot(vm, BIN_ADD, args[0], args[1], out)


cdef int slot_iadd(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return inplace_slot(vm, BIN_ADD, args[0], args[1], out)


cdef int slot_sub(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary_slot(vm, BIN_SUB, args[0], args[1], out)


cdef int slot_rsub(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return reflected_slot(vm, BIN_SUB, args[0], args[1], out)


cdef int slot_isub(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return inplace_slot(vm, BIN_SUB, args[0], args[1], out)


cdef int slot_mul(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary_slot(vm, BIN_MUL, args[0], args[1], out)


cdef int slot_rmul(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return reflected_slot(vm, BIN_MUL, args[0], args[1], out)


cdef int slot_imul(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return inplace_slot(vm, BIN_MUL, args[0], args[1], out)


cdef int slot_truediv(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary_slot(vm, BIN_TRUE_DIV, args[0], args[1], out)


cdef int slot_rtruediv(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return reflected_slot(vm, BIN_TRUE_DIV, args[0], args[1], out)


cdef int slot_itruediv(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return inplace_slot(vm, BIN_TRUE_DIV, args[0], args[1], out)


cdef int slot_floordiv(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary_slot(vm, BIN_FLOOR_DIV, args[0], args[1], out)


cdef int slot_rfloordiv(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return reflected_slot(vm, BIN_FLOOR_DIV, args[0], args[1], out)


cdef int slot_ifloordiv(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return inplace_slot(vm, BIN_FLOOR_DIV, args[0], args[1], out)


cdef int slot_mod(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary_slot(vm, BIN_MOD, args[0], args[1], out)


cdef int slot_rmod(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return reflected_slot(vm, BIN_MOD, args[0], args[1], out)


cdef int slot_imod(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return inplace_slot(vm, BIN_MOD, args[0], args[1], out)


cdef int slot_matmul(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary_slot(vm, BIN_MATMUL, args[0], args[1], out)


cdef int slot_rmatmul(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return reflected_slot(vm, BIN_MATMUL, args[0], args[1], out)


cdef int slot_imatmul(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return inplace_slot(vm, BIN_MATMUL, args[0], args[1], out)


cdef int slot_lshift(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary_slot(vm, BIN_LSHIFT, args[0], args[1], out)


cdef int slot_rlshift(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return reflected_slot(vm, BIN_LSHIFT, args[0], args[1], out)


cdef int slot_ilshift(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return inplace_slot(vm, BIN_LSHIFT, args[0], args[1], out)


cdef int slot_rshift(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary_slot(vm, BIN_RSHIFT, args[0], args[1], out)


cdef int slot_rrshift(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return reflected_slot(vm, BIN_RSHIFT, args[0], args[1], out)


cdef int slot_irshift(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return inplace_slot(vm, BIN_RSHIFT, args[0], args[1], out)


cdef int slot_and(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary_slot(vm, BIN_AND, args[0], args[1], out)


cdef int slot_rand(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return reflected_slot(vm, BIN_AND, args[0], args[1], out)


cdef int slot_iand(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return inplace_slot(vm, BIN_AND, args[0], args[1], out)


cdef int slot_or(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary_slot(vm, BIN_OR, args[0], args[1], out)


cdef int slot_ror(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return reflected_slot(vm, BIN_OR, args[0], args[1], out)


cdef int slot_ior(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return inplace_slot(vm, BIN_OR, args[0], args[1], out)


cdef int slot_xor(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return binary_slot(vm, BIN_XOR, args[0], args[1], out)


cdef int slot_rxor(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return reflected_slot(vm, BIN_XOR, args[0], args[1], out)


cdef int slot_ixor(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return inplace_slot(vm, BIN_XOR, args[0], args[1], out)


# The reflected methods of types whose operators can be deferred.

cdef int right_mod(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return right_slot(vm, BIN_MOD, args[0], args[1], out)


cdef int right_sub(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return right_slot(vm, BIN_SUB, args[0], args[1], out)


cdef int right_and(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return right_slot(vm, BIN_AND, args[0], args[1], out)


cdef int right_or(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return right_slot(vm, BIN_OR, args[0], args[1], out)


cdef int right_xor(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return right_slot(vm, BIN_XOR, args[0], args[1], out)


# By name: (address of the function, parameters after self, prelude twin). Without a twin, what the row has deferred to
# takes the same arguments.
OPERATORS = {
    '__add__': (<size_t>slot_add, 'value, /', None),
    '__radd__': (<size_t>slot_radd, 'value, /', None),
    '__iadd__': (<size_t>slot_iadd, 'value, /', None),
    '__sub__': (<size_t>slot_sub, 'value, /', None),
    '__rsub__': (<size_t>slot_rsub, 'value, /', 'slot_rsub'),
    '__isub__': (<size_t>slot_isub, 'value, /', None),
    '__mul__': (<size_t>slot_mul, 'value, /', None),
    '__rmul__': (<size_t>slot_rmul, 'value, /', 'slot_rmul'),
    '__imul__': (<size_t>slot_imul, 'value, /', None),
    '__truediv__': (<size_t>slot_truediv, 'value, /', None),
    '__rtruediv__': (<size_t>slot_rtruediv, 'value, /', None),
    '__itruediv__': (<size_t>slot_itruediv, 'value, /', None),
    '__floordiv__': (<size_t>slot_floordiv, 'value, /', None),
    '__rfloordiv__': (<size_t>slot_rfloordiv, 'value, /', None),
    '__ifloordiv__': (<size_t>slot_ifloordiv, 'value, /', None),
    '__mod__': (<size_t>slot_mod, 'value, /', None),
    '__rmod__': (<size_t>slot_rmod, 'value, /', 'slot_rmod'),
    '__imod__': (<size_t>slot_imod, 'value, /', None),
    '__matmul__': (<size_t>slot_matmul, 'value, /', None),
    '__rmatmul__': (<size_t>slot_rmatmul, 'value, /', None),
    '__imatmul__': (<size_t>slot_imatmul, 'value, /', None),
    '__lshift__': (<size_t>slot_lshift, 'value, /', None),
    '__rlshift__': (<size_t>slot_rlshift, 'value, /', None),
    '__ilshift__': (<size_t>slot_ilshift, 'value, /', None),
    '__rshift__': (<size_t>slot_rshift, 'value, /', None),
    '__rrshift__': (<size_t>slot_rrshift, 'value, /', None),
    '__irshift__': (<size_t>slot_irshift, 'value, /', None),
    '__and__': (<size_t>slot_and, 'value, /', None),
    '__rand__': (<size_t>slot_rand, 'value, /', 'slot_rand'),
    '__iand__': (<size_t>slot_iand, 'value, /', None),
    '__or__': (<size_t>slot_or, 'value, /', None),
    '__ror__': (<size_t>slot_ror, 'value, /', 'slot_ror'),
    '__ior__': (<size_t>slot_ior, 'value, /', None),
    '__xor__': (<size_t>slot_xor, 'value, /', None),
    '__rxor__': (<size_t>slot_rxor, 'value, /', 'slot_rxor'),
    '__ixor__': (<size_t>slot_ixor, 'value, /', None),
    '__pow__': (<size_t>slot_pow, 'value, mod=None, /', None),
    '__rpow__': (<size_t>slot_rpow, 'value, mod=None, /', None),
    '__neg__': (<size_t>slot_neg, '/', None),
    '__pos__': (<size_t>slot_pos, '/', None),
    '__invert__': (<size_t>slot_invert, '/', None),
    '__abs__': (<size_t>slot_abs, '/', None),
    '__eq__': (<size_t>slot_eq, 'value, /', None),
    '__ne__': (<size_t>slot_ne, 'value, /', 'slot_ne'),
    '__lt__': (<size_t>slot_lt, 'value, /', 'slot_lt'),
    '__le__': (<size_t>slot_le, 'value, /', 'slot_le'),
    '__gt__': (<size_t>slot_gt, 'value, /', 'slot_gt'),
    '__ge__': (<size_t>slot_ge, 'value, /', 'slot_ge'),
}

register_native(-1, NATIVE_INTRINSIC, b"_slot_repeat(self, times, /)", slot_mul, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_slot_repeat_inplace(self, times, /)", slot_imul, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_slot_eq(left, right, /)", slot_eq, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_slot_order(left, right, comparison, /)", slot_order, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_slot_mod(left, right, /)", right_mod, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_slot_sub(left, right, /)", right_sub, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_slot_and(left, right, /)", right_and, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_slot_or(left, right, /)", right_or, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_slot_xor(left, right, /)", right_xor, NULL)
