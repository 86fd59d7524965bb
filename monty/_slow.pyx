"""Slow paths: operators, comparisons, truth; and how an operation is handed to its twin."""

from libc.stdint cimport int64_t, uint32_t, uint64_t

from monty._calls cimport *
from monty._generated cimport *
from monty._generators cimport finish_dropped
from monty._heap cimport *
from monty._machine cimport *
from monty._operands cimport *
from monty._protocol cimport *
from monty._searches cimport search_begin, search_kind
from monty._specials cimport (call_special, special_binary_call, special_compare_call, special_function,
                              special_truth_call)
from monty.objects.dict cimport Dict, dict_get
from monty.objects.class_rows cimport METHOD_COMPARE, METHOD_CONTAINS, METHOD_UNARY, special_order
from monty.objects.instance cimport *
from monty.objects.int cimport int_update
from monty.objects.set cimport Set, set_contains
from monty.objects.str cimport str_append, str_same

cdef Value* SPECIAL_EQ = prelude_slot(b"special_eq")
cdef Value* SPECIAL_NE = prelude_slot(b"special_ne")
cdef Value* SPECIAL_ORDER = prelude_slot(b"special_order")
ctypedef Value* ValuePointer
cdef ValuePointer[6] COMPARISON_TWINS
COMPARISON_TWINS[CMP_LT] = prelude_slot(b"special_lt")
COMPARISON_TWINS[CMP_LE] = prelude_slot(b"special_le")
COMPARISON_TWINS[CMP_EQ] = SPECIAL_EQ
COMPARISON_TWINS[CMP_NE] = SPECIAL_NE
COMPARISON_TWINS[CMP_GT] = prelude_slot(b"special_gt")
COMPARISON_TWINS[CMP_GE] = prelude_slot(b"special_ge")

cdef enum:
    OUTPUT_CHUNK = 8192


cdef int defer_operation(Machine* m, Value* operands, int64_t count, int64_t b, int64_t c, uint32_t dst, int action,
                         int flags) noexcept nogil:
    cdef Value[4] held
    cdef int64_t i
    cdef int status
    cdef Value* slot = m.vm.deferred
    cdef int kind = search_kind(slot)
    for i in range(count):
        held[i] = value_copy(operands[i])
    take_operands(m, b, c)
    status = NOT_IMPLEMENTED
    if kind >= 0:
        status = search_begin(m, kind, held, count, dst, action, flags)
    if status == NOT_IMPLEMENTED:
        status = call_prelude(m, slot, held, count, dst, action, flags)
    for i in range(count):
        decref(&m.vm, held[i])
    return status


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


# Does the class of an instance answer this comparison by a function that only a frame can run?
cdef inline bint is_compared_by_code(Value v, int comparison) noexcept nogil:
    cdef Function* f
    if v.tag != (T_INSTANCE | COUNTED | SUBCLASSED):
        return False
    f = <Function*>(<Instance*>v.as_.block).attributes.cls.functions[METHOD_COMPARE + comparison]
    return f != NULL and not f.head.flags & FUNCTION_FIELDWISE


cdef int slow_compare(Machine* m, uint64_t word, int comparison) noexcept nogil:
    cdef Value[3] operands
    cdef bint truth
    cdef int status
    operands[0] = m.frame.registers[operand_b(word)]
    operands[1] = m.frame.registers[operand_c(word)]
    if is_compared_by_code(operands[0], comparison):
        status = special_compare_call(m, comparison, operands, operand_b(word), operand_c(word), operand_a(word),
                                      ACTION_STORE)
        if status != NOT_IMPLEMENTED:
            return status
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
    if is_compared_by_code(operands[0], comparison):
        status = special_compare_call(m, comparison, operands, operand_b(word), c, 0, ACTION_BRANCH)
        if status != NOT_IMPLEMENTED:
            return status
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


# value_contains, with the way to dicts and sets cut short.
cdef inline int contains(VM* vm, Value* operands, bint* found) noexcept nogil:
    cdef int container = exact_type(operands[0])
    cdef int type = exact_type(operands[1])
    cdef Value value
    cdef int status
    if type == T_STR or type == T_INT or type == T_TUPLE:
        if container == T_DICT:
            status = dict_get(vm, <Dict*>operands[0].as_.block, operands[1], &value)
            if status == OK or status == EXHAUSTED:
                found[0] = status == OK
                return OK
            if status == ERROR:
                return ERROR
        elif container == T_SET or container == T_FROZENSET:
            status = set_contains(vm, <Set*>operands[0].as_.block, operands[1], found)
            if status == OK or status == ERROR:
                return status
    return value_contains(vm, operands[0], operands[1], found)


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
    status = contains(&m.vm, operands, &found)
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
    if unlikely(operands[0].tag & SUBCLASSED):
        f = special_function(operands[0], METHOD_CONTAINS)
        if f != NULL:
            return call_special(m, f, operands, 2, operand_b(word), operand_c(word), 0, ACTION_BRANCH, 0)
    status = contains(&m.vm, operands, truth)
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


