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
from monty.objects.class_rows cimport (METHOD_GET, METHOD_GETATTR, METHOD_GET_ITEM, METHOD_SET, METHOD_SETATTR,
                                       METHOD_SET_ITEM)
from monty.objects.instance cimport *
from monty.objects.module cimport Module, module_find
from monty.objects.str cimport str_char, str_equal, str_same, str_static
from monty.objects.str_type cimport str_item
from monty.objects.tuple cimport Tuple, tuple_items
from monty.objects.type cimport class_is_subclass, class_value, value_get_attribute, value_set_attribute

cdef Str* NAME_NAME = str_static(b"__name__")
cdef Str* NAME_CLASS = str_static(b"__class__")


cdef int get_item_operands(Machine* m, uint64_t word, Value key, int64_t c) noexcept nogil:
    cdef Value[2] operands
    cdef Value result
    cdef Function* f
    cdef int status
    operands[0] = m.frame.registers[operand_b(word)]
    operands[1] = key
    if operands[0].tag == (T_DICT | COUNTED | SUBCLASSED) and (
            block_attributes(operands[0].as_.block).cls.row.get_item == types_pointer[T_DICT].get_item):
        # Of a class without a __getitem__ of its own.
        status = types_pointer[T_DICT].get_item(&m.vm, operands[0], key, &result)
    else:
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


# Is it no descriptor of any kind, so that it is itself what reading an attribute finds? For an instance that depends on
# what its class has at the moment.
cdef inline bint is_no_descriptor(Value v) noexcept nogil:
    cdef int type = v.tag & EXACT_MASK
    if v.tag == (T_INSTANCE | COUNTED | SUBCLASSED):
        return not (<Instance*>v.as_.block).attributes.cls.flags & (CLASS_DESCRIPTOR | CLASS_DATA_DESCRIPTOR)
    return is_data(v) or type == T_INSTANCE or type == T_TYPE or type == T_LONG or type == T_FROZENSET or type == T_BYTES or type == T_MODULE


# What the entry's class, or one of its bases, has in its dict, borrowed: read there, since data may be replaced by data
# without another version. Unset: something else.
cdef inline Value entry_value(AttributeEntry* entry, Str* name) noexcept nogil:
    cdef Dict* d = <Dict*>entry.block
    cdef int64_t place = entry.place
    if place < d.filled and d.entries[place].key.tag != T_UNSET and <Str*>d.entries[place].key.as_.block == name:
        return d.entries[place].value
    return value_unset()


# Remember where the class or a base keeps what it has under this name, unless that is a built-in class. `kind`:
# ATTRIBUTE_OF_CLASS or ATTRIBUTE_DESCRIPTOR.
cdef void class_data_remember(Machine* m, Class* cls, Str* name, int kind) noexcept nogil:
    cdef Tuple* mro = <Tuple*>cls.mro.as_.block
    cdef Class* base
    cdef int64_t i, index
    for i in range(mro.length):
        base = <Class*>tuple_items(mro)[i].as_.block
        if base.flags & CLASS_BUILTIN:
            return
        index = dict_find_str(<Dict*>base.attributes.as_.block, name)
        if index >= 0:
            attribute_remember(m, cls, kind, base.attributes.as_.block).place = <uint32_t>index
            return


# The __get__, written in Python, that reading this attribute calls with `found`, which the class of `v` has; NULL if it
# is another way. What an instance has itself comes first, unless the descriptor has a __set__.
cdef inline Function* reading_function(Value found, Value v, Str* name) noexcept nogil:
    cdef Class* cls = (<Instance*>v.as_.block).attributes.cls
    cdef Class* kind
    if found.tag != (T_INSTANCE | COUNTED | SUBCLASSED) or cls.flags & (CLASS_GET_ATTR | CLASS_GET_ATTRIBUTE):
        return NULL
    kind = (<Instance*>found.as_.block).attributes.cls
    if not kind.flags & CLASS_DESCRIPTOR or kind.flags & CLASS_ITEM_GETTER or (
            not kind.flags & CLASS_DATA_DESCRIPTOR and attributes_find(&(<Instance*>v.as_.block).attributes, name) != NULL):
        return NULL
    return <Function*>kind.functions[METHOD_GET]


# found.__get__(v, type(v)) becomes what the instruction reads.
cdef int call_reading_function(Machine* m, uint64_t word, Function* f, Value found, Value v) noexcept nogil:
    cdef Value[3] operands
    operands[0] = found
    operands[1] = v
    operands[2] = value_block(&(<Instance*>v.as_.block).attributes.cls.head)
    return call_special(m, f, operands, 3, operand_b(word), -1, operand_a(word), ACTION_STORE, 0)


# What takes over where reading an attribute needs something written in Python: of the class of an instance the
# __getattr__ itself, where there is nothing else to do.
cdef int attribute_deferred(Machine* m, uint64_t word, Value v, Value name) noexcept nogil:
    cdef Value[2] operands
    cdef Value found
    cdef Function* f
    cdef int flags, status
    operands[0] = v
    operands[1] = name
    if v.tag == (T_INSTANCE | COUNTED | SUBCLASSED):
        flags = (<Instance*>v.as_.block).attributes.cls.flags
        f = special_function(v, METHOD_GETATTR)
        if f != NULL and not flags & CLASS_GET_ATTRIBUTE:
            status = instance_get_plain(&m.vm, v, <Str*>name.as_.block, &found)
            if status == NOT_IMPLEMENTED:
                return call_special(m, f, operands, 2, operand_b(word), -1, operand_a(word), ACTION_STORE, 0)
            if status == OK:
                decref(&m.vm, found)
            elif status == ERROR:
                if not error_is(&m.vm, E_ATTRIBUTE_ERROR):
                    return ERROR
                clear_error(&m.vm)
    return defer_operation(m, operands, 2, operand_b(word), -1, operand_a(word), ACTION_STORE, 0)


# The attribute, borrowed, becomes what the instruction reads.
cdef inline int attribute_found(Machine* m, uint64_t word, Value found) noexcept nogil:
    incref(found)
    take_operands(m, operand_b(word), -1)
    value_store(&m.vm, &m.frame.registers[operand_a(word)], found)
    return OK


# An attribute of an instance that is known from the cache, or will be from now on. NOT_IMPLEMENTED: the general way.
cdef int get_instance_attribute(Machine* m, uint64_t word, Value v, Str* name) noexcept nogil:
    cdef Class* cls = (<Instance*>v.as_.block).attributes.cls
    cdef AttributeEntry* entry = attribute_cached(m, m.frame.pc, cls)
    cdef Value found
    cdef Function* f
    cdef int index
    if entry != NULL and (<Instance*>v.as_.block).attributes.dictionary == NULL:
        if entry.index == ATTRIBUTE_GETTER:
            return call_special(m, <Function*>entry.block, &v, 1, operand_b(word), -1, operand_a(word), ACTION_STORE, 0)
        if entry.index == ATTRIBUTE_CLASS:
            return attribute_found(m, word, value_block(&cls.head))
        if entry.index == ATTRIBUTE_OF_CLASS:
            found = entry_value(entry, name)
            if is_no_descriptor(found):
                return attribute_found(m, word, found)
        elif entry.index == ATTRIBUTE_DESCRIPTOR:
            found = entry_value(entry, name)
            f = reading_function(found, v, name)
            if f != NULL:
                return call_reading_function(m, word, f, found, v)
    if cls.flags & CLASS_GET_ATTRIBUTE:
        return NOT_IMPLEMENTED
    if not class_lookup(cls, name, &found):
        index = class_key_index(cls, name)
        if index < 0 and str_same(name, NAME_CLASS):
            attribute_remember(m, cls, ATTRIBUTE_CLASS, NULL)
    elif found.tag == (T_PROPERTY | COUNTED) and not cls.flags & CLASS_GET_ATTR and (
            type_of((<Property*>found.as_.block).getter) == T_FUNCTION):
        found = (<Property*>found.as_.block).getter
        if not (<Function*>found.as_.block).code.flags & CODE_ANY_GENERATOR:
            attribute_remember(m, cls, ATTRIBUTE_GETTER, found.as_.block)
        return call_special(m, <Function*>found.as_.block, &v, 1, operand_b(word), -1, operand_a(word), ACTION_STORE, 0)
    else:
        f = reading_function(found, v, name)
        if f != NULL:
            class_data_remember(m, cls, name, ATTRIBUTE_DESCRIPTOR)
            return call_reading_function(m, word, f, found, v)
        index = slot_index(found, cls)
        if is_no_descriptor(found):
            # What instances have themselves comes first.
            index = class_key_index(cls, name)
            if index < 0:
                class_data_remember(m, cls, name, ATTRIBUTE_OF_CLASS)
        elif type_of(found) == T_NATIVE and str_equal(name, NAME_CLASS):
            attribute_remember(m, cls, ATTRIBUTE_CLASS, NULL)
    if index >= 0:
        # An attribute that only instances have: from now on found by its number.
        attribute_remember(m, cls, index, NULL)
    return NOT_IMPLEMENTED


# The same for an attribute of a class that the program defines.
cdef int get_class_attribute(Machine* m, uint64_t word, Class* cls, Str* name) noexcept nogil:
    cdef AttributeEntry* entry = attribute_cached(m, m.frame.pc, cls)
    cdef Value found
    if entry != NULL and entry.index == ATTRIBUTE_OF_CLASS:
        found = entry_value(entry, name)
        if is_no_descriptor(found) or type_of(found) == T_FUNCTION:
            return attribute_found(m, word, found)
    # Names between underscores may be those of type itself. What a metaclass has may come first.
    if name.length == 0 or str_char(name, 0) == c'_' or (cls.metaclass != NULL and (
            cls.metaclass.flags & CLASS_GET_ATTRIBUTE or class_lookup(cls.metaclass, name, &found))):
        return NOT_IMPLEMENTED
    if class_lookup(cls, name, &found) and (is_no_descriptor(found) or type_of(found) == T_FUNCTION):
        class_data_remember(m, cls, name, ATTRIBUTE_OF_CLASS)
    return NOT_IMPLEMENTED


# A field of a named tuple. OK, or NOT_IMPLEMENTED: it is none.
cdef int get_record_field(Machine* m, uint64_t word, Value v, Str* name) noexcept nogil:
    cdef Class* cls = subclass_of(v)
    cdef AttributeEntry* entry = attribute_cached(m, m.frame.pc, cls)
    cdef Tuple* t = <Tuple*>v.as_.block
    cdef Value found
    if entry != NULL:
        return attribute_found(m, word, tuple_items(t)[entry.index])
    if cls.flags & CLASS_GET_ATTRIBUTE or not class_lookup(cls, name, &found):
        return NOT_IMPLEMENTED
    if not found.tag & SUBCLASSED or not subclass_of(found).flags & CLASS_ITEM_GETTER:
        return NOT_IMPLEMENTED
    found = plain_number(found)
    # All instances of a named tuple are as long; those of other subclasses of tuple that have such a descriptor are not.
    if found.tag != T_INT or not 0 <= found.as_.i < t.length:
        return NOT_IMPLEMENTED
    if cls.record_size > 0 and found.as_.i < cls.record_size and t.length == cls.record_size:
        entry = attribute_entry_for(m, m.frame.pc, cls)
        entry.block = NULL
        entry.index = <int>found.as_.i
    return attribute_found(m, word, tuple_items(t)[found.as_.i])


cdef int slow_get_attribute(Machine* m, uint64_t word) noexcept nogil:
    cdef Value v = m.frame.registers[operand_b(word)]
    cdef Value name = m.frame.code.constants[operand_c(word)]
    cdef Value result
    cdef int status = NOT_IMPLEMENTED
    if v.tag == T_UNSET:
        return raise_damaged(m)
    if v.tag == (T_INSTANCE | COUNTED | SUBCLASSED):
        status = get_instance_attribute(m, word, v, <Str*>name.as_.block)
    elif v.tag == (T_TUPLE | COUNTED | SUBCLASSED):
        status = get_record_field(m, word, v, <Str*>name.as_.block)
    elif (v.tag & EXACT_MASK) == T_TYPE and str_same(<Str*>name.as_.block, NAME_NAME):
        return attribute_found(m, word, (<Class*>v.as_.block).name)
    elif type_of(v) == T_TYPE and not (<Class*>v.as_.block).flags & CLASS_BUILTIN:
        status = get_class_attribute(m, word, <Class*>v.as_.block, <Str*>name.as_.block)
    elif v.tag == (T_MODULE | COUNTED) and module_find(<Module*>v.as_.block, <Str*>name.as_.block, &result):
        return attribute_found(m, word, result)
    if status != NOT_IMPLEMENTED:
        return status
    status = value_get_attribute(&m.vm, v, <Str*>name.as_.block, &result)
    if status == OK:
        take_operands(m, operand_b(word), -1)
        value_store(&m.vm, &m.frame.registers[operand_a(word)], result)
    elif status == DEFER:
        return attribute_deferred(m, word, v, name)
    return status


# What takes over where setting an attribute needs something written in Python: the class's __setattr__, the setter of a
# property, the __set__ of a descriptor where they are functions, else the prelude.
cdef int setting_deferred(Machine* m, uint64_t word, Value* operands) noexcept nogil:
    cdef Value[3] given
    cdef Value found
    cdef Class* cls
    cdef Function* f
    if operands[0].tag == (T_INSTANCE | COUNTED | SUBCLASSED):
        cls = (<Instance*>operands[0].as_.block).attributes.cls
        if cls.flags & CLASS_SET_ATTRIBUTE:
            f = <Function*>cls.functions[METHOD_SETATTR]
            if f != NULL:
                return call_special(m, f, operands, 3, operand_c(word), -1, 0, ACTION_DISCARD, 0)
        elif class_lookup(cls, <Str*>operands[1].as_.block, &found):
            given[0] = found
            given[1] = operands[0]
            given[2] = operands[2]
            if found.tag == (T_PROPERTY | COUNTED):
                found = (<Property*>found.as_.block).setter
                if type_of(found) == T_FUNCTION:
                    if not (<Function*>found.as_.block).code.flags & CODE_ANY_GENERATOR:
                        attribute_remember(m, cls, ATTRIBUTE_SETTER, found.as_.block)
                    return call_special(m, <Function*>found.as_.block, given + 1, 2, operand_c(word), -1, 0,
                                        ACTION_DISCARD, 0)
            elif found.tag == (T_INSTANCE | COUNTED | SUBCLASSED):
                f = special_function(found, METHOD_SET)
                if f != NULL:
                    return call_special(m, f, given, 3, operand_c(word), -1, 0, ACTION_DISCARD, 0)
    return defer_operation(m, operands, 3, operand_c(word), -1, 0, ACTION_DISCARD, 0)


cdef int slow_set_attribute(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef Value[3] operands
    cdef Value[2] given
    cdef Value found
    cdef Class* cls
    cdef AttributeEntry* entry
    cdef int index
    cdef int status
    if R[operand_a(word)].tag == T_UNSET or R[operand_c(word)].tag == T_UNSET:
        return raise_damaged(m)
    operands[0] = R[operand_a(word)]
    operands[1] = m.frame.code.constants[operand_b(word)]
    operands[2] = R[operand_c(word)]
    if operands[0].tag == (T_INSTANCE | COUNTED | SUBCLASSED):
        entry = attribute_cached(m, m.frame.pc, (<Instance*>operands[0].as_.block).attributes.cls)
        if entry != NULL and entry.index == ATTRIBUTE_SETTER:
            given[0] = operands[0]
            given[1] = operands[2]
            return call_special(m, <Function*>entry.block, given, 2, operand_a(word), operand_c(word), 0,
                                ACTION_DISCARD, 0)
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
        status = setting_deferred(m, word, operands)
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
