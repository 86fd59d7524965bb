"""Operators on instances whose special methods are functions of the program: their frames are pushed without asking the
prelude, which has the last word when a method answers NotImplemented."""

from libc.stdint cimport int64_t, uint16_t, uint32_t, uint8_t

from monty._calls cimport *
from monty._generated cimport *
from monty._generators cimport generator_of_method
from monty._heap cimport *
from monty._machine cimport *
from monty._operands cimport take_temporary
from monty.objects.class_rows cimport (METHOD_BINARY, METHOD_BOOL, METHOD_COMPARE, METHOD_INPLACE, METHOD_ITER,
                                       METHOD_LEN, METHOD_REFLECTED)
from monty.objects.instance cimport *
from monty.objects.str cimport str_static
from monty.objects.type cimport class_is_subclass, value_find_special

cdef Str* NAME_NEXT = str_static(b"__next__")

cdef Value* BINARY_REFUSED = prelude_slot(b"binary_refused")
cdef Value* COMPARISON_REFUSED = prelude_slot(b"comparison_refused")
cdef Value* FORMAT_SHOWN = prelude_slot(b"format_shown")
cdef Value* CHECKED_LENGTH = prelude_slot(b"checked_length")


cdef int call_special(Machine* m, Function* f, Value* operands, int64_t count, int64_t b, int64_t c, uint32_t dst,
                      int action, int flags) noexcept nogil:
    cdef Value* base = m.frame.stack_top
    cdef int64_t i
    if stack_reserve(m, &base, count) != OK:
        return ERROR
    for i in range(count):
        base[i] = value_copy(operands[i])
    if b >= 0:
        take_temporary(m, <uint32_t>b)
    if c >= 0:
        take_temporary(m, <uint32_t>c)
    if push_plain(m, f, base, count, dst, action, flags):
        return CALLED
    return call_function(m, f, base, count, value_unset(), dst, action, flags)


# Call it with `first` and `second` (unset: with `first` alone); both stay below its registers until its answer is known.
cdef int call_checked(Machine* m, Function* f, Value first, Value second, int check, int operator, int64_t b, int64_t c,
                      uint32_t dst, int action, int flags) noexcept nogil:
    cdef Value* base = m.frame.stack_top
    cdef Code* code = f.code
    cdef int count = 1 if second.tag == T_UNSET else 2
    cdef int status
    if likely(code.fast_arguments == count and code.flags & CODE_KEEPS_ARGUMENTS
              and base + code.register_count + STACK_SLACK < m.stack_end
              and m.frame + 1 < m.frames_limit and m.vm.fuel >= code.instruction_count):
        # Its parameters hold the operands until it returns.
        base[0] = value_copy(first)
        base[1] = value_copy(second)
        if b >= 0:
            take_temporary(m, <uint32_t>b)
        if c >= 0:
            take_temporary(m, <uint32_t>c)
        push_plain(m, f, base, count, dst, ACTION_CHECKED, flags)
        m.frame.outer_handled = value_int(action | check << 8 | <int64_t>operator << 16 | <int64_t>1 << IN_PLACE_SHIFT)
        return CALLED
    if stack_reserve(m, &base, 4) != OK:
        return ERROR
    base[0] = value_copy(first)
    base[1] = value_copy(second)
    base[2] = value_copy(first)
    base[3] = value_copy(second)
    if b >= 0:
        take_temporary(m, <uint32_t>b)
    if c >= 0:
        take_temporary(m, <uint32_t>c)
    status = CALLED
    if not push_plain(m, f, base + 2, count, dst, ACTION_CHECKED, flags):
        status = call_function(m, f, base + 2, count, value_unset(), dst, ACTION_CHECKED, flags)
    if status == CALLED:
        m.frame.outer_handled = value_int(action | check << 8 | operator << 16)
    else:
        # The stack may have moved.
        release_values(&m.vm, m.frame.stack_top, 2)
    return status


# Is the second operand's class a proper subclass of the first one's? Then it may be asked first.
cdef bint may_come_first(Value first, Value second) noexcept nogil:
    cdef Class* cls
    if not second.tag & SUBCLASSED or (second.tag & TYPE_MASK) == T_TYPE:
        return False
    cls = subclass_of(second)
    return not (first.tag & SUBCLASSED and subclass_of(first) == cls) and class_is_subclass(cls, class_of(first))


# A built-in number, or None, and an object that is no number: only the object's reflected method can know the answer.
cdef inline bint knows_nothing_of_objects(Value v) noexcept nogil:
    cdef int type = v.tag & EXACT_MASK
    return type == T_INT or type == T_FLOAT or type == T_LONG or type == T_BOOL or type == T_COMPLEX or type == T_NONE


cdef int special_binary_call(Machine* m, int operator, bint inplace, Value* operands, int64_t b, int64_t c,
                             uint32_t dst) noexcept nogil:
    cdef Function* f
    cdef Class* cls
    if operands[0].tag & SUBCLASSED:
        if of_one_class(operands[0], operands[1]):
            cls = (<Instance*>operands[0].as_.block).attributes.cls
        elif (operands[0].tag & TYPE_MASK) == T_TYPE or may_come_first(operands[0], operands[1]):
            return NOT_IMPLEMENTED
        else:
            cls = subclass_of(operands[0])
        if inplace:
            f = <Function*>cls.functions[METHOD_INPLACE + operator]
            if f != NULL:
                return call_checked(m, f, operands[0], operands[1], CHECK_INPLACE, operator, b, c, dst, ACTION_STORE, 0)
            if cls.row.inplace != NULL:
                return NOT_IMPLEMENTED
        f = <Function*>cls.functions[METHOD_BINARY + operator]
        if f == NULL:
            return NOT_IMPLEMENTED
        return call_checked(m, f, operands[0], operands[1], CHECK_BINARY, operator | inplace << 8, b, c, dst, ACTION_STORE, 0)
    if operands[1].tag != (T_INSTANCE | COUNTED | SUBCLASSED) or not knows_nothing_of_objects(operands[0]) or (
            (<Instance*>operands[1].as_.block).payload.tag != T_UNSET):
        return NOT_IMPLEMENTED
    f = <Function*>subclass_of(operands[1]).functions[METHOD_REFLECTED + operator]
    if f == NULL:
        return NOT_IMPLEMENTED
    return call_checked(m, f, operands[1], operands[0], CHECK_REFLECTED, operator | inplace << 8, b, c, dst, ACTION_STORE, 0)


cdef int special_compare_call(Machine* m, int comparison, Value* operands, int64_t b, int64_t c, uint32_t dst,
                              int action) noexcept nogil:
    cdef Function* f = special_function(operands[0], METHOD_COMPARE + comparison)
    cdef Class* cls
    cdef int flags = 0
    if f == NULL and comparison == CMP_NE and operands[0].tag == (T_INSTANCE | COUNTED | SUBCLASSED):
        # The __ne__ of object: the opposite of what __eq__ says.
        cls = (<Instance*>operands[0].as_.block).attributes.cls
        if not cls.flags & CLASS_UNEQUAL and cls.base == types_pointer[T_OBJECT].cls:
            f = <Function*>cls.functions[METHOD_COMPARE + CMP_EQ]
            flags = FRAME_INVERT
            if action == ACTION_STORE:
                action = ACTION_TRUTH
    if f == NULL or (not of_one_class(operands[0], operands[1]) and may_come_first(operands[0], operands[1])):
        return NOT_IMPLEMENTED
    return call_checked(m, f, operands[0], operands[1], CHECK_COMPARISON, comparison, b, c, dst, action, flags)


cdef int special_truth_call(Machine* m, Value v, int64_t b, uint32_t dst, int action, int flags) noexcept nogil:
    cdef Function* f = special_function(v, METHOD_BOOL)
    if f == NULL:
        return NOT_IMPLEMENTED
    return call_checked(m, f, v, value_unset(), CHECK_BOOL, 0, b, -1, dst, action, flags)


cdef int special_length_call(Machine* m, Value v, int dst, int action, int flags) noexcept nogil:
    cdef Function* f = special_function(v, METHOD_LEN)
    if f == NULL:
        return NOT_IMPLEMENTED
    return call_checked(m, f, v, value_unset(), CHECK_LENGTH, 0, -1, -1, dst, action, flags)


cdef bint is_iterator(VM* vm, Value v) noexcept nogil:
    cdef Value found
    cdef int type = type_of(v)
    return (is_plain_iterator(v) or (type != T_INSTANCE and types_pointer[type].next != NULL)
            or value_find_special(vm, v, NAME_NEXT, &found) == OK)


cdef int special_iterator_call(Machine* m, Value v, int64_t b, uint32_t dst) noexcept nogil:
    cdef Function* f = NULL
    cdef Value iterator
    cdef int status
    if v.tag & SUBCLASSED and (v.tag & TYPE_MASK) != T_TYPE:
        f = special_function(v, METHOD_ITER)
    if f == NULL:
        return NOT_IMPLEMENTED
    status = generator_of_method(&m.vm, f, v, &iterator)
    if status == OK:
        if b >= 0:
            take_temporary(m, <uint32_t>b)
        value_store(&m.vm, &m.frame.registers[dst], iterator)
    if status != NOT_IMPLEMENTED or f.code.flags & CODE_ANY_GENERATOR:
        return status
    return call_checked(m, f, v, value_unset(), CHECK_ITERATOR, 0, b, -1, dst, ACTION_STORE, 0)


cdef int special_text_call(Machine* m, Value v, int method, int check, int64_t b, uint32_t dst, int action,
                           int flags) noexcept nogil:
    cdef Function* f = special_function(v, method)
    if f == NULL:
        return NOT_IMPLEMENTED
    return call_checked(m, f, v, value_unset(), check, 0, b, -1, dst, action, flags)


# A method answered NotImplemented.
cdef int operand_refused(Machine* m, Value result, int check, int operator) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame = m.frame
    cdef Value[4] operands
    cdef int i
    cdef int action = <int>(frame.outer_handled.as_.i & 0xFF)
    cdef int dst = frame.dst
    cdef int flags = frame.flags & FRAME_INVERT
    cdef bint swapped = check == CHECK_REFLECTED
    cdef Value* kept = frame.registers if is_checked_in_place(frame) else frame.registers - 2
    cdef int status
    operands[0] = kept[1 if swapped else 0]
    operands[1] = kept[0 if swapped else 1]
    operands[2] = value_int(operator)
    operands[3] = value_int(check)
    kept[0].tag = T_UNSET
    kept[1].tag = T_UNSET
    # One that is not there any more is what was returned.
    for i in range(2):
        if operands[i].tag == T_UNSET:
            operands[i] = result
    frame_drop(m)
    if check == CHECK_COMPARISON:
        if flags:
            # It was an __eq__ that was asked in place of __ne__: what follows answers for that itself.
            flags = 0
            if action == ACTION_TRUTH:
                action = ACTION_STORE
        status = call_prelude(m, COMPARISON_REFUSED, operands, 3, dst, action, flags)
    else:
        status = call_prelude(m, BINARY_REFUSED, operands, 4, dst, action, flags)
    decref(vm, operands[0])
    decref(vm, operands[1])
    return status


cdef int checked_return(Machine* m, Value result) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame = m.frame
    cdef int64_t kept = frame.outer_handled.as_.i
    cdef int action = <int>(kept & 0xFF)
    cdef int check = <int>(kept >> 8 & 0xFF)
    cdef int dst = frame.dst
    cdef int flags = frame.flags
    cdef int status
    if check <= CHECK_COMPARISON:
        if result.tag == T_NOT_IMPLEMENTED:
            return operand_refused(m, result, check, <int>(kept >> 16))
        frame_drop(m)
        return deliver(m, result, dst, action, flags)
    frame_drop(m)
    if check == CHECK_BOOL and result.tag != T_BOOL:
        raise_format(vm, E_TYPE_ERROR, "__bool__ should return bool, returned %s", type_name(result), NULL, NULL)
        decref(vm, result)
        return ERROR
    if check >= CHECK_REPR and type_of(result) != T_STR:
        raise_format(vm, E_TYPE_ERROR, "%s returned non-string (type %s)",
                     "__repr__" if check == CHECK_REPR or check == CHECK_CONVERTED_REPR else "__str__", type_name(result), NULL)
        decref(vm, result)
        return ERROR
    if check >= CHECK_CONVERTED_REPR and exact_type(result) != T_STR:
        status = call_prelude(m, FORMAT_SHOWN, &result, 1, dst, action, flags)
        decref(vm, result)
        return status
    if check == CHECK_ITERATOR and not is_iterator(vm, result):
        raise_format(vm, E_TYPE_ERROR, "iter() returned non-iterator of type '%s'", type_name(result), NULL, NULL)
        decref(vm, result)
        return ERROR
    if check == CHECK_LENGTH and (result.tag != T_INT or result.as_.i < 0):
        status = call_prelude(m, CHECKED_LENGTH, &result, 1, dst, action, flags)
        decref(vm, result)
        return status
    return deliver(m, result, dst, action, flags)


from monty.objects.type cimport class_of
