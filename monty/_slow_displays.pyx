"""Slow paths: displays of lists, tuples, sets and dicts, with * and **; f-strings."""

from libc.stdint cimport int64_t, uint32_t, uint64_t

from monty._calls cimport *
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._operands cimport *
from monty._protocol cimport *
from monty._slow cimport defer_operation
from monty._slow_calls cimport raise_duplicate_keyword, raise_spread
from monty._slow_names cimport raise_damaged
from monty._specials cimport CHECK_CONVERTED_REPR, CHECK_CONVERTED_STR, CHECK_STR, special_text_call
from monty.builtins.format cimport format_operation
from monty.objects.class_rows cimport METHOD_REPR, METHOD_SHOW, METHOD_STR
from monty.objects.dict cimport Dict, dict_copy, dict_get_str, dict_new, dict_next, dict_set, dict_update_dict
from monty.objects.instance cimport *
from monty.objects.list cimport List, list_extend, list_new, list_take
from monty.objects.range cimport slice_new
from monty.objects.set cimport Set, set_add, set_new
from monty.objects.set_operations cimport set_update_constants, set_update_from
from monty.objects.str cimport str_join, str_static
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_take
from monty.objects.type cimport value_find_special

cdef Str* NAME_KEYS = str_static(b"keys")
cdef Value* DICT_MERGE_MAPPING = prelude_slot(b"dict_merge_call")


# --- displays --------------------------------------------------------------------------------------------------------

cdef Value* SET_DISPLAY = prelude_slot(b"build_set_display")
cdef Value* DICT_DISPLAY = prelude_slot(b"build_dict_display")


# The end of a display that moved its items from the registers into a block.
cdef int finish_moved(Machine* m, uint64_t word, int64_t count, Block* made) noexcept nogil:
    cdef Value* items = &m.frame.registers[operand_b(word)]
    cdef int64_t i
    for i in range(count):
        items[i].tag = T_UNSET
    value_store(&m.vm, &m.frame.registers[operand_a(word)], value_block(made))
    return OK


# The end of a display that read its items where they are. Takes the reference to what was made.
cdef int finish_read(Machine* m, uint64_t word, int64_t count, Value made) noexcept nogil:
    cdef int64_t i
    for i in range(count):
        take_temporary(m, operand_b(word) + <uint32_t>i)
    value_store(&m.vm, &m.frame.registers[operand_a(word)], made)
    return OK


# The end of a display that could not take an item in: what was made is dropped. If hashing must defer, the items become
# a tuple for the prelude, which builds the display item by item.
cdef int abandon_display(Machine* m, uint64_t word, int64_t count, Block* made, int status, Value* slot) noexcept nogil:
    cdef Value* items = &m.frame.registers[operand_b(word)]
    cdef Value all_items
    cdef Tuple* t
    cdef int64_t i
    decref(&m.vm, value_block(made))
    if status != DEFER:
        return status
    t = tuple_take(&m.vm, items, count)
    if t == NULL:
        return ERROR
    for i in range(count):
        items[i].tag = T_UNSET
    all_items = value_block(&t.head)
    status = call_prelude(m, slot, &all_items, 1, operand_a(word), ACTION_STORE, 0)
    decref(&m.vm, all_items)
    return status


cdef int build_list(Machine* m, uint64_t word) noexcept nogil:
    cdef int64_t count = operand_c(word)
    cdef List* lst = list_take(&m.vm, &m.frame.registers[operand_b(word)], count)
    if lst == NULL:
        return ERROR
    return finish_moved(m, word, count, &lst.head)


cdef int build_tuple(Machine* m, uint64_t word) noexcept nogil:
    cdef int64_t count = operand_c(word)
    cdef Tuple* t = tuple_take(&m.vm, &m.frame.registers[operand_b(word)], count)
    if t == NULL:
        return ERROR
    return finish_moved(m, word, count, &t.head)


cdef int build_set(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* items = &m.frame.registers[operand_b(word)]
    cdef int64_t count = operand_c(word)
    cdef int64_t i
    cdef int status
    cdef Set* s = set_new(vm, T_SET)
    if s == NULL:
        return ERROR
    for i in range(count):
        status = set_add(vm, s, items[i])
        if status != OK:
            return abandon_display(m, word, count, &s.head, status, SET_DISPLAY)
    return finish_read(m, word, count, value_block(&s.head))


cdef int build_dict(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* items = &m.frame.registers[operand_b(word)]
    cdef int64_t count = operand_c(word)
    cdef int64_t i
    cdef int status
    cdef Dict* d = dict_new(vm, count)
    if d == NULL:
        return ERROR
    for i in range(count):
        status = dict_set(vm, d, items[2 * i], items[2 * i + 1])
        if status != OK:
            return abandon_display(m, word, 2 * count, &d.head, status, DICT_DISPLAY)
    return finish_read(m, word, 2 * count, value_block(&d.head))


cdef int build_slice(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* items = &m.frame.registers[operand_b(word)]
    cdef Value made
    if slice_new(&m.vm, items[0], items[1], items[2], &made) != OK:
        return ERROR
    return finish_read(m, word, 3, made)


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
    return finish_read(m, word, count, made)


# --- * and ** --------------------------------------------------------------------------------------------------------

cdef Value* LIST_EXTEND_DISPLAY = prelude_slot(b"list_extend_display")
cdef Value* SET_UPDATE_DISPLAY = prelude_slot(b"set_update_display")
cdef Value* DICT_UPDATE_DISPLAY = prelude_slot(b"dict_update_display")
cdef Value* SET_ADD_DISPLAY = prelude_slot(b"set_add_display")
cdef Value* DICT_SET_DISPLAY = prelude_slot(b"dict_set_display")


cdef bint is_iterable(Value v) noexcept nogil:
    cdef int tag = type_of(v)
    return tag == T_GENERATOR or row_of(v).iterate != NULL or iterates_natively(v) or is_native_iterator(v)


# The end of an instruction that adds R[b], and R[c] unless c is -1, to what the display has so far, operands[0]; the
# prelude goes on where the native operation had to defer.
cdef int finish_adding(Machine* m, uint64_t word, Value* operands, int count, int c, int status,
                       Value* slot) noexcept nogil:
    if status == OK:
        take_operands(m, operand_b(word), c)
    elif status == DEFER:
        m.vm.deferred = slot
        return defer_operation(m, operands, count, operand_b(word), c, 0, ACTION_DISCARD, 0)
    return status


# Sandboxed code is going to run between ** and the call: the call gets a dict of its own.
cdef int own_keywords(Machine* m, Value* named) noexcept nogil:
    cdef Dict* own
    if named.tag != (T_DICT | COUNTED):
        return raise_damaged(m)
    own = dict_copy(&m.vm, <Dict*>named.as_.block)
    if own == NULL:
        return ERROR
    value_store(&m.vm, named, value_block(&own.head))
    return OK


cdef int slow_list_extend(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef uint32_t c = operand_c(word)
    cdef Value[2] operands
    cdef List* items
    cdef int status
    operands[0] = R[operand_a(word)]
    operands[1] = R[operand_b(word)]
    if c != NO_REGISTER:
        if not is_iterable(operands[1]):
            return raise_spread(m, R[c], " argument after * must be an iterable, not ", operands[1])
        if operand_flag(word) and own_keywords(m, &R[operand_a(word) + 1]) != OK:
            return ERROR
        items = list_new(vm, 0)
        if items == NULL:
            return ERROR
        operands[0] = value_block(&items.head)
        value_store(vm, &R[operand_a(word)], operands[0])
    if operands[0].tag != (T_LIST | COUNTED):
        return raise_damaged(m)
    if not is_iterable(operands[1]):
        return raise_format(vm, E_TYPE_ERROR, "Value after * must be an iterable, not %s", type_name(operands[1]),
                            NULL, NULL)
    status = list_extend(vm, <List*>operands[0].as_.block, operands[1])
    return finish_adding(m, word, operands, 2, -1, status, LIST_EXTEND_DISPLAY)


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
    return finish_adding(m, word, operands, 2, -1, status, SET_ADD_DISPLAY)


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
    return finish_adding(m, word, operands, 2, -1, status, SET_UPDATE_DISPLAY)


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
    return finish_adding(m, word, operands, 3, operand_c(word), status, DICT_SET_DISPLAY)


cdef int slow_dict_update(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[2] operands
    cdef Value keys
    cdef int status = DEFER
    operands[0] = m.frame.registers[operand_a(word)]
    operands[1] = m.frame.registers[operand_b(word)]
    if operands[0].tag != (T_DICT | COUNTED):
        return raise_damaged(m)
    if type_of(operands[1]) == T_DICT and iterates_natively(operands[1]):
        status = dict_update_dict(&m.vm, <Dict*>operands[0].as_.block, <Dict*>operands[1].as_.block)
    elif value_find_special(&m.vm, operands[1], NAME_KEYS, &keys) != OK:
        return raise_format(&m.vm, E_TYPE_ERROR, "'%s' object is not a mapping", type_name(operands[1]), NULL, NULL)
    return finish_adding(m, word, operands, 2, -1, status, DICT_UPDATE_DISPLAY)


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
    cdef bint has_others = False        # keys that are no plain str
    cdef Dict* own
    if operand_flag(word) == 0 and target.tag != (T_DICT | COUNTED):
        return raise_damaged(m)
    while type_of(source) == T_DICT and dict_next(<Dict*>source.as_.block, &position, &key, &item):
        if type_of(key) != T_STR or key.tag & SUBCLASSED:
            has_others = True
            break
    position = 0
    if operand_flag(word):
        if source.tag == (T_DICT | COUNTED) and not has_others:
            # All keyword arguments of the call that follows at once, as they are.
            value_store(vm, &R[operand_a(word)], value_copy(source))
            take_operands(m, operand_b(word), -1)
            return OK
        own = dict_new(vm, 0)
        if own == NULL:
            return ERROR
        target = value_block(&own.head)
        value_store(vm, &R[operand_a(word)], target)
    if has_others or type_of(source) != T_DICT or not iterates_natively(source):
        if value_find_special(vm, source, NAME_KEYS, &found) == OK:
            operands[0] = target
            operands[1] = source
            operands[2] = callee if callee.tag != T_UNSET else value_none()
            vm.deferred = DICT_MERGE_MAPPING
            return defer_operation(m, operands, 3, operand_b(word), -1, 0, ACTION_DISCARD, 0)
        return raise_spread(m, callee, " argument after ** must be a mapping, not ", source)
    while dict_next(<Dict*>source.as_.block, &position, &key, &item):
        if dict_get_str(<Dict*>target.as_.block, <Str*>key.as_.block, &found):
            return raise_duplicate_keyword(m, callee, key)
        status = dict_set(vm, <Dict*>target.as_.block, key, item)
        if status == OK:
            status = poll(vm, 8)
        if status != OK:
            return status
    take_operands(m, operand_b(word), -1)
    return OK


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
    if c == NO_REGISTER and operands[0].tag & SUBCLASSED and operand_flag(word) != c'a':
        if operand_flag(word) == 0:
            status = special_text_call(m, operands[0], METHOD_SHOW, CHECK_STR, operand_b(word), operand_a(word), ACTION_STORE, 0)
        elif operand_flag(word) == c's':
            status = special_text_call(m, operands[0], METHOD_STR, CHECK_CONVERTED_STR, operand_b(word), operand_a(word),
                                       ACTION_STORE, 0)
        else:
            status = special_text_call(m, operands[0], METHOD_REPR, CHECK_CONVERTED_REPR, operand_b(word), operand_a(word),
                                       ACTION_STORE, 0)
        if status != NOT_IMPLEMENTED:
            return status
    status = format_operation(vm, operands[0], <int>operand_flag(word), operands[2], &result)
    if status == DEFER:
        return defer_operation(m, operands, 3, operand_b(word), c if c != NO_REGISTER else -1, operand_a(word),
                               ACTION_STORE, 0)
    if status != OK:
        return status
    take_operands(m, operand_b(word), c if c != NO_REGISTER else -1)
    value_store(vm, &R[operand_a(word)], result)
    return OK
