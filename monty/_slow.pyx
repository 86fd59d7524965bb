"""The slow paths of instructions: every operation on values that the loop has no fast path for."""

from libc.stdint cimport int32_t, int64_t, uint16_t, uint32_t, uint64_t, uint8_t

from monty._builtins cimport builtin_find
from monty._calls cimport *
from monty._generated cimport *
from monty._generators cimport finish_dropped, generator_resume
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport *
from monty._specials cimport (call_special, special_binary_call, special_compare_call, special_function,
                              special_truth_call)
from monty.builtins.format cimport format_operation
from monty.objects.dict cimport Dict, dict_find_str, dict_get_str, dict_new, dict_next, dict_set, dict_update_dict
from monty.objects.descriptors cimport Member, Property
from monty.objects.instance cimport *
from monty.objects.str cimport str_static
from monty.objects.exception cimport (is_exception_class, exception_instance, exception_matches, exception_set_context,
                                     raise_named)
from monty.objects.function cimport cell_new, function_new
from monty.objects.list cimport List, list_append, list_extend, list_new, list_take
from monty.objects.module cimport Module, module_write_name
from monty.objects.range cimport range_new, slice_new
from monty.objects.set cimport Set, set_add, set_new
from monty.objects.set_operations cimport set_update_constants, set_update_from
from monty.objects.int cimport int_update
from monty.objects.str cimport str_append, str_char, str_join, str_same
from monty.objects.str_builder cimport (writer_ascii, writer_char, writer_discard, writer_finish, writer_init,
                                        writer_str)
from monty.objects.str_type cimport StrIterator, str_item, str_iterator_advance
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_items, tuple_new, tuple_take
from monty.objects.type cimport (class_is_subclass, bound_method_new, class_find_native, class_of, value_find_attribute, value_find_special, value_get_attribute,
                                 value_set_attribute)

cdef Str* NAME_NEXT = str_static(b"__next__")
cdef Str* NAME_KEYS = str_static(b"keys")
cdef Value* DICT_MERGE_MAPPING = prelude_slot(b"dict_merge_call")
cdef Value* MODULE_IMPORT_FROM = prelude_slot(b"module_import_from")
cdef Value* SPECIAL_EQ = prelude_slot(b"special_eq")
cdef Value* SPECIAL_NE = prelude_slot(b"special_ne")
cdef Value* SPECIAL_ORDER = prelude_slot(b"special_order")
cdef Value* SPECIAL_NEXT = prelude_slot(b"special_next")
cdef Value* PRELUDE_METHOD_CALL = prelude_slot(b"method_call")
cdef Value* METHOD_FIND = prelude_slot(b"method_find")
cdef Value* RAISE_CLASS = prelude_slot(b"raise_class")
cdef Value* RAISE_CLASS_FROM = prelude_slot(b"raise_class_from")
ctypedef Value* ValuePointer
cdef ValuePointer[6] COMPARISON_TWINS
COMPARISON_TWINS[CMP_LT] = prelude_slot(b"special_lt")
COMPARISON_TWINS[CMP_LE] = prelude_slot(b"special_le")
COMPARISON_TWINS[CMP_EQ] = SPECIAL_EQ
COMPARISON_TWINS[CMP_NE] = SPECIAL_NE
COMPARISON_TWINS[CMP_GT] = prelude_slot(b"special_gt")
COMPARISON_TWINS[CMP_GE] = prelude_slot(b"special_ge")

cdef enum:
    NO_REGISTER = 0xFFFF
    OUTPUT_CHUNK = 8192

cdef inline uint32_t operand_a(uint64_t word) noexcept nogil:
    return <uint16_t>(word >> 16)

cdef inline uint32_t operand_b(uint64_t word) noexcept nogil:
    return <uint16_t>(word >> 32)

cdef inline uint32_t operand_c(uint64_t word) noexcept nogil:
    return <uint16_t>(word >> 48)

cdef inline uint32_t operand_flag(uint64_t word) noexcept nogil:
    return <uint8_t>(word >> 8)


# Release the temporaries among two operands; -1 for an operand that is no register.
cdef inline void take_operands(Machine* m, int64_t b, int64_t c) noexcept nogil:
    if b >= 0:
        take_temporary(m, <uint32_t>b)
    if c >= 0:
        take_temporary(m, <uint32_t>c)


# An operation answered DEFER: its prelude twin does it. Operands are copied before their temporaries are released.
cdef int defer_operation(Machine* m, Value* operands, int64_t count, int64_t b, int64_t c, uint32_t dst, int action,
                         int flags) noexcept nogil:
    cdef Value[4] held
    cdef int64_t i
    cdef int status
    cdef Value* slot = m.vm.deferred
    for i in range(count):
        held[i] = value_copy(operands[i])
    take_operands(m, b, c)
    status = call_prelude(m, slot, held, count, dst, action, flags)
    for i in range(count):
        decref(&m.vm, held[i])
    return status


# --- names -----------------------------------------------------------------------------------------------------------

cdef int raise_about(Machine* m, int kind, const char* before, Value name, const char* after) noexcept nogil:
    cdef Writer w
    cdef Value message
    writer_init(&w, &m.vm)
    if (writer_ascii(&w, before, -1) != OK or writer_str(&w, <Str*>name.as_.block) != OK
            or writer_ascii(&w, after, -1) != OK):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    if kind == E_NAME_ERROR or kind == E_MODULE_NOT_FOUND_ERROR:
        return raise_named(&m.vm, kind, message, name, value_unset())
    return raise_value(&m.vm, kind, message)


cdef int raise_undefined(Machine* m, Value name) noexcept nogil:
    return raise_about(m, E_NAME_ERROR, "name '", name, "' is not defined")


cdef int raise_unbound(Machine* m, Value name) noexcept nogil:
    if m.frame.code.flags & CODE_MODULE:
        return raise_undefined(m, name)
    return raise_about(m, E_UNBOUND_LOCAL_ERROR, "cannot access local variable '", name,
                       "' where it is not associated with a value")


cdef int raise_unbound_free(Machine* m, Value name) noexcept nogil:
    return raise_about(m, E_NAME_ERROR, "cannot access free variable '", name,
                       "' where it is not associated with a value in enclosing scope")


cdef int raise_damaged(Machine* m) noexcept nogil:
    return raise_error(&m.vm, E_SYSTEM_ERROR, "damaged code: an instruction found an operand it cannot have")


cdef int get_builtin(Machine* m, Value* where, Value name) noexcept nogil:
    cdef Value found
    if not builtin_find(<Str*>name.as_.block, &found):
        return raise_undefined(m, name)
    value_store(&m.vm, where, found)
    return OK


cdef int make_cell(Machine* m, Value* where) noexcept nogil:
    cdef Value content = where[0]
    cdef Cell* cell
    where.tag = T_UNSET
    cell = cell_new(&m.vm, content)
    if cell == NULL:
        return ERROR
    where[0] = value_block(&cell.head)
    return OK


# --- operators -------------------------------------------------------------------------------------------------------

cdef int slow_binary_operands(Machine* m, uint64_t word, int operator, Value* right, int64_t c) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef uint32_t a = operand_a(word)
    cdef uint32_t b = operand_b(word)
    cdef Value result
    cdef Value[2] operands
    cdef int status
    operands[0] = R[b]
    operands[1] = right[0]
    if unlikely((operands[0].tag | operands[1].tag) & SUBCLASSED):
        status = special_binary_call(m, operator, operand_flag(word) & 1, operands, b, c, a)
        if status != NOT_IMPLEMENTED:
            return status
    if (operator == BIN_ADD and (a == b or b >= <uint32_t>m.frame.code.first_temp)
            and R[b].tag == (T_STR | COUNTED) and exact_type(operands[1]) == T_STR and c != b):
        # The left operand dies here: where nobody else holds it, the text grows in place.
        status = str_append(vm, &R[b], <Str*>operands[1].as_.block)
        if status != OK:
            return status
        if a != b:
            result = R[b]
            R[b].tag = T_UNSET
            take_operands(m, -1, c)
            value_store(vm, &R[a], result)
        else:
            take_operands(m, -1, c)
        return OK
    if (operands[0].tag == (T_LONG | COUNTED) and operands[0].as_.block.refcount == 1 and c != b
            and (a == b or b >= <uint32_t>m.frame.code.first_temp)):
        # As above: a big int that nobody else holds changes in place.
        status = int_update(vm, operator, &R[b], operands[1])
        if status != NOT_IMPLEMENTED:
            if status == OK:
                if a != b:
                    result = R[b]
                    R[b].tag = T_UNSET
                    take_operands(m, -1, c)
                    value_store(vm, &R[a], result)
                else:
                    take_operands(m, -1, c)
            return status
    status = value_binary(vm, operator, operand_flag(word) & 1, operands[0], operands[1], &result)
    if status == OK:
        take_operands(m, b, c)
        value_store(vm, &R[a], result)
        return OK
    if status == DEFER:
        return defer_operation(m, operands, 2, b, c, a, ACTION_STORE, 0)
    return status


cdef int slow_binary(Machine* m, uint64_t word, int operator, Value* right) noexcept nogil:
    return slow_binary_operands(m, word, operator, right, operand_c(word))


cdef int slow_binary_constant(Machine* m, uint64_t word, int operator, Value* right) noexcept nogil:
    return slow_binary_operands(m, word, operator, right, -1)


cdef int slow_unary(Machine* m, uint64_t word, int operator) noexcept nogil:
    cdef Value operand = m.frame.registers[operand_b(word)]
    cdef Value result
    cdef Function* f = special_function(operand, METHOD_UNARY + operator)
    cdef int status
    if f != NULL:
        return call_special(m, f, &operand, 1, operand_b(word), -1, operand_a(word), ACTION_STORE, 0)
    status = value_unary(&m.vm, operator, operand, &result)
    if status == OK:
        take_operands(m, operand_b(word), -1)
        value_store(&m.vm, &m.frame.registers[operand_a(word)], result)
        return OK
    if status == DEFER:
        return defer_operation(m, &operand, 1, operand_b(word), -1, operand_a(word), ACTION_STORE, 0)
    return status


cdef int slow_not(Machine* m, uint64_t word) noexcept nogil:
    cdef Value operand = m.frame.registers[operand_b(word)]
    cdef bint truth
    cdef int status = value_truth(&m.vm, operand, &truth)
    if status == OK:
        take_operands(m, operand_b(word), -1)
        value_store(&m.vm, &m.frame.registers[operand_a(word)], value_bool(not truth))
        return OK
    if status == DEFER:
        status = special_truth_call(m, operand, operand_b(word), operand_a(word), ACTION_TRUTH, FRAME_INVERT)
        if status != NOT_IMPLEMENTED:
            return status
        return defer_operation(m, &operand, 1, operand_b(word), -1, operand_a(word), ACTION_TRUTH, FRAME_INVERT)
    return status


# The operands of a deferred comparison for its twin: ordering twins are told which comparison it is.
cdef int defer_comparison(Machine* m, Value* operands, int comparison, int64_t b, int64_t c, uint32_t dst,
                          int action) noexcept nogil:
    cdef int flags = FRAME_INVERT if comparison == CMP_NE else 0
    cdef int status
    operands[2] = value_int(comparison)
    if unlikely(m.vm.deferred == SPECIAL_EQ or m.vm.deferred == SPECIAL_NE or m.vm.deferred == SPECIAL_ORDER):
        # What a program's own methods answer need be no bool.
        status = special_compare_call(m, comparison, operands, b, c, dst, action)
        if status != NOT_IMPLEMENTED:
            return status
        m.vm.deferred = COMPARISON_TWINS[comparison]
        return defer_operation(m, operands, 2, b, c, dst, action, 0)
    return defer_operation(m, operands, 2 if comparison == CMP_EQ or comparison == CMP_NE else 3, b, c, dst,
                           ACTION_TRUTH if action == ACTION_STORE else action, flags)


cdef int slow_compare(Machine* m, uint64_t word, int comparison) noexcept nogil:
    cdef Value[3] operands
    cdef bint truth
    cdef int status
    operands[0] = m.frame.registers[operand_b(word)]
    operands[1] = m.frame.registers[operand_c(word)]
    status = value_compare(&m.vm, comparison, operands[0], operands[1], NATIVE_DEPTH, &truth)
    if status == OK:
        take_operands(m, operand_b(word), operand_c(word))
        value_store(&m.vm, &m.frame.registers[operand_a(word)], value_bool(truth))
        return OK
    if status == DEFER:
        return defer_comparison(m, operands, comparison, operand_b(word), operand_c(word), operand_a(word),
                                ACTION_STORE)
    return status


cdef int slow_compare_branch(Machine* m, uint64_t word, int comparison, Value* right, bint* truth) noexcept nogil:
    cdef Value[3] operands
    cdef int status
    cdef int64_t c = -1
    if right == &m.frame.registers[operand_c(word)]:
        c = operand_c(word)
    operands[0] = m.frame.registers[operand_b(word)]
    operands[1] = right[0]
    if (comparison == CMP_EQ or comparison == CMP_NE) and exact_type(operands[0]) == T_STR and exact_type(right[0]) == T_STR:
        truth[0] = str_same(<Str*>operands[0].as_.block, <Str*>right.as_.block) == (comparison == CMP_EQ)
        take_operands(m, operand_b(word), c)
        return BRANCH
    status = value_compare(&m.vm, comparison, operands[0], operands[1], NATIVE_DEPTH, truth)
    if status == OK:
        take_operands(m, operand_b(word), c)
        return BRANCH
    if status == DEFER:
        return defer_comparison(m, operands, comparison, operand_b(word), c, 0, ACTION_BRANCH)
    return status


cdef int slow_truth_branch(Machine* m, uint64_t word, bint* truth) noexcept nogil:
    cdef Value operand = m.frame.registers[operand_b(word)]
    cdef int status = value_truth(&m.vm, operand, truth)
    if status == OK:
        take_operands(m, operand_b(word), -1)
        return BRANCH
    if status == DEFER:
        status = special_truth_call(m, operand, operand_b(word), 0, ACTION_BRANCH, 0)
        if status != NOT_IMPLEMENTED:
            return status
        return defer_operation(m, &operand, 1, operand_b(word), -1, 0, ACTION_BRANCH, 0)
    return status


cdef int slow_truth_keep(Machine* m, uint64_t word, bint* truth) noexcept nogil:
    cdef Value operand = m.frame.registers[operand_b(word)]
    cdef int status = value_truth(&m.vm, operand, truth)
    if status == OK:
        if truth[0] != <bint>operand_flag(word):
            take_operands(m, operand_b(word), -1)
        return BRANCH
    if status == DEFER:
        return defer_operation(m, &operand, 1, -1, -1, 0, ACTION_BRANCH, 0)
    return status


cdef int slow_is(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef bint same = value_is(R[operand_b(word)], R[operand_c(word)])
    take_operands(m, operand_b(word), operand_c(word))
    value_store(&m.vm, &R[operand_a(word)], value_bool(same != <bint>(operand_flag(word) & 1)))
    return OK


cdef int slow_in(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[2] operands
    cdef bint found
    cdef int status
    cdef bint inverted = operand_flag(word) & 1
    cdef Function* f
    operands[0] = m.frame.registers[operand_c(word)]
    operands[1] = m.frame.registers[operand_b(word)]
    f = special_function(operands[0], METHOD_CONTAINS)
    if f != NULL:
        return call_special(m, f, operands, 2, operand_b(word), operand_c(word), operand_a(word), ACTION_TRUTH,
                            FRAME_INVERT if inverted else 0)
    status = value_contains(&m.vm, operands[0], operands[1], &found)
    if status == OK:
        take_operands(m, operand_b(word), operand_c(word))
        value_store(&m.vm, &m.frame.registers[operand_a(word)], value_bool(found != inverted))
        return OK
    if status == DEFER:
        return defer_operation(m, operands, 2, operand_b(word), operand_c(word), operand_a(word), ACTION_TRUTH,
                               FRAME_INVERT if inverted else 0)
    return status


cdef int slow_in_branch(Machine* m, uint64_t word, bint* truth) noexcept nogil:
    cdef Value[2] operands
    cdef int status
    cdef Function* f
    operands[0] = m.frame.registers[operand_c(word)]
    operands[1] = m.frame.registers[operand_b(word)]
    f = special_function(operands[0], METHOD_CONTAINS)
    if f != NULL:
        return call_special(m, f, operands, 2, operand_b(word), operand_c(word), 0, ACTION_BRANCH, 0)
    status = value_contains(&m.vm, operands[0], operands[1], truth)
    if status == OK:
        take_operands(m, operand_b(word), operand_c(word))
        return BRANCH
    if status == DEFER:
        return defer_operation(m, operands, 2, operand_b(word), operand_c(word), 0, ACTION_BRANCH, 0)
    return status


cdef int loop_safepoint(Machine* m) noexcept nogil:
    if safepoint(&m.vm) != OK:
        return ERROR
    if m.vm.output_length > OUTPUT_CHUNK:
        return DELIVER_OUTPUT
    if m.vm.heap.dropped_count > 0:
        return finish_dropped(m)
    return OK


# --- iteration -------------------------------------------------------------------------------------------------------

cdef int slow_for_iter(Machine* m, uint64_t word) noexcept nogil:
    cdef Frame* frame = m.frame
    cdef Value iterator = frame.registers[operand_a(word)]
    cdef Value item
    cdef int status
    cdef int32_t distance
    if type_of(iterator) == T_GENERATOR:
        return generator_resume(m, <Generator*>iterator.as_.block, value_none(), operand_b(word), ACTION_FOR_ITER, 0)
    if iterator.tag & SUBCLASSED:
        if class_lookup(subclass_of(iterator), NAME_NEXT, &item) and type_of(item) == T_FUNCTION:
            return call_borrowed(m, item, iterator, operand_b(word), ACTION_FOR_ITER)
        if row_of(iterator).next != NULL:
            return call_prelude(m, SPECIAL_NEXT, &iterator, 1, operand_b(word), ACTION_FOR_ITER, 0)
    if type_of(iterator) == T_STR_ITERATOR:
        status = str_iterator_advance(&m.vm, <StrIterator*>iterator.as_.block, &item)
    else:
        status = value_next(&m.vm, iterator, &item)
    if status == OK:
        value_store(&m.vm, &frame.registers[operand_b(word)], item)
        distance = <int32_t>(frame.pc[0] >> 32)
        frame.pc += 1 + distance
        if distance < 0:
            m.vm.fuel += distance
            if m.vm.fuel < 0:
                return loop_safepoint(m)
        return OK
    if status == EXHAUSTED:
        value_store(&m.vm, &frame.registers[operand_a(word)], value_unset())
        frame.pc += 1
        return OK
    return status


# Call a function of the class with the object alone. The result goes where `action` says.
cdef int call_borrowed(Machine* m, Value function, Value receiver, int dst, int action) noexcept nogil:
    cdef Value* base = m.frame.stack_top
    cdef int status
    function = value_copy(function)
    receiver = value_copy(receiver)
    if stack_reserve(m, &base, 1) != OK:
        decref(&m.vm, function)
        decref(&m.vm, receiver)
        return ERROR
    base[0] = receiver
    status = call_value(m, function, base, 1, value_unset(), dst, action, 0)
    decref(&m.vm, function)
    return status


cdef int range_prepare(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef VM* vm = &m.vm
    cdef uint32_t a = operand_a(word)
    cdef Value* args = &R[operand_b(word)]
    cdef uint32_t count = operand_c(word)
    cdef int64_t start = 0
    cdef int64_t step = 1
    cdef int64_t stop
    cdef uint64_t length = 0
    cdef uint32_t i
    cdef bint plain = 1 <= count <= 3
    cdef Value made, iterator
    cdef int status
    for i in range(count):
        if args[i].tag != T_INT:
            plain = False
    if plain:
        if count == 1:
            stop = args[0].as_.i
        else:
            start = args[0].as_.i
            stop = args[1].as_.i
            if count == 3:
                step = args[2].as_.i
        if step == 0:
            return raise_error(vm, E_VALUE_ERROR, "range() arg 3 must not be zero")
        if -0x7FFFFFFF <= step <= 0x7FFFFFFF:
            if step > 0 and start < stop:
                length = (<uint64_t>stop - <uint64_t>start - 1) / <uint64_t>step + 1
            elif step < 0 and start > stop:
                length = (<uint64_t>start - <uint64_t>stop - 1) / <uint64_t>(-step) + 1
            if length <= <uint64_t>0x7FFFFFFFFFFFFFFF:
                value_store(vm, &R[a], value_unset())
                value_store(vm, &R[a + 1], value_int(<int64_t>length))
                R[a].aux = <uint32_t><int32_t>step
                R[a].as_.i = start
                R[a].tag = T_RANGE_STATE
                return OK
    status = range_new(vm, args, count, &made)
    if status == OK:
        status = value_iterate(vm, made, &iterator)
        decref(vm, made)
    if status == OK:
        for i in range(count):
            take_temporary(m, operand_b(word) + i)
        value_store(vm, &R[a], iterator)
        value_store(vm, &R[a + 1], value_unset())
    elif status == DEFER:
        return range_of_instances(m, args, count)
    return status


cdef Value* RANGE_CONSTRUCT = prelude_slot(b"range_of_instances")


# range() of numbers that only their __index__ knows: the prelude makes the range and its iterator.
cdef int range_of_instances(Machine* m, Value* args, uint32_t count) noexcept nogil:
    cdef Value[3] operands
    cdef uint32_t i
    cdef uint32_t a = operand_a((m.frame.pc - 1)[0])
    cdef uint32_t b = operand_b((m.frame.pc - 1)[0])
    cdef int status
    for i in range(count):
        operands[i] = value_copy(args[i])
    for i in range(count):
        take_temporary(m, b + i)
    value_store(&m.vm, &m.frame.registers[a + 1], value_unset())
    status = call_prelude(m, RANGE_CONSTRUCT, operands, count, a, ACTION_STORE, 0)
    for i in range(count):
        decref(&m.vm, operands[i])
    return status


cdef int slow_get_iter(Machine* m, uint64_t word) noexcept nogil:
    cdef Value operand = m.frame.registers[operand_b(word)]
    cdef Value iterator
    cdef int status = value_iterate(&m.vm, operand, &iterator)
    if status == OK:
        take_operands(m, operand_b(word), -1)
        value_store(&m.vm, &m.frame.registers[operand_a(word)], iterator)
        return OK
    if status == DEFER:
        return defer_operation(m, &operand, 1, operand_b(word), -1, operand_a(word), ACTION_STORE, 0)
    return status


cdef Value* UNPACK_EXACT = prelude_slot(b"unpack_exact")
cdef Value* UNPACK_STARRED = prelude_slot(b"unpack_starred")


cdef int slow_unpack(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef Value source = R[operand_b(word)]
    cdef uint32_t count = operand_c(word)
    cdef Value* items
    cdef int64_t length, i
    cdef Value[2] operands
    cdef int tag = type_of(source)
    if (tag == T_TUPLE or tag == T_LIST) and iterates_natively(source):
        if tag == T_TUPLE:
            items = tuple_items(<Tuple*>source.as_.block)
            length = (<Tuple*>source.as_.block).length
        else:
            items = (<List*>source.as_.block).items
            length = (<List*>source.as_.block).length
        if length > count:
            return raise_format_int(vm, E_VALUE_ERROR, "too many values to unpack (expected %lld)", count, 0)
        if length < count:
            return raise_format_int(vm, E_VALUE_ERROR, "not enough values to unpack (expected %lld, got %lld)", count,
                                    length)
        incref(source)
        take_operands(m, operand_b(word), -1)
        for i in range(<int64_t>count):
            value_store(vm, &R[operand_a(word) + i], value_copy(items[i]))
        decref(vm, source)
        return OK
    if not iterates_natively(source) and not is_native_iterator(source) and tag != T_GENERATOR and (
            row_of(source).iterate == NULL):
        return raise_format(vm, E_TYPE_ERROR, "cannot unpack non-iterable %s object", type_name(source), NULL, NULL)
    operands[0] = source
    operands[1] = value_int(count)
    vm.deferred = UNPACK_EXACT
    return defer_operation(m, operands, 2, operand_b(word), -1, operand_a(word), ACTION_UNPACK, 0)


cdef int slow_unpack_ex(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef Value source = R[operand_b(word)]
    cdef uint32_t a = operand_a(word)
    cdef int64_t before = operand_c(word) & 255
    cdef int64_t after = operand_c(word) >> 8
    cdef Value* items
    cdef int64_t length, i
    cdef Value[3] operands
    cdef List* rest
    cdef int tag = type_of(source)
    if (tag == T_TUPLE or tag == T_LIST) and iterates_natively(source):
        if tag == T_TUPLE:
            items = tuple_items(<Tuple*>source.as_.block)
            length = (<Tuple*>source.as_.block).length
        else:
            items = (<List*>source.as_.block).items
            length = (<List*>source.as_.block).length
        if length < before + after:
            return raise_format_int(vm, E_VALUE_ERROR,
                                    "not enough values to unpack (expected at least %lld, got %lld)", before + after,
                                    length)
        rest = list_new(vm, length - before - after)
        if rest == NULL:
            return ERROR
        for i in range(before, length - after):
            rest.items[rest.length] = value_copy(items[i])
            rest.length += 1
        incref(source)
        take_operands(m, operand_b(word), -1)
        for i in range(before):
            value_store(vm, &R[a + i], value_copy(items[i]))
        value_store(vm, &R[a + before], value_block(&rest.head))
        for i in range(after):
            value_store(vm, &R[a + before + 1 + i], value_copy(items[length - after + i]))
        decref(vm, source)
        return OK
    if not iterates_natively(source) and not is_native_iterator(source) and tag != T_GENERATOR and (
            row_of(source).iterate == NULL):
        return raise_format(vm, E_TYPE_ERROR, "cannot unpack non-iterable %s object", type_name(source), NULL, NULL)
    operands[0] = source
    operands[1] = value_int(before)
    operands[2] = value_int(after)
    vm.deferred = UNPACK_STARRED
    return defer_operation(m, operands, 3, operand_b(word), -1, a, ACTION_UNPACK, 0)


# --- calls -----------------------------------------------------------------------------------------------------------

cdef int slow_call(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef uint32_t b = operand_b(word)
    cdef Value callee = R[b]
    cdef int status
    R[b].tag = T_UNSET
    status = call_value(m, callee, &R[b + 1], operand_c(word), value_unset(), operand_a(word), ACTION_STORE, 0)
    decref(&m.vm, callee)
    return status


cdef int slow_call_constant(Machine* m, uint64_t word, Value callee) noexcept nogil:
    return call_value(m, callee, &m.frame.registers[operand_b(word)], operand_c(word), value_unset(), operand_a(word),
                      ACTION_STORE, 0)


cdef int slow_call_keywords(Machine* m, uint64_t word, uint64_t extension) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef uint32_t b = operand_b(word)
    cdef Value callee = R[b]
    cdef int status
    R[b].tag = T_UNSET
    status = call_value(m, callee, &R[b + 1], operand_c(word), m.frame.code.constants[<int32_t>(extension >> 32)],
                        operand_a(word), ACTION_STORE, 0)
    decref(&m.vm, callee)
    return status


cdef inline AttributeEntry* attribute_remember(Machine* m, Class* cls, int index, Block* block) noexcept nogil:
    cdef AttributeEntry* entry = attribute_entry_at(m, m.frame.pc, cls.version)
    entry.pc = m.frame.pc
    entry.version = cls.version
    entry.index = index
    entry.block = block
    return entry


cdef int slow_call_method(Machine* m, uint64_t word, uint64_t extension) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame = m.frame
    cdef Value* R = frame.registers
    cdef uint32_t b = operand_b(word)
    cdef uint32_t count = operand_c(word)
    cdef Value receiver = R[b]
    cdef Value keyword_names = value_unset()
    cdef Value attribute
    cdef Class* cls
    cdef CacheEntry* entry
    cdef Native* native
    cdef int status
    cdef Str* name
    if operand_a(extension) != 0:
        keyword_names = frame.code.constants[operand_a(extension) - 1]
    if receiver.tag == (T_BOUND_METHOD | COUNTED) and (
            (<BoundMethod*>receiver.as_.block).receiver.tag == T_UNSET):
        R[b].tag = T_UNSET
        attribute = value_copy((<BoundMethod*>receiver.as_.block).function)
        decref(vm, receiver)
        status = call_value(m, attribute, &R[b + 1], count, keyword_names, operand_a(word), ACTION_STORE, 0)
        decref(vm, attribute)
        return status
    if receiver.tag == T_UNSET:
        return raise_damaged(m)
    name = <Str*>frame.code.constants[<int32_t>(extension >> 32)].as_.block
    if row_of(receiver).get_attribute == NULL:
        cls = class_of(receiver)
        native = class_find_native(cls, name) if cls != NULL and cls.flags & CLASS_BUILTIN else NULL
        if native != NULL and native.kind == NATIVE_METHOD:
            if keyword_names.tag == T_UNSET and type_of(receiver) != T_GENERATOR:
                entry = &m.method_cache[(<size_t>frame.pc >> 3) & (METHOD_CACHE_SIZE - 1)]
                entry.pc = frame.pc
                entry.native = native
                entry.tag = type_of(receiver)
            return call_native(m, native, &R[b], count + 1, keyword_names, operand_a(word), ACTION_STORE, 0)
    if receiver.tag & SUBCLASSED and type_of(receiver) != T_TYPE and operand_flag(word) == 0:
        cls = subclass_of(receiver)
        if not cls.flags & CLASS_GET_ATTRIBUTE and class_lookup(cls, name, &attribute) and (
                type_of(attribute) == T_FUNCTION or (type_of(attribute) == T_NATIVE
                                                     and (<Native*>attribute.as_.block).kind == NATIVE_METHOD)):
            if not own_attribute_exists(receiver, name):
                if (keyword_names.tag == T_UNSET and receiver.tag == (T_INSTANCE | COUNTED | SUBCLASSED)
                        and type_of(attribute) == T_FUNCTION and class_key_index(cls, name) < 0
                        and (<Instance*>receiver.as_.block).attributes.dictionary == NULL):
                    attribute_remember(m, cls, ATTRIBUTE_CALLED, attribute.as_.block)
                attribute = value_copy(attribute)
                status = call_value(m, attribute, &R[b], count + 1, keyword_names, operand_a(word), ACTION_STORE, 0)
                decref(vm, attribute)
                return status
    status = value_get_attribute(vm, receiver, name, &attribute)
    if status == DEFER:
        # The attribute first, the call when it is there.
        return defer_method(m, word, receiver, frame.code.constants[<int32_t>(extension >> 32)], keyword_names)
    if status != OK:
        if status == ERROR:
            # The place of the error is the attribute, which is that of the first word; the call's is that of EXT.
            frame.pc -= 1
        return status
    R[b].tag = T_UNSET
    status = call_value(m, attribute, &R[b + 1], count, keyword_names, operand_a(word), ACTION_STORE, 0)
    decref(vm, attribute)
    decref(vm, receiver)
    return status


# Does the object itself have an attribute of that name, which would hide a method of its class?
cdef bint own_attribute_exists(Value v, Str* name) noexcept nogil:
    cdef Attributes* attributes = block_attributes(v.as_.block)
    cdef Value found
    if attributes != NULL:
        return attributes_find(attributes, name) != NULL
    if type_of(v) == T_EXCEPTION:
        found = (<ExceptionObject*>v.as_.block).attributes
        return found.tag != T_UNSET and dict_get_str(<Dict*>found.as_.block, name, &found)
    return False


# A method whose lookup needs something written in Python: the prelude looks it up and calls it.
cdef int defer_method(Machine* m, uint64_t word, Value receiver, Value name, Value keyword_names) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef uint32_t b = operand_b(word)
    cdef int64_t count = operand_c(word)
    cdef Value* base = m.frame.stack_top
    cdef int64_t i
    if stack_reserve(m, &base, count + 2) != OK:
        return ERROR
    base[0] = m.frame.registers[b]
    m.frame.registers[b].tag = T_UNSET
    base[1] = value_copy(name)
    for i in range(count):
        base[i + 2] = m.frame.registers[b + 1 + i]
        m.frame.registers[b + 1 + i].tag = T_UNSET
    return call_value(m, PRELUDE_METHOD_CALL[0], base, count + 2, keyword_names, operand_a(word), ACTION_STORE, 0)


# A method found before its arguments were evaluated: a bound method without a receiver stands in for the object.
cdef int find_method(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* where = &m.frame.registers[operand_a(word)]
    cdef Value name = m.frame.code.constants[operand_b(word)]
    cdef Value attribute, found
    cdef Value[2] operands
    cdef Class* cls
    cdef CacheEntry* entry
    cdef Native* native
    cdef int status
    if where.tag == T_UNSET:
        return raise_damaged(m)
    if row_of(where[0]).get_attribute == NULL:
        cls = class_of(where[0])
        entry = &m.method_cache[(<size_t>m.frame.pc >> 3) & (METHOD_CACHE_SIZE - 1)]
        if entry.pc == m.frame.pc and entry.tag == type_of(where[0]):
            return OK
        native = (class_find_native(cls, <Str*>name.as_.block) if cls != NULL and cls.flags & CLASS_BUILTIN
                  else NULL)
        if native != NULL and native.kind == NATIVE_METHOD:
            if type_of(where[0]) != T_GENERATOR:
                entry.pc = m.frame.pc
                entry.tag = type_of(where[0])
                entry.native = native
            return OK
    if where.tag & SUBCLASSED and type_of(where[0]) != T_TYPE:
        # A method of the class: found again when it is called.
        cls = subclass_of(where[0])
        if not cls.flags & CLASS_GET_ATTRIBUTE and class_lookup(cls, <Str*>name.as_.block, &attribute) and (
                type_of(attribute) == T_FUNCTION or (type_of(attribute) == T_NATIVE
                                                     and (<Native*>attribute.as_.block).kind == NATIVE_METHOD)):
            if not own_attribute_exists(where[0], <Str*>name.as_.block):
                if where.tag == (T_INSTANCE | COUNTED | SUBCLASSED) and class_key_index(cls, <Str*>name.as_.block) < 0:
                    attribute_remember(m, cls, ATTRIBUTE_CALLED, attribute.as_.block)
                return OK
    status = value_get_attribute(vm, where[0], <Str*>name.as_.block, &attribute)
    if status == DEFER:
        operands[0] = where[0]
        operands[1] = name
        vm.deferred = METHOD_FIND
        return defer_operation(m, operands, 2, -1, -1, operand_a(word), ACTION_STORE, 0)
    if status != OK:
        return status
    status = bound_method_new(vm, attribute, value_unset(), &found)
    decref(vm, attribute)
    if status == OK:
        value_store(vm, where, found)
    return status


cdef int slow_call_spread(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef uint32_t b = operand_b(word)
    cdef Value callee = R[b]
    cdef Value positional = R[b + 1]
    cdef Value keywords = R[b + 2]
    cdef Value names = value_unset()
    cdef Value key, item
    cdef Value* base
    cdef int64_t count, total, i
    cdef int64_t position = 0
    cdef Tuple* t
    cdef int status
    if positional.tag != (T_LIST | COUNTED) or (keywords.tag != T_UNSET and keywords.tag != (T_DICT | COUNTED)):
        return raise_damaged(m)
    count = (<List*>positional.as_.block).length
    total = count
    if keywords.tag != T_UNSET and (<Dict*>keywords.as_.block).count > 0:
        total += (<Dict*>keywords.as_.block).count
        t = tuple_new(vm, (<Dict*>keywords.as_.block).count)
        if t == NULL:
            return ERROR
        names = value_block(&t.head)
    base = m.frame.stack_top
    if stack_reserve(m, &base, 2 * total) != OK:
        decref(vm, names)
        return ERROR
    R = m.frame.registers
    R[b].tag = T_UNSET
    R[b + 1].tag = T_UNSET
    R[b + 2].tag = T_UNSET
    for i in range(count):
        base[i] = value_copy((<List*>positional.as_.block).items[i])
    if names.tag != T_UNSET:
        i = 0
        while dict_next(<Dict*>keywords.as_.block, &position, &key, &item):
            tuple_items(<Tuple*>names.as_.block)[i] = value_copy(key)
            base[count + i] = value_copy(item)
            i += 1
    decref(vm, positional)
    decref(vm, keywords)
    status = call_value(m, callee, base, total, names, operand_a(word), ACTION_STORE, 0)
    decref(vm, names)
    decref(vm, callee)
    return status


cdef int make_function(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame = m.frame
    cdef Value* R = frame.registers
    cdef uint32_t b = operand_b(word)
    cdef uint32_t flag = operand_flag(word)
    cdef Code* code = <Code*>frame.code.constants[operand_c(word)].as_.block
    cdef Function* f = function_new(vm, code, frame.module)
    cdef int32_t i
    cdef Cell* cell
    if f == NULL:
        return ERROR
    for i in range(code.capture_count):
        if code.captures[i].local:
            if R[code.captures[i].index].tag != (T_CELL | COUNTED):
                decref(vm, value_block(&f.head))
                return raise_damaged(m)
            cell = <Cell*>R[code.captures[i].index].as_.block
        else:
            cell = function_cells(frame.function)[code.captures[i].index]
        cell.head.refcount += 1
        function_cells(f)[i] = cell
    if flag & 1:
        f.defaults = R[b]
        R[b].tag = T_UNSET
    if flag & 2:
        f.keyword_defaults = R[b + 1]
        R[b + 1].tag = T_UNSET
    if flag & 4:
        f.annotations = R[b + 2]
        R[b + 2].tag = T_UNSET
    if (flag & 1 and type_of(f.defaults) != T_TUPLE) or (flag & 2 and type_of(f.keyword_defaults) != T_DICT):
        decref(vm, value_block(&f.head))
        return raise_damaged(m)
    value_store(vm, &R[operand_a(word)], value_block(&f.head))
    return OK


# --- displays --------------------------------------------------------------------------------------------------------

cdef int build_list(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* items = &m.frame.registers[operand_b(word)]
    cdef int64_t count = operand_c(word)
    cdef int64_t i
    cdef List* lst = list_take(&m.vm, items, count)
    if lst == NULL:
        return ERROR
    for i in range(count):
        items[i].tag = T_UNSET
    value_store(&m.vm, &m.frame.registers[operand_a(word)], value_block(&lst.head))
    return OK


cdef int build_tuple(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* items = &m.frame.registers[operand_b(word)]
    cdef int64_t count = operand_c(word)
    cdef int64_t i
    cdef Tuple* t = tuple_take(&m.vm, items, count)
    if t == NULL:
        return ERROR
    for i in range(count):
        items[i].tag = T_UNSET
    value_store(&m.vm, &m.frame.registers[operand_a(word)], value_block(&t.head))
    return OK


cdef Value* SET_DISPLAY = prelude_slot(b"build_set_display")
cdef Value* DICT_DISPLAY = prelude_slot(b"build_dict_display")


# A display whose hashing must defer: its items become a tuple for the prelude, which builds it item by item.
cdef int display_in_prelude(Machine* m, uint64_t word, int64_t count, Value* slot) noexcept nogil:
    cdef Value* items = &m.frame.registers[operand_b(word)]
    cdef Tuple* t = tuple_take(&m.vm, items, count)
    cdef Value all_items
    cdef int64_t i
    cdef int status
    if t == NULL:
        return ERROR
    for i in range(count):
        items[i].tag = T_UNSET
    all_items = value_block(&t.head)
    status = call_prelude(m, slot, &all_items, 1, operand_a(word), ACTION_STORE, 0)
    decref(&m.vm, all_items)
    return status


cdef int build_set(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* items = &m.frame.registers[operand_b(word)]
    cdef int64_t count = operand_c(word)
    cdef int64_t i
    cdef int status = OK
    cdef Set* s = set_new(vm, T_SET)
    if s == NULL:
        return ERROR
    for i in range(count):
        status = set_add(vm, s, items[i])
        if status != OK:
            decref(vm, value_block(&s.head))
            if status == DEFER:
                return display_in_prelude(m, word, count, SET_DISPLAY)
            return status
    for i in range(count):
        take_temporary(m, operand_b(word) + <uint32_t>i)
    value_store(vm, &m.frame.registers[operand_a(word)], value_block(&s.head))
    return OK


cdef int build_dict(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* items = &m.frame.registers[operand_b(word)]
    cdef int64_t count = operand_c(word)
    cdef int64_t i
    cdef int status = OK
    cdef Dict* d = dict_new(vm, count)
    if d == NULL:
        return ERROR
    for i in range(count):
        status = dict_set(vm, d, items[2 * i], items[2 * i + 1])
        if status != OK:
            decref(vm, value_block(&d.head))
            if status == DEFER:
                return display_in_prelude(m, word, 2 * count, DICT_DISPLAY)
            return status
    for i in range(2 * count):
        take_temporary(m, operand_b(word) + <uint32_t>i)
    value_store(vm, &m.frame.registers[operand_a(word)], value_block(&d.head))
    return OK


cdef int build_slice(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* items = &m.frame.registers[operand_b(word)]
    cdef Value made
    cdef uint32_t i
    if slice_new(&m.vm, items[0], items[1], items[2], &made) != OK:
        return ERROR
    for i in range(3):
        take_temporary(m, operand_b(word) + i)
    value_store(&m.vm, &m.frame.registers[operand_a(word)], made)
    return OK


cdef int build_string(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* items = &m.frame.registers[operand_b(word)]
    cdef uint32_t count = operand_c(word)
    cdef uint32_t i
    cdef Value made
    for i in range(count):
        if type_of(items[i]) != T_STR:
            return raise_damaged(m)
    if str_join(&m.vm, NULL, items, count, &made) != OK:
        return ERROR
    for i in range(count):
        take_temporary(m, operand_b(word) + i)
    value_store(&m.vm, &m.frame.registers[operand_a(word)], made)
    return OK


# --- * and ** --------------------------------------------------------------------------------------------------------

# "f() argument after * must be ..." names the function; raise it. Returns ERROR.
cdef int raise_spread(Machine* m, Value callee, const char* text, Value culprit) noexcept nogil:
    cdef Writer w
    cdef Value message
    writer_init(&w, &m.vm)
    if write_callee(&w, callee) != OK or writer_ascii(&w, text, -1) != OK or (
            type_of(culprit) == T_STR and writer_str(&w, <Str*>culprit.as_.block) != OK) or (
            type_of(culprit) != T_STR and writer_ascii(&w, type_name(culprit), -1) != OK):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    return raise_value(&m.vm, E_TYPE_ERROR, message)


cdef int write_callee(Writer* w, Value callee) noexcept nogil:
    cdef Value f = callee
    if type_of(f) == T_BOUND_METHOD:
        f = (<BoundMethod*>f.as_.block).function
    if type_of(f) == T_FUNCTION:
        if (<Function*>f.as_.block).module != NULL and (
                writer_str(w, <Str*>(<Function*>f.as_.block).module.name.as_.block) != OK or writer_char(w, c'.') != OK):
            return ERROR
        if writer_str(w, <Str*>(<Function*>f.as_.block).qualname.as_.block) != OK:
            return ERROR
        return writer_ascii(w, "()", 2)
    if type_of(f) == T_NATIVE:
        if writer_str(w, (<Native*>f.as_.block).name) != OK:
            return ERROR
        return writer_ascii(w, "()", 2)
    if type_of(f) == T_TYPE:
        if writer_str(w, <Str*>(<Class*>f.as_.block).name.as_.block) != OK:
            return ERROR
        return writer_ascii(w, "()", 2)
    return writer_ascii(w, type_name(f), -1)


cdef Value* LIST_EXTEND_DISPLAY = prelude_slot(b"list_extend_display")
cdef Value* SET_UPDATE_DISPLAY = prelude_slot(b"set_update_display")
cdef Value* DICT_UPDATE_DISPLAY = prelude_slot(b"dict_update_display")
cdef Value* SET_ADD_DISPLAY = prelude_slot(b"set_add_display")
cdef Value* DICT_SET_DISPLAY = prelude_slot(b"dict_set_display")


cdef bint is_iterable(Value v) noexcept nogil:
    cdef int tag = type_of(v)
    return tag == T_GENERATOR or row_of(v).iterate != NULL or iterates_natively(v) or is_native_iterator(v)


cdef int slow_list_extend(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef uint32_t c = operand_c(word)
    cdef Value[2] operands
    cdef int status
    operands[0] = R[operand_a(word)]
    operands[1] = R[operand_b(word)]
    if operands[0].tag != (T_LIST | COUNTED):
        return raise_damaged(m)
    if not is_iterable(operands[1]):
        if c != NO_REGISTER:
            return raise_spread(m, R[c], " argument after * must be an iterable, not ", operands[1])
        return raise_format(vm, E_TYPE_ERROR, "Value after * must be an iterable, not %s", type_name(operands[1]),
                            NULL, NULL)
    status = list_extend(vm, <List*>operands[0].as_.block, operands[1])
    if status == DEFER:
        vm.deferred = LIST_EXTEND_DISPLAY
        return defer_operation(m, operands, 2, operand_b(word), -1, 0, ACTION_DISCARD, 0)
    if status == OK:
        take_operands(m, operand_b(word), -1)
    return status


cdef int list_to_tuple(Machine* m, uint64_t word) noexcept nogil:
    cdef Value source = m.frame.registers[operand_b(word)]
    cdef Tuple* t
    if source.tag != (T_LIST | COUNTED):
        return raise_damaged(m)
    t = tuple_copy(&m.vm, (<List*>source.as_.block).items, (<List*>source.as_.block).length)
    if t == NULL:
        return ERROR
    take_operands(m, operand_b(word), -1)
    value_store(&m.vm, &m.frame.registers[operand_a(word)], value_block(&t.head))
    return OK


cdef int slow_set_add(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[2] operands
    cdef int status
    operands[0] = m.frame.registers[operand_a(word)]
    operands[1] = m.frame.registers[operand_b(word)]
    if operands[0].tag != (T_SET | COUNTED):
        return raise_damaged(m)
    status = set_add(&m.vm, <Set*>operands[0].as_.block, operands[1])
    if status == OK:
        take_operands(m, operand_b(word), -1)
    elif status == DEFER:
        m.vm.deferred = SET_ADD_DISPLAY
        return defer_operation(m, operands, 2, operand_b(word), -1, 0, ACTION_DISCARD, 0)
    return status


cdef int slow_set_update(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[2] operands
    cdef int status
    operands[0] = m.frame.registers[operand_a(word)]
    operands[1] = m.frame.registers[operand_b(word)]
    if operands[0].tag != (T_SET | COUNTED):
        return raise_damaged(m)
    if not is_iterable(operands[1]):
        return raise_format(&m.vm, E_TYPE_ERROR, "'%s' object is not iterable", type_name(operands[1]), NULL, NULL)
    if operand_flag(word):
        status = set_update_constants(&m.vm, <Set*>operands[0].as_.block, operands[1])
    else:
        status = set_update_from(&m.vm, <Set*>operands[0].as_.block, operands[1])
    if status == OK:
        take_operands(m, operand_b(word), -1)
    elif status == DEFER:
        m.vm.deferred = SET_UPDATE_DISPLAY
        return defer_operation(m, operands, 2, operand_b(word), -1, 0, ACTION_DISCARD, 0)
    return status


cdef int slow_dict_set(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[3] operands
    cdef Value* R = m.frame.registers
    cdef int status
    operands[0] = R[operand_a(word)]
    operands[1] = R[operand_b(word)]
    operands[2] = R[operand_c(word)]
    if operands[0].tag != (T_DICT | COUNTED):
        return raise_damaged(m)
    status = dict_set(&m.vm, <Dict*>operands[0].as_.block, operands[1], operands[2])
    if status == OK:
        take_operands(m, operand_b(word), operand_c(word))
    elif status == DEFER:
        m.vm.deferred = DICT_SET_DISPLAY
        return defer_operation(m, operands, 3, operand_b(word), operand_c(word), 0, ACTION_DISCARD, 0)
    return status


cdef int slow_dict_update(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[2] operands
    cdef Value keys
    cdef int status
    operands[0] = m.frame.registers[operand_a(word)]
    operands[1] = m.frame.registers[operand_b(word)]
    if operands[0].tag != (T_DICT | COUNTED):
        return raise_damaged(m)
    if type_of(operands[1]) == T_DICT and iterates_natively(operands[1]):
        status = dict_update_dict(&m.vm, <Dict*>operands[0].as_.block, <Dict*>operands[1].as_.block)
        if status == OK:
            take_operands(m, operand_b(word), -1)
        if status != DEFER:
            return status
    elif value_find_special(&m.vm, operands[1], NAME_KEYS, &keys) != OK:
        return raise_format(&m.vm, E_TYPE_ERROR, "'%s' object is not a mapping", type_name(operands[1]), NULL, NULL)
    m.vm.deferred = DICT_UPDATE_DISPLAY
    return defer_operation(m, operands, 2, operand_b(word), -1, 0, ACTION_DISCARD, 0)


cdef int slow_dict_merge(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef Value target = R[operand_a(word)]
    cdef Value source = R[operand_b(word)]
    cdef Value callee = R[operand_c(word)] if operand_c(word) != NO_REGISTER else value_unset()
    cdef Value[3] operands
    cdef Value key, item, found
    cdef int64_t position = 0
    cdef int status
    if target.tag != (T_DICT | COUNTED):
        return raise_damaged(m)
    if type_of(source) != T_DICT or not iterates_natively(source):
        if value_find_special(vm, source, NAME_KEYS, &found) == OK:
            operands[0] = target
            operands[1] = source
            operands[2] = callee if callee.tag != T_UNSET else value_none()
            vm.deferred = DICT_MERGE_MAPPING
            return defer_operation(m, operands, 3, operand_b(word), -1, 0, ACTION_DISCARD, 0)
        return raise_spread(m, callee, " argument after ** must be a mapping, not ", source)
    while dict_next(<Dict*>source.as_.block, &position, &key, &item):
        if type_of(key) != T_STR:
            return raise_error(vm, E_TYPE_ERROR, "keywords must be strings")
        if dict_get_str(<Dict*>target.as_.block, <Str*>key.as_.block, &found):
            return raise_duplicate_keyword(m, callee, key)
        status = dict_set(vm, <Dict*>target.as_.block, key, item)
        if status == OK:
            status = poll(vm, 8)
        if status != OK:
            return status
    take_operands(m, operand_b(word), -1)
    return OK


cdef int raise_duplicate_keyword(Machine* m, Value callee, Value key) noexcept nogil:
    cdef Writer w
    cdef Value message
    writer_init(&w, &m.vm)
    if (write_callee(&w, callee) != OK or writer_ascii(&w, " got multiple values for keyword argument '", -1) != OK
            or writer_str(&w, <Str*>key.as_.block) != OK or writer_char(&w, 39) != OK):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    return raise_value(&m.vm, E_TYPE_ERROR, message)


# --- formatting ------------------------------------------------------------------------------------------------------

cdef int slow_format(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef uint32_t c = operand_c(word)
    cdef Value[3] operands
    cdef Value result
    cdef int status
    operands[0] = R[operand_b(word)]
    operands[1] = value_int(operand_flag(word))
    operands[2] = value_none()
    if c != NO_REGISTER:
        operands[2] = R[c]
        if type_of(R[c]) != T_STR:
            return raise_damaged(m)
    status = format_operation(vm, operands[0], <int>operand_flag(word), operands[2], &result)
    if status == DEFER:
        return defer_operation(m, operands, 3, operand_b(word), c if c != NO_REGISTER else -1, operand_a(word),
                               ACTION_STORE, 0)
    if status != OK:
        return status
    take_operands(m, operand_b(word), c if c != NO_REGISTER else -1)
    value_store(vm, &R[operand_a(word)], result)
    return OK


# --- subscripts and attributes ---------------------------------------------------------------------------------------

cdef int get_item_operands(Machine* m, uint64_t word, Value key, int64_t c) noexcept nogil:
    cdef Value[2] operands
    cdef Value result
    cdef Function* f
    cdef int status
    operands[0] = m.frame.registers[operand_b(word)]
    operands[1] = key
    f = special_function(operands[0], METHOD_GET_ITEM)
    if f != NULL:
        return call_special(m, f, operands, 2, operand_b(word), c, operand_a(word), ACTION_STORE, 0)
    if key.tag == T_INT and exact_type(operands[0]) == T_STR:
        status = str_item(&m.vm, <Str*>operands[0].as_.block, key.as_.i, &result)
    else:
        status = value_get_item(&m.vm, operands[0], key, &result)
    if status == OK:
        take_operands(m, operand_b(word), c)
        value_store(&m.vm, &m.frame.registers[operand_a(word)], result)
        return OK
    if status == DEFER:
        return defer_operation(m, operands, 2, operand_b(word), c, operand_a(word), ACTION_STORE, 0)
    return status


cdef int slow_get_item(Machine* m, uint64_t word, Value key) noexcept nogil:
    return get_item_operands(m, word, key, operand_c(word))


cdef int slow_get_item_constant(Machine* m, uint64_t word, Value key) noexcept nogil:
    return get_item_operands(m, word, key, -1)


cdef int slow_set_item(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[3] operands
    cdef Value* R = m.frame.registers
    cdef Function* f
    cdef int status
    operands[0] = R[operand_a(word)]
    operands[1] = R[operand_b(word)]
    operands[2] = R[operand_c(word)]
    status = value_set_item(&m.vm, operands[0], operands[1], operands[2])
    if status == OK:
        take_operands(m, operand_b(word), operand_c(word))
        take_operands(m, operand_a(word), -1)
        return OK
    if status == DEFER:
        incref(operands[0])
        take_operands(m, operand_a(word), -1)
        f = special_function(operands[0], METHOD_SET_ITEM)
        if f != NULL:
            status = call_special(m, f, operands, 3, operand_b(word), operand_c(word), 0, ACTION_DISCARD, 0)
        else:
            status = defer_operation(m, operands, 3, operand_b(word), operand_c(word), 0, ACTION_DISCARD, 0)
        decref(&m.vm, operands[0])
    return status


cdef int slow_delete_item(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[2] operands
    cdef int status
    operands[0] = m.frame.registers[operand_a(word)]
    operands[1] = m.frame.registers[operand_b(word)]
    status = value_delete_item(&m.vm, operands[0], operands[1])
    if status == OK:
        take_operands(m, operand_a(word), operand_b(word))
        return OK
    if status == DEFER:
        return defer_operation(m, operands, 2, operand_a(word), operand_b(word), 0, ACTION_DISCARD, 0)
    return status


# The number of the slot that a member of the class stands for, -1 for anything else.
cdef inline int slot_index(Value found, Class* cls) noexcept nogil:
    if type_of(found) == T_MEMBER and class_is_subclass(cls, (<Member*>found.as_.block).owner):
        return <int>(<Member*>found.as_.block).index
    return -1


# What the entry's class, or one of its bases, has in its dict: read there, since data may be replaced by data without
# another version.
cdef inline bint entry_value(AttributeEntry* entry, Str* name, Value* out) noexcept nogil:
    cdef Dict* d = <Dict*>entry.block
    cdef int64_t place = entry.place
    if place < d.filled and d.entries[place].key.tag != T_UNSET and <Str*>d.entries[place].key.as_.block == name:
        out[0] = value_copy(d.entries[place].value)
        return True
    return False


# Remember where the class or a base keeps data under this name, unless that is a built-in class.
cdef void class_data_remember(Machine* m, Class* cls, Str* name) noexcept nogil:
    cdef Tuple* mro = <Tuple*>cls.mro.as_.block
    cdef Class* base
    cdef int64_t i, index
    for i in range(mro.length):
        base = <Class*>tuple_items(mro)[i].as_.block
        if base.flags & CLASS_BUILTIN:
            return
        index = dict_find_str(<Dict*>base.attributes.as_.block, name)
        if index >= 0:
            attribute_remember(m, cls, ATTRIBUTE_OF_CLASS, base.attributes.as_.block).place = <uint32_t>index
            return


cdef int slow_get_attribute(Machine* m, uint64_t word) noexcept nogil:
    cdef Value v = m.frame.registers[operand_b(word)]
    cdef Value result, name
    cdef Value[2] operands
    cdef Class* cls
    cdef AttributeEntry* entry
    cdef int index
    cdef int status
    if v.tag == T_UNSET:
        return raise_damaged(m)
    name = m.frame.code.constants[operand_c(word)]
    if v.tag == (T_INSTANCE | COUNTED | SUBCLASSED):
        cls = (<Instance*>v.as_.block).attributes.cls
        entry = attribute_entry_at(m, m.frame.pc, cls.version)
        if entry.pc == m.frame.pc and entry.version == cls.version and (
                (<Instance*>v.as_.block).attributes.dictionary == NULL):
            if entry.index == ATTRIBUTE_GETTER:
                return call_special(m, <Function*>entry.block, &v, 1, operand_b(word), -1, operand_a(word),
                                    ACTION_STORE, 0)
            if entry.index == ATTRIBUTE_OF_CLASS and entry_value(entry, <Str*>name.as_.block, &result):
                take_operands(m, operand_b(word), -1)
                value_store(&m.vm, &m.frame.registers[operand_a(word)], result)
                return OK
        if not cls.flags & CLASS_GET_ATTRIBUTE:
            if class_lookup(cls, <Str*>name.as_.block, &result):
                if result.tag == (T_PROPERTY | COUNTED) and not cls.flags & CLASS_GET_ATTR and (
                        type_of((<Property*>result.as_.block).getter) == T_FUNCTION):
                    result = (<Property*>result.as_.block).getter
                    if not (<Function*>result.as_.block).code.flags & CODE_ANY_GENERATOR:
                        attribute_remember(m, cls, ATTRIBUTE_GETTER, result.as_.block)
                    return call_special(m, <Function*>result.as_.block, &v, 1, operand_b(word), -1, operand_a(word),
                                        ACTION_STORE, 0)
                index = slot_index(result, cls)
                if is_data(result) and class_key_index(cls, <Str*>name.as_.block) < 0:
                    class_data_remember(m, cls, <Str*>name.as_.block)
            else:
                index = class_key_index(cls, <Str*>name.as_.block)
            if index >= 0:
                # An attribute that only instances have: from now on found by its number.
                attribute_remember(m, cls, index, NULL)
    elif type_of(v) == T_TYPE and not v.tag & SUBCLASSED and not (<Class*>v.as_.block).flags & CLASS_BUILTIN:
        cls = <Class*>v.as_.block
        entry = attribute_entry_at(m, m.frame.pc, cls.version)
        if entry.pc == m.frame.pc and entry.version == cls.version and entry.index == ATTRIBUTE_OF_CLASS and (
                entry_value(entry, <Str*>name.as_.block, &result)):
            take_operands(m, operand_b(word), -1)
            value_store(&m.vm, &m.frame.registers[operand_a(word)], result)
            return OK
        # Names between underscores may be those of type itself.
        if (<Str*>name.as_.block).length > 0 and str_char(<Str*>name.as_.block, 0) != c'_' and class_lookup(cls, <Str*>name.as_.block, &result) and (
                is_data(result) or type_of(result) == T_FUNCTION):
            class_data_remember(m, cls, <Str*>name.as_.block)
    status = value_get_attribute(&m.vm, v, <Str*>name.as_.block, &result)
    if status == OK:
        take_operands(m, operand_b(word), -1)
        value_store(&m.vm, &m.frame.registers[operand_a(word)], result)
    elif status == DEFER:
        operands[0] = v
        operands[1] = name
        return defer_operation(m, operands, 2, operand_b(word), -1, operand_a(word), ACTION_STORE, 0)
    return status


cdef int slow_set_attribute(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef Value[3] operands
    cdef Value found
    cdef Class* cls
    cdef int index
    cdef int status
    if R[operand_a(word)].tag == T_UNSET or R[operand_c(word)].tag == T_UNSET:
        return raise_damaged(m)
    operands[0] = R[operand_a(word)]
    operands[1] = m.frame.code.constants[operand_b(word)]
    operands[2] = R[operand_c(word)]
    status = value_set_attribute(&m.vm, operands[0], operands[1], operands[2])
    if status == OK:
        if operands[0].tag == (T_INSTANCE | COUNTED | SUBCLASSED):
            cls = (<Instance*>operands[0].as_.block).attributes.cls
            if not cls.flags & CLASS_SET_ATTRIBUTE:
                if class_lookup(cls, <Str*>operands[1].as_.block, &found):
                    index = slot_index(found, cls)
                else:
                    index = class_key_index(cls, <Str*>operands[1].as_.block)
                if index >= 0:
                    attribute_remember(m, cls, index, NULL)
        take_operands(m, operand_a(word), operand_c(word))
    elif status == DEFER:
        incref(operands[0])
        take_operands(m, operand_a(word), -1)
        status = defer_operation(m, operands, 3, operand_c(word), -1, 0, ACTION_DISCARD, 0)
        decref(&m.vm, operands[0])
    return status


cdef int slow_delete_attribute(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef Value[2] operands
    cdef int status
    if R[operand_a(word)].tag == T_UNSET:
        return raise_damaged(m)
    operands[0] = R[operand_a(word)]
    operands[1] = m.frame.code.constants[operand_b(word)]
    status = value_set_attribute(&m.vm, operands[0], operands[1], value_unset())
    if status == OK:
        take_operands(m, operand_a(word), -1)
    elif status == DEFER:
        return defer_operation(m, operands, 2, operand_a(word), -1, 0, ACTION_DISCARD, 0)
    return status


cdef int import_module(Machine* m, uint64_t word) noexcept nogil:
    cdef Value name = m.frame.code.constants[operand_b(word)]
    cdef Value found
    cdef int status = module_import(m, name, operand_flag(word) & 1, &found)
    if status == OK:
        value_store(&m.vm, &m.frame.registers[operand_a(word)], found)
        return OK
    if status == NOT_IMPLEMENTED:
        return raise_no_module(m, name)
    return status


cdef int import_from(Machine* m, uint64_t word) noexcept nogil:
    cdef Value module = m.frame.registers[operand_b(word)]
    cdef Value name = m.frame.code.constants[operand_c(word)]
    cdef Value[2] operands
    cdef Value found
    cdef Writer w
    cdef Value message
    cdef bint hooked
    cdef int status
    if module.tag == T_UNSET:
        return raise_damaged(m)
    status = value_find_attribute(&m.vm, module, <Str*>name.as_.block, &found)
    if status == OK:
        take_operands(m, operand_b(word), -1)
        value_store(&m.vm, &m.frame.registers[operand_a(word)], found)
        return OK
    if status == NOT_IMPLEMENTED or status == DEFER:
        # a submodule, or what the module's __getattr__ gives
        hooked = status == DEFER
        status = module_import_from(m, module, name, &found)
        if status == OK:
            take_operands(m, operand_b(word), -1)
            value_store(&m.vm, &m.frame.registers[operand_a(word)], found)
            return OK
        if status == NOT_IMPLEMENTED and hooked:
            operands[0] = module
            operands[1] = name
            defer_to(&m.vm, MODULE_IMPORT_FROM)
            return defer_operation(m, operands, 2, operand_b(word), -1, operand_a(word), ACTION_STORE, 0)
    if status != NOT_IMPLEMENTED:
        return status
    writer_init(&w, &m.vm)
    if (writer_ascii(&w, "cannot import name '", -1) != OK or writer_str(&w, <Str*>name.as_.block) != OK
            or writer_ascii(&w, "' from '", -1) != OK
            or (type_of(module) == T_MODULE and module_write_name(&w, module) != OK)
            or writer_ascii(&w, "' (unknown location)", -1) != OK):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    if type_of(module) != T_MODULE:
        return raise_value(&m.vm, E_IMPORT_ERROR, message)
    return raise_named(&m.vm, E_IMPORT_ERROR, message, (<Module*>module.as_.block).name, value_unset())


# --- exceptions ------------------------------------------------------------------------------------------------------

cdef inline bint is_program_exception(Value v) noexcept nogil:
    return is_exception_class(v) and not (<Class*>v.as_.block).flags & CLASS_BUILTIN


cdef int raise_statement(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value[2] operands
    cdef Value* R = m.frame.registers
    cdef uint32_t a = operand_a(word)
    cdef uint32_t b = operand_b(word)
    cdef Value exception, cause
    cdef ExceptionObject* e
    if a == NO_REGISTER:
        if m.handled.tag == T_UNSET:
            return raise_error(vm, E_RUNTIME_ERROR, "No active exception to reraise")
        vm.exception = value_copy(m.handled)
        m.reraised = True
        return ERROR
    if is_program_exception(R[a]) or (b != NO_REGISTER and is_program_exception(R[b])):
        # Its class is called first, which is the prelude's to do.
        operands[0] = R[a]
        operands[1] = R[b] if b != NO_REGISTER else value_unset()
        m.vm.deferred = RAISE_CLASS if b == NO_REGISTER else RAISE_CLASS_FROM
        return defer_operation(m, operands, 1 if b == NO_REGISTER else 2, a, b if b != NO_REGISTER else -1, 0,
                               ACTION_DISCARD, 0)
    if exception_instance(vm, R[a], &exception) != OK:
        return ERROR
    e = <ExceptionObject*>exception.as_.block
    if b != NO_REGISTER:
        if type_of(R[b]) == T_NONE:
            cause = value_none()
        elif exception_instance(vm, R[b], &cause) != OK:
            decref(vm, exception)
            return raise_error(vm, E_TYPE_ERROR, "exception causes must derive from BaseException")
        value_store(vm, &e.cause, cause)
        e.suppress_context = True
        take_temporary(m, b)
    take_temporary(m, a)
    clear_error(vm)
    vm.exception = exception
    exception_set_context(m, exception)
    return ERROR


cdef void enter_handler(Machine* m, uint32_t register) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef Generator* generator = m.frame.generator
    if type_of(R[register]) != T_EXCEPTION:
        return
    if generator != NULL and m.handled.as_.block == m.frame.outer_handled.as_.block:
        # What is handled outside a generator is whatever its resumer handles when this handler is left.
        value_store(&m.vm, &R[register + 1], value_unset())
        value_store(&m.vm, &m.handled, value_copy(R[register]))
        return
    value_store(&m.vm, &R[register + 1], m.handled)
    m.handled = value_copy(R[register])


cdef void leave_handler(Machine* m, uint32_t register) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef Value outer = R[register + 1]
    R[register + 1].tag = T_UNSET
    if outer.tag == T_UNSET and m.frame.generator != NULL:
        outer = value_copy(m.frame.outer_handled)
    if outer.tag != T_UNSET and type_of(outer) != T_EXCEPTION:
        decref(&m.vm, outer)
        outer = value_unset()
    value_store(&m.vm, &m.handled, outer)
    value_store(&m.vm, &R[register], value_unset())


cdef int reraise(Machine* m, uint32_t register) noexcept nogil:
    cdef Value exception = m.frame.registers[register]
    if type_of(exception) != T_EXCEPTION:
        return raise_damaged(m)
    clear_error(&m.vm)
    m.vm.exception = value_copy(exception)
    take_temporary(m, register)
    m.reraised = True
    return ERROR


cdef int match_exception(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef bint matches
    if type_of(R[operand_b(word)]) != T_EXCEPTION:
        return raise_damaged(m)
    if exception_matches(&m.vm, R[operand_b(word)], R[operand_c(word)], &matches) != OK:
        return ERROR
    take_operands(m, operand_c(word), -1)
    value_store(&m.vm, &R[operand_a(word)], value_bool(matches))
    return OK


cdef Value* EXCEPT_STAR_MATCH = prelude_slot(b"except_star_match")
cdef Value* EXCEPT_STAR_JOIN = prelude_slot(b"except_star_join")


cdef int match_group(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[2] operands
    operands[0] = m.frame.registers[operand_b(word)]
    operands[1] = m.frame.registers[operand_c(word)]
    if ((type_of(operands[0]) != T_EXCEPTION and type_of(operands[0]) != T_NONE) or operands[1].tag == T_UNSET):
        return raise_damaged(m)
    m.vm.deferred = EXCEPT_STAR_MATCH
    return defer_operation(m, operands, 2, -1, operand_c(word), operand_a(word), ACTION_UNPACK, 0)


cdef int join_raised(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[2] operands
    operands[0] = m.frame.registers[operand_b(word)]
    operands[1] = m.frame.registers[operand_c(word)]
    if type_of(operands[0]) != T_EXCEPTION or operands[1].tag != (T_LIST | COUNTED):
        return raise_damaged(m)
    m.vm.deferred = EXCEPT_STAR_JOIN
    return defer_operation(m, operands, 2, -1, -1, operand_a(word), ACTION_STORE, 0)


from monty.modules.import_names cimport raise_no_module
from monty.modules.imports cimport module_import, module_import_from
