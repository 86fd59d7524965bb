"""The instructions of match. Dicts, sequences and attributes of built-in objects are looked at here; what needs sandboxed
code is done by the prelude."""

from libc.stdint cimport int64_t, uint32_t, uint64_t

from monty._calls cimport call_prelude
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._slow cimport BRANCH, raise_damaged, take_temporary
from monty.objects.dict cimport Dict, dict_copy, dict_get, dict_remove
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_items, tuple_new
from monty.objects.type cimport class_is_subclass, class_of


cdef inline uint32_t operand_a(uint64_t word) noexcept nogil:
    return word >> 16 & 0xFFFF

cdef inline uint32_t operand_b(uint64_t word) noexcept nogil:
    return word >> 32 & 0xFFFF

cdef inline uint32_t operand_c(uint64_t word) noexcept nogil:
    return word >> 48 & 0xFFFF


# Has one of the classes that the value's class derives from the flag?
cdef bint class_has_flag(Value v, int flag) noexcept nogil:
    cdef Class* cls = class_of(v)
    cdef Tuple* mro = <Tuple*>cls.mro.as_.block
    cdef int64_t i
    for i in range(mro.length):
        if (<Class*>tuple_items(mro)[i].as_.block).flags & flag:
            return True
    return False


cdef int match_sequence(Machine* m, uint64_t word, bint* truth) noexcept nogil:
    cdef Value subject = m.frame.registers[operand_b(word)]
    cdef int type = type_of(subject)
    truth[0] = type == T_LIST or type == T_TUPLE or type == T_RANGE or type == T_MEMORYVIEW
    if type == T_INSTANCE:
        truth[0] = (class_has_flag(subject, CLASS_SEQUENCE)
                    or class_is_subclass(class_of(subject), types_pointer[T_LIST].cls)
                    or class_is_subclass(class_of(subject), types_pointer[T_TUPLE].cls))
    take_temporary(m, operand_b(word))
    return BRANCH


cdef int match_mapping(Machine* m, uint64_t word, bint* truth) noexcept nogil:
    cdef Value subject = m.frame.registers[operand_b(word)]
    cdef int type = type_of(subject)
    truth[0] = type == T_DICT or type == T_MAPPING_PROXY
    if type == T_INSTANCE:
        truth[0] = (class_has_flag(subject, CLASS_MAPPING)
                    or class_is_subclass(class_of(subject), types_pointer[T_DICT].cls))
    take_temporary(m, operand_b(word))
    return BRANCH


cdef Value* MATCH_KEYS = prelude_slot(b"match_keys")
cdef Value* MATCH_REST = prelude_slot(b"match_rest")
cdef Value* MATCH_CLASS = prelude_slot(b"match_class")


cdef int match_keys(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value[2] operands
    cdef Tuple* keys
    cdef Tuple* found
    cdef Value item
    cdef int64_t i
    cdef int status = OK
    operands[0] = m.frame.registers[operand_b(word)]
    operands[1] = m.frame.registers[operand_c(word)]
    if operands[0].tag == T_UNSET or type_of(operands[1]) != T_TUPLE:
        return raise_damaged(m)
    keys = <Tuple*>operands[1].as_.block
    if operands[0].tag != (T_DICT | COUNTED):
        return call_prelude(m, MATCH_KEYS, operands, 2, operand_a(word), ACTION_STORE, 0)
    # Constant keys are known to differ; keys that the program computed are compared by the prelude.
    if operands[1].tag & COUNTED and keys.length > 1:
        return call_prelude(m, MATCH_KEYS, operands, 2, operand_a(word), ACTION_STORE, 0)
    found = tuple_new(vm, keys.length)
    if found == NULL:
        return ERROR
    for i in range(keys.length):
        status = dict_get(vm, <Dict*>operands[0].as_.block, tuple_items(keys)[i], &item)
        if status != OK:
            break
        tuple_items(found)[i] = value_copy(item)
    if status == OK:
        value_store(vm, &m.frame.registers[operand_a(word)], value_block(&found.head))
        return OK
    decref(vm, value_block(&found.head))
    if status == EXHAUSTED:
        value_store(vm, &m.frame.registers[operand_a(word)], value_none())
        return OK
    if status == DEFER:
        return call_prelude(m, MATCH_KEYS, operands, 2, operand_a(word), ACTION_STORE, 0)
    return status


cdef int match_rest(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value[2] operands
    cdef Tuple* keys
    cdef Dict* rest
    cdef Value removed
    cdef int64_t i
    cdef int status = OK
    operands[0] = m.frame.registers[operand_b(word)]
    operands[1] = m.frame.registers[operand_c(word)]
    if operands[0].tag == T_UNSET or type_of(operands[1]) != T_TUPLE:
        return raise_damaged(m)
    if operands[0].tag != (T_DICT | COUNTED):
        return call_prelude(m, MATCH_REST, operands, 2, operand_a(word), ACTION_STORE, 0)
    keys = <Tuple*>operands[1].as_.block
    rest = dict_copy(vm, <Dict*>operands[0].as_.block)
    if rest == NULL:
        return ERROR
    for i in range(keys.length):
        status = dict_remove(vm, rest, tuple_items(keys)[i], &removed)
        if status == OK:
            decref(vm, removed)
        elif status != EXHAUSTED:
            break
        status = OK
    if status == OK:
        value_store(vm, &m.frame.registers[operand_a(word)], value_block(&rest.head))
        return OK
    decref(vm, value_block(&rest.head))
    if status == DEFER:
        return call_prelude(m, MATCH_REST, operands, 2, operand_a(word), ACTION_STORE, 0)
    return status


# Does a positional pattern of that built-in class match the subject itself?
cdef bint matches_self(Class* cls) noexcept nogil:
    cdef int type = cls.instance_type
    return cls.flags & CLASS_BUILTIN and (
        type == T_BOOL or type == T_BYTEARRAY or type == T_BYTES or type == T_DICT or type == T_FLOAT
        or type == T_FROZENSET or type == T_INT or type == T_LIST or type == T_SET or type == T_STR or type == T_TUPLE)


# The tuple that a class pattern matches in the subject, without sandboxed code. OK with a new reference or None;
# NOT_IMPLEMENTED: the prelude must look.
cdef int match_class_natively(VM* vm, Value subject, Value pattern, int64_t positional, int64_t names,
                              Value* out) noexcept nogil:
    cdef Class* cls
    cdef Tuple* found
    # Whose metaclass is written in Python answers isinstance() itself.
    if type_of(pattern) != T_TYPE or class_of(pattern) != types_pointer[T_TYPE].cls:
        return NOT_IMPLEMENTED
    cls = <Class*>pattern.as_.block
    if not class_is_subclass(class_of(subject), cls):
        # An instance may pretend to be of another class than it is.
        if type_of(subject) == T_INSTANCE:
            return NOT_IMPLEMENTED
        out[0] = value_none()
        return OK
    if names != 0 or positional > 1 or (positional == 1 and not matches_self(cls)):
        return NOT_IMPLEMENTED
    found = tuple_copy(vm, &subject, positional)
    if found == NULL:
        return ERROR
    out[0] = value_block(&found.head)
    return OK


cdef int match_class(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef uint32_t b = operand_b(word)
    cdef Value[4] operands
    cdef Value result
    cdef int64_t i
    cdef int status
    for i in range(3):
        operands[i] = value_copy(R[b + i])
    operands[3] = value_int(operand_c(word))
    if operands[0].tag == T_UNSET or operands[1].tag == T_UNSET or type_of(operands[2]) != T_TUPLE:
        status = raise_damaged(m)
    else:
        status = match_class_natively(vm, operands[0], operands[1], operand_c(word),
                                      (<Tuple*>operands[2].as_.block).length, &result)
    if status == OK or status == NOT_IMPLEMENTED:
        for i in range(3):
            take_temporary(m, b + <uint32_t>i)
    if status == OK:
        value_store(vm, &R[operand_a(word)], result)
    elif status == NOT_IMPLEMENTED:
        status = call_prelude(m, MATCH_CLASS, operands, 4, operand_a(word), ACTION_STORE, 0)
    for i in range(3):
        decref(vm, operands[i])
    return status
