"""Slow paths: subscripts and attributes."""

from libc.stdint cimport int64_t, uint32_t, uint64_t

from monty._calls cimport *
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._operands cimport *
from monty._protocol cimport *
from monty._slow cimport defer_operation
from monty._slow_names cimport raise_damaged
from monty._specials cimport call_special, special_function
from monty.objects.descriptors cimport Member, Property
from monty.objects.dict cimport Dict, dict_find_str
from monty.objects.instance cimport *
from monty.objects.str cimport str_char, str_equal, str_static
from monty.objects.str_type cimport str_item
from monty.objects.tuple cimport Tuple, tuple_items
from monty.objects.type cimport class_is_subclass, class_value, value_get_attribute, value_set_attribute

cdef Str* NAME_CLASS = str_static(b"__class__")


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
        entry = attribute_cached(m, m.frame.pc, cls.version)
        if entry != NULL and (
                (<Instance*>v.as_.block).attributes.dictionary == NULL):
            if entry.index == ATTRIBUTE_GETTER:
                return call_special(m, <Function*>entry.block, &v, 1, operand_b(word), -1, operand_a(word),
                                    ACTION_STORE, 0)
            if entry.index == ATTRIBUTE_CLASS:
                result = class_value(cls)
                take_operands(m, operand_b(word), -1)
                value_store(&m.vm, &m.frame.registers[operand_a(word)], result)
                return OK
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
                if is_data(result):
                    # What instances have themselves comes first.
                    index = class_key_index(cls, <Str*>name.as_.block)
                    if index < 0:
                        class_data_remember(m, cls, <Str*>name.as_.block)
                elif type_of(result) == T_NATIVE and str_equal(<Str*>name.as_.block, NAME_CLASS):
                    attribute_remember(m, cls, ATTRIBUTE_CLASS, NULL)
            else:
                index = class_key_index(cls, <Str*>name.as_.block)
            if index >= 0:
                # An attribute that only instances have: from now on found by its number.
                attribute_remember(m, cls, index, NULL)
    elif type_of(v) == T_TYPE and not v.tag & SUBCLASSED and not (<Class*>v.as_.block).flags & CLASS_BUILTIN:
        cls = <Class*>v.as_.block
        entry = attribute_cached(m, m.frame.pc, cls.version)
        if entry != NULL and entry.index == ATTRIBUTE_OF_CLASS and (
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
                if class_lookup(cls, <Str*>operands[1].as_.block, &found) and not is_data(found):
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
