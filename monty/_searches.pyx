"""Searches in dicts and sets that need code of the program: first the hash of the key, then its comparison with each key
of the same hash. A search waits in the frame that it has pushed; it holds the numbers of entries, and any of that code
may change the table, so after each comparison it looks whether the key it was about is still there, and starts again if
not, as CPython does."""

from libc.stdint cimport int64_t

from monty._calls cimport *
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_is, value_truth
from monty._specials cimport may_come_first, special_function
from monty.objects.dict cimport *
from monty.objects.dict_intrinsics cimport dict_probe
from monty.objects.class_rows cimport METHOD_COMPARE, METHOD_HASH
from monty.objects.instance cimport class_lookup
from monty.objects.set cimport Set, set_remove_at
from monty.objects.set_intrinsics cimport set_insert_known, set_probe
from monty.objects.str cimport str_static

cdef enum:
    SEARCH_GET_ITEM = 0
    SEARCH_SET_ITEM = 1
    SEARCH_DELETE_ITEM = 2
    SEARCH_DICT_CONTAINS = 3
    SEARCH_GET = 4
    SEARCH_SET_DEFAULT = 5
    SEARCH_POP = 6
    SEARCH_HASH = 7             # only the hash is wanted
    SEARCH_SET_CONTAINS = 8     # from here on in sets
    SEARCH_ADD = 9
    SEARCH_DISCARD = 10
    SEARCH_REMOVE = 11
    KINDS = 12

# What the frame that was pushed answers.
cdef enum:
    STAGE_METHOD_HASH = 0       # a __hash__: an int of any size
    STAGE_HASH = 1              # a function of the prelude: the hash
    STAGE_EQUAL = 2             # an __eq__: anything
    STAGE_TRUTH = 3             # a function of the prelude: the truth

# The low bits of what a probe answers: the number of the entry.
cdef int64_t CANDIDATE_MASK = (<int64_t>1 << 40) - 1

cdef struct Search:
    int kind
    Value container             # these four are owned
    Value key
    Value value                 # to be stored, or the default; unset: there is none
    Value candidate             # the key that the new one is being compared with
    int64_t hash
    int64_t after               # as the probe answered it; -1: from the beginning
    int dst
    int action
    int flags

ctypedef Value* ValuePointer
cdef ValuePointer[16] SLOTS
cdef int[16] SLOT_KINDS
cdef int slot_count = 0


cdef int search_kind(Value* slot) noexcept nogil:
    cdef int i
    for i in range(slot_count):
        if SLOTS[i] == slot:
            return SLOT_KINDS[i]
    return -1


cdef void search_release(VM* vm, Search* s) noexcept nogil:
    decref(vm, s.container)
    decref(vm, s.key)
    decref(vm, s.value)
    decref(vm, s.candidate)


# Call a function with one or two arguments (borrowed); the search (taken) waits for its answer.
cdef int search_call(Machine* m, Search* s, Function* f, int stage, Value first, Value second) noexcept nogil:
    cdef Value* base = m.frame.stack_top
    cdef int64_t count = 1 if second.tag == T_UNSET else 2
    cdef int status
    if stack_reserve(m, &base, SEARCH_VALUES + 2) != OK:
        search_release(&m.vm, s)
        return ERROR
    base[0] = s.container
    base[1] = s.key
    base[2] = s.value
    base[3] = s.candidate
    base[4] = value_int(s.hash)
    base[5] = value_int(s.after)
    base[6] = value_copy(first)
    base[7] = value_copy(second)
    status = call_function(m, f, base + SEARCH_VALUES, count, value_unset(), s.dst, ACTION_SEARCH, s.flags)
    if status == CALLED:
        m.frame.outer_handled = value_int(s.action | s.kind << 8 | stage << 16)
    else:
        # The stack may have moved.
        release_values(&m.vm, m.frame.stack_top, SEARCH_VALUES)
    return status


# The search (taken) is over: entry number `index` has the key, or none has if that is negative.
cdef int search_finish(Machine* m, Search* s, int64_t index) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Dict* d = <Dict*>s.container.as_.block
    cdef Value[3] operands
    cdef Value result = value_none()
    cdef int status = OK
    if s.kind == SEARCH_DICT_CONTAINS or s.kind == SEARCH_SET_CONTAINS:
        result = value_bool(index >= 0)
    elif s.kind == SEARCH_HASH:
        result = value_int(s.hash)
    elif s.kind == SEARCH_SET_ITEM:
        if index >= 0:
            dict_replace(vm, d, index, s.value)
        else:
            status = dict_insert(vm, d, s.key, s.hash, s.value)
    elif s.kind == SEARCH_ADD:
        if index < 0:
            operands[0] = s.container
            operands[1] = s.key
            operands[2] = value_int(s.hash)
            status = set_insert_known(vm, operands, 3, &result)
    elif s.kind == SEARCH_DISCARD or s.kind == SEARCH_REMOVE:
        if index >= 0:
            set_remove_at(vm, <Set*>s.container.as_.block, index, &result)
            decref(vm, result)
            result = value_none()
        elif s.kind == SEARCH_REMOVE:
            status = raise_value(vm, E_KEY_ERROR, value_copy(s.key))
    elif index >= 0:
        if s.kind == SEARCH_POP or s.kind == SEARCH_DELETE_ITEM:
            dict_remove_at(vm, d, index, &result)
            if s.kind == SEARCH_DELETE_ITEM:
                decref(vm, result)
                result = value_none()
        else:
            result = value_copy(d.entries[index].value)
    elif s.kind == SEARCH_SET_DEFAULT:
        if s.value.tag == T_UNSET:
            s.value = value_none()
        status = dict_insert(vm, d, s.key, s.hash, s.value)
        result = value_copy(s.value)
    elif s.kind == SEARCH_GET and s.value.tag == T_UNSET:
        pass
    elif s.kind == SEARCH_GET or (s.kind == SEARCH_POP and s.value.tag != T_UNSET):
        result = value_copy(s.value)
    elif s.kind == SEARCH_GET_ITEM and s.container.tag & SUBCLASSED and class_lookup(
            subclass_of(s.container), NAME_MISSING, &result):
        operands[0] = s.container
        operands[1] = s.key
        status = call_prelude(m, DICT_MISSING, operands, 2, s.dst, s.action, s.flags)
        search_release(vm, s)
        return status
    else:
        status = raise_value(vm, E_KEY_ERROR, value_copy(s.key))
    search_release(vm, s)
    if status != OK:
        decref(vm, result)
        return status
    return deliver(m, result, s.dst, s.action, s.flags)


# Go on behind `after` (taken): to a key that code of the program compares, or to the end.
cdef int search_step(Machine* m, Search* s) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value[4] operands
    cdef Value found
    cdef Function* f
    cdef int64_t number
    cdef int status
    operands[0] = s.container
    operands[1] = s.key
    operands[2] = value_int(s.hash)
    operands[3] = value_int(s.after)
    if s.kind >= SEARCH_SET_CONTAINS:
        status = set_probe(vm, operands, 4, &found)
    else:
        status = dict_probe(vm, operands, 4, &found)
    if status == OK:
        status = poll(vm, 10)
    if status != OK:
        search_release(vm, s)
        return status
    if found.tag != T_INT or found.as_.i < 0:
        return search_finish(m, s, -1 if found.tag != T_INT else -1 - found.as_.i)
    number = found.as_.i & CANDIDATE_MASK
    s.after = found.as_.i
    if s.kind >= SEARCH_SET_CONTAINS:
        s.candidate = value_copy((<Set*>s.container.as_.block).table[number].key)
    else:
        s.candidate = value_copy((<Dict*>s.container.as_.block).entries[number].key)
    if vm.deferred == SPECIAL_EQ:
        f = special_function(s.candidate, METHOD_COMPARE + CMP_EQ)
        if f != NULL and not may_come_first(s.candidate, s.key):
            return search_call(m, s, f, STAGE_EQUAL, s.candidate, s.key)
    return search_call(m, s, <Function*>vm.deferred.as_.block, STAGE_EQUAL, s.candidate, s.key)


# The hash is known (search taken).
cdef int search_hashed(Machine* m, Search* s, int64_t hash) noexcept nogil:
    s.hash = hash
    if s.kind == SEARCH_HASH:
        return search_finish(m, s, -1)
    return search_step(m, s)


# The candidate was compared (search taken).
cdef int search_compared(Machine* m, Search* s, bint equal) noexcept nogil:
    cdef int64_t number = s.after & CANDIDATE_MASK
    cdef Dict* d
    cdef Set* table
    cdef bint same
    if s.kind >= SEARCH_SET_CONTAINS:
        table = <Set*>s.container.as_.block
        same = table.table != NULL and number <= table.mask and value_is(table.table[number].key, s.candidate)
    else:
        d = <Dict*>s.container.as_.block
        same = number < d.filled and value_is(d.entries[number].key, s.candidate)
    decref(&m.vm, s.candidate)
    s.candidate = value_unset()
    if same and equal:
        return search_finish(m, s, number)
    if not same:
        s.after = -1
    return search_step(m, s)


cdef int search_begin(Machine* m, int kind, Value* operands, int64_t count, int dst, int action, int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Search s
    cdef Function* f
    cdef Value key = operands[0 if kind == SEARCH_HASH else 1]
    cdef int64_t hash
    cdef int status
    if kind >= SEARCH_SET_CONTAINS and kind != SEARCH_ADD and type_of(key) == T_SET:
        # It stands for a frozenset.
        return NOT_IMPLEMENTED
    status = dict_key_hash(vm, key, &hash)
    if status == ERROR:
        return ERROR
    s.kind = kind
    s.container = value_unset() if kind == SEARCH_HASH else value_copy(operands[0])
    s.key = value_copy(key)
    s.value = value_copy(operands[2]) if count > 2 else value_unset()
    s.candidate = value_unset()
    s.hash = 0
    s.after = -1
    s.dst = dst
    s.action = action
    s.flags = flags
    if status == OK:
        status = search_hashed(m, &s, hash)
        # Where the answer is there at once, it may have moved the place where the frame goes on.
        return CALLED if status == OK else status
    if vm.deferred == SPECIAL_HASH:
        f = special_function(key, METHOD_HASH)
        if f != NULL:
            return search_call(m, &s, f, STAGE_METHOD_HASH, key, value_unset())
    return search_call(m, &s, <Function*>vm.deferred.as_.block, STAGE_HASH, key, value_unset())


cdef int search_return(Machine* m, Value result) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame = m.frame
    cdef Value* kept = frame.registers - SEARCH_VALUES
    cdef int64_t what = frame.outer_handled.as_.i
    cdef int stage = <int>(what >> 16)
    cdef int64_t i
    cdef Search s
    cdef bint truth
    cdef int status
    s.action = <int>(what & 0xFF)
    s.kind = <int>(what >> 8 & 0xFF)
    s.dst = frame.dst
    s.flags = frame.flags & FRAME_INVERT
    s.container = kept[0]
    s.key = kept[1]
    s.value = kept[2]
    s.candidate = kept[3]
    s.hash = kept[4].as_.i
    s.after = kept[5].as_.i
    for i in range(SEARCH_VALUES):
        kept[i].tag = T_UNSET
    frame_drop(m)
    if stage <= STAGE_HASH:
        if result.tag == T_INT:
            return search_hashed(m, &s, -2 if result.as_.i == -1 else result.as_.i)
        status = search_call(m, &s, <Function*>CHECKED_HASH.as_.block, STAGE_HASH, result, value_unset())
    elif stage == STAGE_EQUAL and result.tag == T_NOT_IMPLEMENTED:
        return search_call(m, &s, <Function*>EQUALITY_REFUSED.as_.block, STAGE_EQUAL, s.candidate, s.key)
    else:
        status = value_truth(vm, result, &truth)
        if status == OK:
            decref(vm, result)
            return search_compared(m, &s, truth)
        if status == ERROR:
            search_release(vm, &s)
        else:
            status = search_call(m, &s, <Function*>vm.deferred.as_.block, STAGE_TRUTH, result, value_unset())
    decref(vm, result)
    return status


cdef void add_slot(const char* name, int kind) noexcept:
    global slot_count
    SLOTS[slot_count] = prelude_slot(name)
    SLOT_KINDS[slot_count] = kind
    slot_count += 1


add_slot(b"dict_get_item", SEARCH_GET_ITEM)
add_slot(b"dict_set_item", SEARCH_SET_ITEM)
add_slot(b"dict_set_display", SEARCH_SET_ITEM)
add_slot(b"dict_delete_item", SEARCH_DELETE_ITEM)
add_slot(b"dict_contains", SEARCH_DICT_CONTAINS)
add_slot(b"dict_get_default", SEARCH_GET)
add_slot(b"dict_setdefault", SEARCH_SET_DEFAULT)
add_slot(b"dict_pop", SEARCH_POP)
add_slot(b"hash_slow", SEARCH_HASH)
add_slot(b"set_contains", SEARCH_SET_CONTAINS)
add_slot(b"set_add", SEARCH_ADD)
add_slot(b"set_add_display", SEARCH_ADD)
add_slot(b"set_discard", SEARCH_DISCARD)
add_slot(b"set_remove", SEARCH_REMOVE)

cdef Value* SPECIAL_HASH = prelude_slot(b"special_hash")
cdef Value* SPECIAL_EQ = prelude_slot(b"special_eq")
cdef Value* CHECKED_HASH = prelude_slot(b"checked_hash")
cdef Value* EQUALITY_REFUSED = prelude_slot(b"equality_refused")
cdef Value* DICT_MISSING = prelude_slot(b"dict_missing")
cdef Str* NAME_MISSING = str_static(b"__missing__")
