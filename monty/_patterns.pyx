"""The instructions of match. Dicts, sequences and attributes of built-in objects are looked at here; what needs sandboxed
code is done by the prelude."""

from libc.stdint cimport int64_t, uint32_t, uint64_t

from monty._calls cimport call_prelude
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._operands cimport operand_a, operand_b, operand_c, take_temporary
from monty._protocol cimport value_length
from monty._slow cimport BRANCH
from monty._slow_names cimport raise_damaged
from monty.objects.deque cimport T_DEQUE
from monty.objects.dict cimport Dict, dict_copy, dict_get, dict_remove
from monty.objects.instance cimport class_lookup, instance_get_plain
from monty.objects.list cimport List
from monty.objects.str cimport str_equal, str_static
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_items, tuple_new
from monty.objects.type cimport class_is_subclass, class_of


cdef Str* NAME_CLASS = str_static(b"__class__")
cdef Str* NAME_MATCH_ARGS = str_static(b"__match_args__")
cdef Value* MATCH_LENGTH = prelude_slot(b"match_length")

cdef enum:
    ANY_LENGTH = 0xFFFF


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
    cdef Value[2] operands
    cdef int64_t wanted = operand_c(word)
    cdef int64_t length = 0
    cdef int type = type_of(subject)
    truth[0] = type == T_LIST or type == T_TUPLE or type == T_RANGE or type == T_MEMORYVIEW or type == T_DEQUE
    if type == T_INSTANCE:
        truth[0] = (class_has_flag(subject, CLASS_SEQUENCE)
                    or class_is_subclass(class_of(subject), types_pointer[T_LIST].cls)
                    or class_is_subclass(class_of(subject), types_pointer[T_TUPLE].cls))
    if truth[0] and wanted != ANY_LENGTH:
        if subject.tag & SUBCLASSED:
            operands[0] = subject
            operands[1] = value_int(wanted)
            return call_prelude(m, MATCH_LENGTH, operands, 2, 0, ACTION_BRANCH, 0)
        if type == T_TUPLE:
            length = (<Tuple*>subject.as_.block).length
        elif type == T_LIST:
            length = (<List*>subject.as_.block).length
        elif value_length(&m.vm, subject, &length) != OK:
            return ERROR
        truth[0] = length == wanted
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


# The same for an instance of a class of the program: the attributes that the pattern asks for.
cdef int match_attributes(VM* vm, Value subject, Class* cls, int64_t positional, Tuple* names, Value* out) noexcept nogil:
    cdef Value match_args, name
    cdef Tuple* found
    cdef int64_t count = positional + names.length
    cdef int64_t i, k
    cdef int status
    if subclass_of(subject).flags & CLASS_GET_ATTRIBUTE:
        return NOT_IMPLEMENTED
    if positional > 0 and (not class_lookup(cls, NAME_MATCH_ARGS, &match_args) or exact_type(match_args) != T_TUPLE
                           or (<Tuple*>match_args.as_.block).length < positional):
        return NOT_IMPLEMENTED
    found = tuple_new(vm, count)
    if found == NULL:
        return ERROR
    for i in range(count):
        name = tuple_items(<Tuple*>match_args.as_.block)[i] if i < positional else tuple_items(names)[i - positional]
        status = OK
        if exact_type(name) != T_STR:
            status = DEFER
        elif i >= positional:
            # The same name twice is an error, which the prelude words.
            for k in range(positional):
                if str_equal(<Str*>tuple_items(<Tuple*>match_args.as_.block)[k].as_.block, <Str*>name.as_.block):
                    status = DEFER
        else:
            for k in range(i):
                if str_equal(<Str*>tuple_items(<Tuple*>match_args.as_.block)[k].as_.block, <Str*>name.as_.block):
                    status = DEFER
        if status == OK:
            status = instance_get_plain(vm, subject, <Str*>name.as_.block, &tuple_items(found)[i])
        if status != OK:
            tuple_items(found)[i] = value_unset()
            decref(vm, value_block(&found.head))
            if status == NOT_IMPLEMENTED and not subclass_of(subject).flags & CLASS_GET_ATTR:
                out[0] = value_none()
                return OK
            return ERROR if status == ERROR else NOT_IMPLEMENTED
    out[0] = value_block(&found.head)
    return OK


# The tuple that a class pattern matches in the subject, without sandboxed code. OK with a new reference or None;
# NOT_IMPLEMENTED: the prelude must look.
cdef int match_class_natively(VM* vm, Value subject, Value pattern, int64_t positional, Tuple* names,
                              Value* out) noexcept nogil:
    cdef Class* cls
    cdef Tuple* found
    cdef Value own_class
    # Whose metaclass is written in Python answers isinstance() itself.
    if type_of(pattern) != T_TYPE or class_of(pattern) != types_pointer[T_TYPE].cls:
        return NOT_IMPLEMENTED
    cls = <Class*>pattern.as_.block
    if not class_is_subclass(class_of(subject), cls):
        # An instance may pretend to be of another class than it is.
        if type_of(subject) == T_INSTANCE and subject.tag & SUBCLASSED and (
                subclass_of(subject).flags & CLASS_GET_ATTRIBUTE
                or not class_lookup(subclass_of(subject), NAME_CLASS, &own_class) or type_of(own_class) != T_NATIVE):
            return NOT_IMPLEMENTED
        out[0] = value_none()
        return OK
    if subject.tag == (T_INSTANCE | COUNTED | SUBCLASSED):
        return match_attributes(vm, subject, cls, positional, names, out)
    if names.length != 0 or positional > 1 or (positional == 1 and not matches_self(cls)):
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
                                      <Tuple*>operands[2].as_.block, &result)
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
