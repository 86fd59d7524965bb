"""Unions of types (int | None, typing.Union[int, str]): layout, life, protocol."""

from libc.stdint cimport int64_t

from monty._heap cimport *
from monty._generated cimport *
from monty._protocol cimport value_equal, value_hash
from monty.objects.generic_alias cimport as_alias, filled_in, parameters_of, write_type
from monty.objects.str cimport str_equal, str_static
from monty.objects.str_builder cimport writer_ascii, writer_char
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_items, tuple_new
from monty.objects.type_variable cimport T_NEW_TYPE, T_TYPE_VARIABLE
from monty.objects.typing_form cimport T_TYPING_FORM

cdef Value* UNION_REPR = prelude_slot(b"union_repr")
cdef Value* UNION_EQUAL = prelude_slot(b"union_equal")
cdef Value* UNION_HASH = prelude_slot(b"union_hash")

cdef Str* NAME_ARGS = str_static(b"__args__")
cdef Str* NAME_PARAMETERS = str_static(b"__parameters__")


# --- life ------------------------------------------------------------------------------------------------------------

cdef void union_free(VM* vm, Block* block) noexcept nogil:
    decref(vm, (<Union*>block).args)


cdef void union_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    visit_value((<Union*>block).args, visit, context)


# --- joining ---------------------------------------------------------------------------------------------------------

cdef bint can_join(Value v) noexcept nogil:
    cdef int tag = type_of(v)
    return tag == T_TYPE or tag == T_NONE or tag == T_GENERIC_ALIAS or tag == T_UNION or tag == T_TYPING_FORM or (
        tag == T_TYPE_VARIABLE or tag == T_NEW_TYPE)


# Append the members of `v` to the tuple, whose items from `count` on are unset, except those it has. OK, ERROR, DEFER.
cdef int add_members(VM* vm, Value v, Tuple* members, int64_t* count) noexcept nogil:
    cdef Value* items = &v
    cdef int64_t length = 1
    cdef int64_t i, j
    cdef bint equal
    cdef int status
    cdef Value item
    if type_of(v) == T_UNION:
        items = tuple_items(<Tuple*>as_union(v).args.as_.block)
        length = (<Tuple*>as_union(v).args.as_.block).length
    for i in range(length):
        item = items[i]
        if item.tag == T_NONE:
            item = value_immortal(&types_pointer[T_NONE].cls.head)
        equal = False
        if poll(vm, 2 + count[0]) != OK:
            return ERROR
        for j in range(count[0]):
            status = value_equal(vm, tuple_items(members)[j], item, NATIVE_DEPTH, &equal)
            if status != OK:
                return status
            if equal:
                break
        if not equal:
            tuple_items(members)[count[0]] = value_copy(item)
            count[0] += 1
    return OK


cdef int64_t member_count(Value v) noexcept nogil:
    return (<Tuple*>as_union(v).args.as_.block).length if type_of(v) == T_UNION else 1


# The union of the values; of one only, that one. OK, ERROR, DEFER.
cdef int union_new(VM* vm, Value* values, int64_t value_count, bint of_typing, Value* out) noexcept nogil:
    cdef int64_t total = 0
    cdef int64_t count = 0
    cdef int64_t i
    cdef Tuple* members
    cdef Tuple* exact
    cdef Union* made
    cdef int status
    for i in range(value_count):
        total += member_count(values[i])
    members = tuple_new(vm, total)
    if members == NULL:
        return ERROR
    for i in range(value_count):
        status = add_members(vm, values[i], members, &count)
        if status == DEFER:
            status = raise_error(vm, E_RECURSION_ERROR, "maximum recursion depth exceeded in comparison")
        if status != OK:
            decref(vm, value_block(&members.head))
            return status
    if count == 1:
        out[0] = value_copy(tuple_items(members)[0])
        decref(vm, value_block(&members.head))
        return OK
    exact = tuple_copy(vm, tuple_items(members), count)
    decref(vm, value_block(&members.head))
    if exact == NULL:
        return ERROR
    made = <Union*>heap_alloc(vm, T_UNION, sizeof(Union), True)
    if made == NULL:
        decref(vm, value_block(&exact.head))
        return ERROR
    made.args = value_block(&exact.head)
    made.of_typing = of_typing
    out[0] = value_block(&made.head)
    return OK


# As union_new; one that has members of typing is one of typing.
cdef int union_of(VM* vm, Value* values, int64_t count, bint of_typing, Value* out) noexcept nogil:
    cdef int64_t i
    for i in range(count):
        of_typing = of_typing or is_of_typing(values[i])
    return union_new(vm, values, count, of_typing, out)


cdef bint is_of_typing(Value v) noexcept nogil:
    if type_of(v) == T_GENERIC_ALIAS:
        return as_alias(v).shown.tag != T_UNSET
    return type_of(v) in (T_TYPING_FORM, T_TYPE_VARIABLE, T_NEW_TYPE) or (type_of(v) == T_UNION and as_union(v).of_typing)


cdef int union_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef Value[2] values
    if operator != BIN_OR or not can_join(a) or not can_join(b):
        return NOT_IMPLEMENTED
    values[0] = a
    values[1] = b
    return union_new(vm, values, 2, is_of_typing(a) or is_of_typing(b), out)


# --- text ------------------------------------------------------------------------------------------------------------

cdef bint is_none_type(Value v) noexcept nogil:
    return type_of(v) == T_TYPE and <Class*>v.as_.block == types_pointer[T_NONE].cls


cdef int union_repr(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef int status = union_text(vm, v, w, depth)
    return defer_to(vm, UNION_REPR) if status == DEFER else status


cdef int union_text(VM* vm, Value v, Writer* w, int depth) noexcept nogil:
    cdef Tuple* args = <Tuple*>as_union(v).args.as_.block
    cdef Value* items = tuple_items(args)
    cdef int64_t i
    cdef int status = OK
    cdef int64_t none = -1
    cdef bint first = True
    if not as_union(v).of_typing:
        for i in range(args.length):
            if i > 0 and writer_ascii(w, " | ", 3) != OK:
                return ERROR
            status = writer_ascii(w, "None", 4) if is_none_type(items[i]) else write_type(vm, items[i], w, depth, False)
            if status != OK:
                return status
        return OK
    for i in range(args.length):
        if is_none_type(items[i]):
            none = i
    # None has a form of its own only where there is one other type beside it.
    if args.length > 2:
        none = -1
    if none >= 0 and writer_ascii(w, "typing.Optional[", -1) != OK:
        return ERROR
    if none < 0 and writer_ascii(w, "typing.Union[", -1) != OK:
        return ERROR
    for i in range(args.length):
        if i == none:
            continue
        if not first and writer_ascii(w, ", ", 2) != OK:
            return ERROR
        first = False
        status = write_type(vm, items[i], w, depth, True)
        if status != OK:
            return status
    return writer_char(w, 93)


# --- equality and hashing --------------------------------------------------------------------------------------------

cdef int union_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef Tuple* left
    cdef Tuple* right
    cdef int64_t i, j
    cdef bint equal = False
    cdef int status
    if type_of(a) != T_UNION or type_of(b) != T_UNION:
        return NOT_IMPLEMENTED
    left = <Tuple*>as_union(a).args.as_.block
    right = <Tuple*>as_union(b).args.as_.block
    out[0] = False
    if left.length != right.length:
        return OK
    for i in range(left.length):
        if poll(vm, right.length) != OK:
            return ERROR
        for j in range(right.length):
            status = DEFER if depth <= 0 else value_equal(vm, tuple_items(left)[i], tuple_items(right)[j], depth - 1,
                                                          &equal)
            if status != OK:
                return defer_to(vm, UNION_EQUAL) if status == DEFER else status
            if equal:
                break
        if not equal:
            return OK
    out[0] = True
    return OK


# The same whatever the order of the members.
cdef int union_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    cdef Tuple* args = <Tuple*>as_union(v).args.as_.block
    cdef int64_t hash = 0
    cdef int64_t part, i
    cdef int status
    for i in range(args.length):
        status = DEFER if depth <= 0 else value_hash(vm, tuple_items(args)[i], depth - 1, &part)
        if status != OK:
            return defer_to(vm, UNION_HASH) if status == DEFER else status
        hash ^= part
    out[0] = hash if hash != -1 else -2
    return OK


# --- subscripts and attributes ---------------------------------------------------------------------------------------

cdef int union_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil:
    cdef Tuple* variables = parameters_of(vm, <Tuple*>as_union(v).args.as_.block)
    cdef int status
    if variables == NULL:
        return ERROR
    status = filled_in(vm, v, variables, key, out)
    decref(vm, value_block(&variables.head))
    return status


cdef int union_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil:
    cdef Tuple* found
    if str_equal(name, NAME_ARGS):
        out[0] = value_copy(as_union(v).args)
        return OK
    if str_equal(name, NAME_PARAMETERS):
        found = parameters_of(vm, <Tuple*>as_union(v).args.as_.block)
        if found == NULL:
            return ERROR
        out[0] = value_block(&found.head)
        return OK
    return NOT_IMPLEMENTED


# _is_typing_union(value): is it shown as typing.Union[...]?
cdef int is_typing_union(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(type_of(args[0]) == T_UNION and as_union(args[0]).of_typing)
    return OK


cdef TypeRow* row = register_type(T_UNION, b"types.UnionType")
row.free = union_free
row.traverse = union_traverse
row.repr = union_repr
row.equal = union_equal
row.hash = union_hash
row.binary = union_binary
row.get_item = union_get_item
row.get_attribute = union_get_attribute

# Type variables and classes are joined here, so that their own files need to know nothing of unions.
types_pointer[T_TYPE_VARIABLE].binary = union_binary
types_pointer[T_NEW_TYPE].binary = union_binary
types_pointer[T_TYPE].binary = union_binary

register_native(-1, NATIVE_INTRINSIC, b"_is_typing_union(value, /)", is_typing_union, NULL)
