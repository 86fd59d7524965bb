"""Generic operations on values of any type, through the rows of the type table. None of them runs sandboxed code:
what would need it answers DEFER, and the machine goes on in the prelude."""

from libc.math cimport frexp, isinf, isnan
from libc.stdint cimport int64_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty.objects.deque cimport T_DEQUE
from monty.objects.str_builder cimport (writer_ascii)

cdef enum:
    HASH_BITS = 61


cdef int value_truth_slow(VM* vm, Value v, bint* out) noexcept nogil:
    cdef TypeRow* row = row_of(v)
    cdef int64_t length
    cdef int status
    if row.truth != NULL:
        return row.truth(vm, v, out)
    if row.length != NULL:
        status = row.length(vm, v, &length)
        if status == OK:
            out[0] = length != 0
        return status
    if v.tag == T_FLOAT:
        out[0] = v.as_.f != 0.0
    else:
        out[0] = True
    return OK


cdef inline bint same_value(Value a, Value b) noexcept nogil:
    return (a.tag & TYPE_MASK) == (b.tag & TYPE_MASK) and a.as_.i == b.as_.i


cdef int value_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    if same_value(a, b):
        out[0] = True
        return OK
    return value_equal_operator(vm, a, b, depth, out)


cdef int value_equal_operator(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef TypeRow* row = row_of(a)
    cdef TypeRow* other = row_of(b)
    cdef int status = NOT_IMPLEMENTED
    if unlikely(b.tag & SUBCLASSED) and other.equal == special_equal:
        return special_equal(vm, a, b, depth, out)
    if row.equal != NULL:
        status = row.equal(vm, a, b, depth, out)
    if status == NOT_IMPLEMENTED and other.equal != NULL and other.equal != row.equal:
        status = other.equal(vm, b, a, depth, out)
    if status == NOT_IMPLEMENTED:
        out[0] = same_value(a, b)
        return OK
    return status


cdef const char* comparison_symbol(int comparison) noexcept nogil:
    if comparison == CMP_LT:
        return "<"
    if comparison == CMP_LE:
        return "<="
    if comparison == CMP_EQ:
        return "=="
    if comparison == CMP_NE:
        return "!="
    if comparison == CMP_GT:
        return ">"
    return ">="


cdef inline int mirrored(int comparison) noexcept nogil:
    if comparison == CMP_LT:
        return CMP_GT
    if comparison == CMP_LE:
        return CMP_GE
    if comparison == CMP_GT:
        return CMP_LT
    if comparison == CMP_GE:
        return CMP_LE
    return comparison


cdef int value_compare(VM* vm, int comparison, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef int status
    if comparison == CMP_EQ:
        return value_equal_operator(vm, a, b, depth, out)
    if comparison == CMP_NE:
        status = value_equal_operator(vm, a, b, depth, out)
        if status == OK:
            out[0] = not out[0]
        elif status == DEFER and vm.deferred == SPECIAL_EQ:
            return defer_to(vm, SPECIAL_NE)
        return status
    cdef TypeRow* row = row_of(a)
    cdef TypeRow* other = row_of(b)
    status = NOT_IMPLEMENTED
    if unlikely(b.tag & SUBCLASSED) and other.order == special_order:
        return special_order(vm, a, b, comparison, depth, out)
    if row.order != NULL:
        status = row.order(vm, a, b, comparison, depth, out)
    if status == NOT_IMPLEMENTED and other.order != NULL and other.order != row.order:
        status = other.order(vm, b, a, mirrored(comparison), depth, out)
        if status == DEFER and vm.deferred == SPECIAL_ORDER:
            return defer_to(vm, SPECIAL_ORDER)
    if status == NOT_IMPLEMENTED:
        return raise_format(vm, E_TYPE_ERROR, "'%s' not supported between instances of '%s' and '%s'",
                            comparison_symbol(comparison), type_name(a), type_name(b))
    return status


# --- hashing: CPython's algorithm for numbers, so that sets of numbers iterate in CPython's order -------------------

cdef int64_t hash_double(double f) noexcept nogil:
    cdef uint64_t modulus = (<uint64_t>1 << HASH_BITS) - 1
    cdef uint64_t x = 0
    cdef uint64_t y
    cdef int exponent
    cdef int sign = 1
    cdef int64_t h
    cdef double m
    cdef Value nan
    if isinf(f):
        return 314159 if f > 0 else -314159
    if isnan(f):
        # as by identity, so that many of them do not collide
        nan.tag = T_FLOAT
        nan.as_.f = f
        value_hash_identity(nan, &h)
        return -2 if h == -1 else h
    m = frexp(f, &exponent)
    if m < 0:
        sign = -1
        m = -m
    # 28 bits of the mantissa at a time, rotated into the residue modulo 2**61 - 1
    while m != 0.0:
        x = ((x << 28) & modulus) | x >> (HASH_BITS - 28)
        m *= 268435456.0
        exponent -= 28
        y = <uint64_t>m
        m -= <double>y
        x += y
        if x >= modulus:
            x -= modulus
    if exponent >= 0:
        exponent = exponent % HASH_BITS
    else:
        exponent = HASH_BITS - 1 - ((-1 - exponent) % HASH_BITS)
    x = ((x << exponent) & modulus) | x >> (HASH_BITS - exponent)
    h = <int64_t>x * sign
    return -2 if h == -1 else h


cdef int value_hash_identity(Value v, int64_t* out) noexcept nogil:
    # An address, mixed: it orders nothing that a program could see but the order of a set of such objects.
    cdef uint64_t address = <uint64_t><size_t>v.as_.block
    address = (address >> 4 | address << 60) * <uint64_t>0x9E3779B97F4A7C15
    out[0] = <int64_t>(address >> 3)
    return OK


cdef int value_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef TypeRow* row
    cdef int tag = v.tag & TYPE_MASK
    if tag == T_INT:
        out[0] = hash_int(v.as_.i)
        return OK
    if tag == T_BOOL:
        out[0] = v.as_.i
        return OK
    if tag == T_NONE or tag == T_ELLIPSIS or tag == T_NOT_IMPLEMENTED or tag == T_HOST_FUNCTION:
        out[0] = 0x5eed0000 + tag * 7919 + v.as_.i
        return OK
    row = row_of(v)
    if row.hash != NULL:
        return row.hash(vm, v, depth, out)
    if row.hash_identity:
        return value_hash_identity(v, out)
    return raise_format(vm, E_TYPE_ERROR, "unhashable type: '%s'", type_name(v), NULL, NULL)


cdef int value_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef TypeRow* row = row_of(v)
    cdef int tag = v.tag & TYPE_MASK
    if row.repr != NULL:
        return row.repr(vm, v, writer, depth)
    if tag == T_NONE:
        return writer_ascii(writer, "None", 4)
    if tag == T_BOOL:
        return writer_ascii(writer, "True", 4) if v.as_.i else writer_ascii(writer, "False", 5)
    if tag == T_ELLIPSIS:
        return writer_ascii(writer, "Ellipsis", 8)
    if tag == T_NOT_IMPLEMENTED:
        return writer_ascii(writer, "NotImplemented", 14)
    if (writer_ascii(writer, "<", 1) != OK or writer_ascii(writer, type_name(v), -1) != OK
            or writer_ascii(writer, " object>", 8) != OK):
        return ERROR
    return OK


cdef int value_str(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef TypeRow* row = row_of(v)
    if row.str != NULL:
        return row.str(vm, v, writer, depth)
    return value_repr(vm, v, writer, depth)


cdef int value_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef TypeRow* row = row_of(v)
    if row.length == NULL:
        return raise_format(vm, E_TYPE_ERROR, "object of type '%s' has no len()", type_name(v), NULL, NULL)
    return row.length(vm, v, out)


# --- operators -------------------------------------------------------------------------------------------------------

cdef const char* operator_symbol(int operator) noexcept nogil:
    if operator == BIN_ADD:
        return "+"
    if operator == BIN_SUB:
        return "-"
    if operator == BIN_MUL:
        return "*"
    if operator == BIN_TRUE_DIV:
        return "/"
    if operator == BIN_FLOOR_DIV:
        return "//"
    if operator == BIN_MOD:
        return "%"
    if operator == BIN_POW:
        return "** or pow()"
    if operator == BIN_MATMUL:
        return "@"
    if operator == BIN_LSHIFT:
        return "<<"
    if operator == BIN_RSHIFT:
        return ">>"
    if operator == BIN_AND:
        return "&"
    if operator == BIN_OR:
        return "|"
    return "^"


cdef bint is_sequence(int tag) noexcept nogil:
    return tag in (T_STR, T_LIST, T_TUPLE, T_BYTES, T_BYTEARRAY, T_DEQUE)


cdef int unsupported_operands(VM* vm, int operator, bint inplace, Value a, Value b) noexcept nogil:
    cdef int left = type_of(a)
    cdef int right = type_of(b)
    if operator == BIN_ADD:
        # A sequence's own concatenation speaks when the number protocol has no answer.
        if left == T_STR:
            return raise_format(vm, E_TYPE_ERROR, "can only concatenate str (not \"%s\") to str", type_name(b), NULL, NULL)
        if left == T_LIST:
            return raise_format(vm, E_TYPE_ERROR, "can only concatenate list (not \"%s\") to list", type_name(b), NULL, NULL)
        if left == T_TUPLE:
            return raise_format(vm, E_TYPE_ERROR, "can only concatenate tuple (not \"%s\") to tuple", type_name(b), NULL, NULL)
        if left == T_DEQUE:
            return raise_format(vm, E_TYPE_ERROR, "can only concatenate deque (not \"%s\") to deque", type_name(b), NULL, NULL)
        if left == T_BYTES or left == T_BYTEARRAY:
            return raise_format(vm, E_TYPE_ERROR, "can't concat %s to %s", type_name(b), type_name(a), NULL)
    if operator == BIN_MUL:
        if is_sequence(left):
            return raise_format(vm, E_TYPE_ERROR, "can't multiply sequence by non-int of type '%s'", type_name(b), NULL, NULL)
        # In place, a container on the left that cannot be repeated keeps the right operand from being asked.
        if is_sequence(right) and not (inplace and (row_of(a).length != NULL or row_of(a).contains != NULL)):
            return raise_format(vm, E_TYPE_ERROR, "can't multiply sequence by non-int of type '%s'", type_name(a), NULL, NULL)
    if inplace:
        if operator == BIN_POW:
            return raise_format(vm, E_TYPE_ERROR, "unsupported operand type(s) for **=: '%s' and '%s'", type_name(a),
                                type_name(b), NULL)
        return raise_format(vm, E_TYPE_ERROR, "unsupported operand type(s) for %s=: '%s' and '%s'",
                            operator_symbol(operator), type_name(a), type_name(b))
    return raise_format(vm, E_TYPE_ERROR, "unsupported operand type(s) for %s: '%s' and '%s'",
                        operator_symbol(operator), type_name(a), type_name(b))


cdef bint has_index(VM* vm, Value v) noexcept nogil:
    cdef Value found
    return value_find_special(vm, v, NAME_INDEX, &found) == OK


cdef int value_binary(VM* vm, int operator, bint inplace, Value a, Value b, Value* out) noexcept nogil:
    cdef TypeRow* row = row_of(a)
    cdef TypeRow* other = row_of(b)
    cdef int status = NOT_IMPLEMENTED
    if unlikely(b.tag & SUBCLASSED) and other.binary == special_binary:
        return (special_inplace if inplace else special_binary)(vm, operator, a, b, out)
    if inplace and row.inplace != NULL:
        status = row.inplace(vm, operator, a, b, out)
    if status == NOT_IMPLEMENTED and row.binary != NULL:
        status = row.binary(vm, operator, a, b, out)
    if status == NOT_IMPLEMENTED and other.binary != NULL and other.binary != row.binary:
        status = other.binary(vm, operator, a, b, out)
    if status == NOT_IMPLEMENTED:
        if operator == BIN_MUL and ((is_sequence(type_of(a)) and b.tag & SUBCLASSED and has_index(vm, b))
                                    or (is_sequence(type_of(b)) and a.tag & SUBCLASSED and has_index(vm, a))):
            return defer_to(vm, REPEAT_INPLACE if inplace else REPEAT)
        return unsupported_operands(vm, operator, inplace, a, b)
    return status


cdef int value_unary(VM* vm, int operator, Value a, Value* out) noexcept nogil:
    cdef TypeRow* row = row_of(a)
    cdef int status = NOT_IMPLEMENTED
    if row.unary != NULL:
        status = row.unary(vm, operator, a, out)
    if status != NOT_IMPLEMENTED:
        return status
    if operator == UNARY_ABS:
        return raise_format(vm, E_TYPE_ERROR, "bad operand type for abs(): '%s'", type_name(a), NULL, NULL)
    return raise_format(vm, E_TYPE_ERROR, "bad operand type for unary %s: '%s'",
                        "-" if operator == UNARY_NEG else "+" if operator == UNARY_POS else "~", type_name(a), NULL)


# --- subscripts and containers ---------------------------------------------------------------------------------------

cdef int value_get_item(VM* vm, Value container, Value key, Value* out) noexcept nogil:
    cdef TypeRow* row = row_of(container)
    if row.get_item == NULL:
        return raise_format(vm, E_TYPE_ERROR, "'%s' object is not subscriptable", type_name(container), NULL, NULL)
    return row.get_item(vm, container, key, out)


cdef int value_set_item(VM* vm, Value container, Value key, Value item) noexcept nogil:
    cdef TypeRow* row = row_of(container)
    if row.set_item == NULL:
        return raise_format(vm, E_TYPE_ERROR, "'%s' object does not support item assignment", type_name(container), NULL,
                            NULL)
    return row.set_item(vm, container, key, item)


cdef int value_delete_item(VM* vm, Value container, Value key) noexcept nogil:
    cdef TypeRow* row = row_of(container)
    if row.delete_item == NULL:
        return raise_format(vm, E_TYPE_ERROR, "'%s' object doesn't support item deletion" if row.set_item == NULL
                            and row.length != NULL else "'%s' object does not support item deletion", type_name(container), NULL, NULL)
    return row.delete_item(vm, container, key)


cdef int value_contains(VM* vm, Value container, Value item, bint* out) noexcept nogil:
    cdef TypeRow* row = row_of(container)
    cdef Value iterator, found
    cdef bint equal = False
    cdef int status
    if row.contains != NULL:
        return row.contains(vm, container, item, out)
    if type_of(container) == T_GENERATOR or is_native_iterator(container):
        # Looking consumes the iterator, so a comparison that must defer cannot start over: the prelude does it all.
        return defer_to(vm, CONTAINS_BY_ITERATION)
    if not iterates_natively(container):
        return raise_format(vm, E_TYPE_ERROR, "argument of type '%s' is not iterable", type_name(container), NULL, NULL)
    status = value_iterate(vm, container, &iterator)
    if status != OK:
        return status
    while True:
        status = poll(vm, 4)
        if status == OK:
            status = value_next(vm, iterator, &found)
        if status != OK:
            break
        status = value_equal(vm, found, item, NATIVE_DEPTH, &equal)
        decref(vm, found)
        if status != OK or equal:
            break
    decref(vm, iterator)
    if status == EXHAUSTED or status == OK:
        out[0] = equal
        return OK
    if status == DEFER:
        return defer_to(vm, CONTAINS_BY_ITERATION)
    return status


cdef bint is_native_iterator(Value v) noexcept nogil:
    cdef int tag = v.tag & TYPE_MASK
    return tag != T_GENERATOR and tag != T_INSTANCE and types_pointer[tag].next != NULL and not v.tag & SUBCLASSED


cdef bint iterates_natively(Value v) noexcept nogil:
    cdef int tag = v.tag & TYPE_MASK
    if v.tag & SUBCLASSED:
        # Unless its class has an __iter__ of its own.
        return types_pointer[tag].iterate != NULL and row_of(v).iterate == types_pointer[tag].iterate
    return (tag != T_GENERATOR and tag != T_INSTANCE and types_pointer[tag].next == NULL
            and types_pointer[tag].iterate != NULL)


cdef int value_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    cdef TypeRow* row = row_of(v)
    # A class of the program may have __next__ and another __iter__, or none.
    if (row.next != NULL and not v.tag & SUBCLASSED) or type_of(v) == T_GENERATOR:
        out[0] = value_copy(v)
        return OK
    if row.iterate == NULL:
        return raise_format(vm, E_TYPE_ERROR, "'%s' object is not iterable", type_name(v), NULL, NULL)
    return row.iterate(vm, v, out)


cdef int value_next(VM* vm, Value iterator, Value* out) noexcept nogil:
    cdef TypeRow* row = row_of(iterator)
    if row.next == NULL:
        if type_of(iterator) == T_GENERATOR:
            return DEFER
        return raise_format(vm, E_TYPE_ERROR, "'%s' object is not an iterator", type_name(iterator), NULL, NULL)
    return row.next(vm, iterator, out)


# --- numbers ---------------------------------------------------------------------------------------------------------

cdef int value_index(VM* vm, Value v, int overflow, int64_t* out) noexcept nogil:
    cdef int tag = v.tag & TYPE_MASK
    if tag == T_INT or tag == T_BOOL:
        out[0] = v.as_.i
        return OK
    if tag == T_LONG:
        if overflow == 0:
            out[0] = INT64_MAX if int_sign(v) > 0 else INT64_MIN
            return OK
        return raise_error(vm, overflow, "cannot fit 'int' into an index-sized integer")
    if tag == T_INSTANCE:
        return DEFER
    return raise_format(vm, E_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(v), NULL, NULL)


cdef int value_double(VM* vm, Value v, double* out) noexcept nogil:
    cdef int tag = v.tag & TYPE_MASK
    if tag == T_FLOAT:
        out[0] = v.as_.f
        return OK
    if tag == T_INT or tag == T_BOOL:
        out[0] = <double>v.as_.i
        return OK
    if tag == T_LONG:
        return int_to_double(vm, v, out)
    if tag == T_INSTANCE:
        return DEFER
    return raise_format(vm, E_TYPE_ERROR, "must be real number, not %s", type_name(v), NULL, NULL)


from libc.stdint cimport INT64_MAX, INT64_MIN
from monty.objects.class_rows cimport special_binary, special_equal, special_inplace, special_order
from monty.objects.int cimport int_sign, int_to_double

cdef Value* CONTAINS_BY_ITERATION = prelude_slot(b"contains_by_iteration")
from monty.objects.str cimport str_static
from monty.objects.type cimport value_find_special

cdef Str* NAME_INDEX = str_static(b"__index__")
cdef Value* REPEAT = prelude_slot(b"repeat_by_index")
cdef Value* REPEAT_INPLACE = prelude_slot(b"repeat_inplace_by_index")
cdef Value* SPECIAL_EQ = prelude_slot(b"special_eq")
cdef Value* SPECIAL_NE = prelude_slot(b"special_ne")
cdef Value* SPECIAL_ORDER = prelude_slot(b"special_order")
