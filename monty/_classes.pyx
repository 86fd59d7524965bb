"""The instructions of class bodies: names are looked up in the namespace, which is a dict unless __prepare__ made
something else."""

from libc.stdint cimport int64_t, uint16_t, uint32_t, uint64_t

from monty._calls cimport call_prelude
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._operands cimport operand_a, operand_b, operand_c, take_temporary
from monty._slow_names cimport raise_damaged, raise_undefined
from monty.objects.dict cimport Dict, dict_get, dict_remove, dict_set
from monty.objects.str cimport str_static


cdef int namespace_get(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef Value[2] operands
    cdef Value found
    operands[0] = R[operand_b(word)]
    operands[1] = m.frame.code.constants[operand_c(word)]
    if operands[0].tag == T_UNSET:
        return raise_damaged(m)
    if operands[0].tag == (T_DICT | COUNTED):
        if dict_get(&m.vm, <Dict*>operands[0].as_.block, operands[1], &found) == OK:
            value_store(&m.vm, &R[operand_a(word)], value_copy(found))
        else:
            value_store(&m.vm, &R[operand_a(word)], value_unset())
        return OK
    value_store(&m.vm, &R[operand_a(word)], value_unset())
    # The answer is a tuple of the value, or an empty one.
    return call_prelude(m, NAMESPACE_GET, operands, 2, operand_a(word), ACTION_UNPACK, 0)


cdef int namespace_set(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef Value[3] operands
    cdef int status
    operands[0] = R[operand_a(word)]
    operands[1] = m.frame.code.constants[operand_b(word)]
    operands[2] = R[operand_c(word)]
    if operands[0].tag == T_UNSET or operands[2].tag == T_UNSET:
        return raise_damaged(m)
    if operands[0].tag == (T_DICT | COUNTED):
        status = dict_set(&m.vm, <Dict*>operands[0].as_.block, operands[1], operands[2])
    else:
        status = call_prelude(m, NAMESPACE_SET, operands, 3, 0, ACTION_DISCARD, 0)
        if status != ERROR:
            # the frame that was pushed has its own references
            release_below(m, operand_c(word), status)
        return status
    if status == OK:
        take_temporary(m, operand_c(word))
    return status


# The frame below the one just pushed (or the running one) has read its operand.
cdef void release_below(Machine* m, uint32_t register, int status) noexcept nogil:
    cdef Frame* frame = m.frame if status == OK else m.frame - 1
    cdef Value old
    if register >= <uint32_t>frame.code.first_temp:
        old = frame.registers[register]
        frame.registers[register].tag = T_UNSET
        decref(&m.vm, old)


cdef int namespace_delete(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[2] operands
    cdef Value removed
    cdef int status
    operands[0] = m.frame.registers[operand_a(word)]
    operands[1] = m.frame.code.constants[operand_b(word)]
    if operands[0].tag == T_UNSET:
        return raise_damaged(m)
    if operands[0].tag != (T_DICT | COUNTED):
        return call_prelude(m, NAMESPACE_DELETE, operands, 2, 0, ACTION_DISCARD, 0)
    status = dict_remove(&m.vm, <Dict*>operands[0].as_.block, operands[1], &removed)
    if status == EXHAUSTED:
        return raise_undefined(m, operands[1])
    if status == OK:
        decref(&m.vm, removed)
    return status


cdef int set_class_cell(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[3] operands
    operands[0] = m.frame.registers[operand_a(word)]
    operands[1] = value_immortal(&NAME_CLASSCELL.head)
    operands[2] = m.frame.registers[operand_b(word)]
    if operands[0].tag == T_UNSET or operands[2].tag != (T_CELL | COUNTED):
        return raise_damaged(m)
    if operands[0].tag == (T_DICT | COUNTED):
        return dict_set(&m.vm, <Dict*>operands[0].as_.block, operands[1], operands[2])
    return call_prelude(m, NAMESPACE_SET, operands, 3, 0, ACTION_DISCARD, 0)


cdef int raise_super_argument(Machine* m, int which) noexcept nogil:
    return raise_error(&m.vm, E_RUNTIME_ERROR,
                       "super(): empty __class__ cell" if which == 1 else "super(): arg[0] deleted")


cdef Value* NAMESPACE_GET = prelude_slot(b"namespace_get")
cdef Value* NAMESPACE_SET = prelude_slot(b"namespace_set")
cdef Value* NAMESPACE_DELETE = prelude_slot(b"namespace_delete")
cdef Str* NAME_CLASSCELL = str_static(b"__classcell__")
