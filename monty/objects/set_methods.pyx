"""Operators, methods and iterators of set and frozenset."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport iterates_natively, value_repr
from monty.objects.dict cimport dict_key_hash
from monty.objects.sequence cimport host_minor, repr_enter, repr_leave
from monty.objects.set cimport *
from monty.objects.set_operations cimport *
from monty.objects.str_builder cimport writer_ascii, writer_str

cdef struct SetIterator:
    Block head
    Set* set                # counted; NULL when exhausted
    int64_t expected        # keys the set must still have; -1 after an error
    int64_t position
    int64_t remaining

cdef Value* SET_CONTAINS = prelude_slot(b"set_contains")
cdef Value* SET_EQUAL = prelude_slot(b"set_equal")
cdef Value* SET_ORDER = prelude_slot(b"set_order")
cdef Value* SET_REPR = prelude_slot(b"set_repr")
cdef Value* SET_AND = prelude_slot(b"set_and")
cdef Value* SET_OR = prelude_slot(b"set_or")
cdef Value* SET_XOR = prelude_slot(b"set_xor")
cdef Value* SET_SUB = prelude_slot(b"set_sub")
cdef Value* SET_INPLACE_AND = prelude_slot(b"set_inplace_and")
cdef Value* SET_INPLACE_OR = prelude_slot(b"set_inplace_or")
cdef Value* SET_INPLACE_XOR = prelude_slot(b"set_inplace_xor")
cdef Value* SET_INPLACE_SUB = prelude_slot(b"set_inplace_sub")


cdef inline Set* set_of(Value v) noexcept nogil:
    return <Set*>v.as_.block


cdef inline int deferred(VM* vm, int status, Value* slot) noexcept nogil:
    return defer_to(vm, slot) if status == DEFER else status


# Answer made[0] as a new value when status is OK. (By address: the operation that makes it is the first argument.)
cdef inline int give(int status, Set** made, Value* out) noexcept nogil:
    if status == OK:
        out[0] = value_block(&made[0].head)
    return status


cdef inline int give_copy(VM* vm, Value v, int type, Value* out) noexcept nogil:
    cdef Set* made
    if type == T_FROZENSET and exact_type(v) == T_FROZENSET:
        out[0] = value_copy(v)
        return OK
    made = set_copy(vm, set_of(v), type)
    if made == NULL:
        return ERROR
    out[0] = value_block(&made.head)
    return OK


cdef inline int give_none(int status, Value* out) noexcept nogil:
    if status == OK:
        out[0] = value_none()
    return status


# --- operations of the type rows -------------------------------------------------------------------------------------

cdef int set_length(VM* vm, Value v, int64_t* out) noexcept nogil:
    out[0] = set_of(v).count
    return OK


# As set_contains, but a set stands for the frozenset of its items: sets of sets can be asked for a plain set.
cdef int find_item(VM* vm, Set* s, Value item, int64_t* slot) noexcept nogil:
    cdef int64_t hash
    cdef int status
    if exact_type(item) == T_SET:
        hash = frozenset_hash_of(set_of(item))
        status = poll(vm, set_of(item).mask)
    else:
        if type_of(item) == T_SET:
            return DEFER            # its class may define __hash__
        status = dict_key_hash(vm, item, &hash)
    if status == OK:
        status = set_lookup(vm, s, item, hash, slot)
    return status


cdef int row_contains(VM* vm, Value v, Value item, bint* out) noexcept nogil:
    cdef int64_t slot
    cdef int status = find_item(vm, set_of(v), item, &slot)
    if status == OK or status == EXHAUSTED:
        out[0] = status == OK
        return OK
    return deferred(vm, status, SET_CONTAINS)


cdef int row_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil:
    if set_of(v).hash == 0 and poll(vm, set_of(v).mask) != OK:
        return ERROR
    out[0] = frozenset_hash_of(set_of(v))
    return OK


cdef int row_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil:
    cdef Set* left = set_of(a)
    cdef Set* right = set_of(b)
    if not is_set(a) or not is_set(b):
        return NOT_IMPLEMENTED
    out[0] = False
    if left.count != right.count or (left.hash != 0 and right.hash != 0 and left.hash != right.hash):
        return OK
    return deferred(vm, set_is_subset(vm, left, right, out), SET_EQUAL)


cdef int row_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil:
    cdef Set* left = set_of(a)
    cdef Set* right = set_of(b)
    if not is_set(a) or not is_set(b):
        return NOT_IMPLEMENTED
    if comparison == CMP_GT or comparison == CMP_GE:
        left = set_of(b)
        right = set_of(a)
    if (comparison == CMP_LT or comparison == CMP_GT) and left.count >= right.count:
        out[0] = False
        return OK
    return deferred(vm, set_is_subset(vm, left, right, out), SET_ORDER)


cdef int write_keys(VM* vm, Set* s, Writer* writer, int depth) noexcept nogil:
    cdef Value key
    cdef int64_t position = 0
    cdef bint first = True
    cdef int status
    while set_next(s, &position, &key):
        if poll(vm, 8) != OK or (not first and writer_ascii(writer, ", ", 2) != OK):
            return ERROR
        first = False
        status = value_repr(vm, key, writer, depth - 1)
        if status != OK:
            return status
    return OK


# The name of the value's class.
cdef int write_class(Value v, Writer* writer) noexcept nogil:
    if v.tag & SUBCLASSED:
        return writer_str(writer, <Str*>subclass_of(v).name.as_.block)
    return writer_ascii(writer, types_pointer[type_of(v)].name, -1)


cdef int row_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil:
    cdef bint frozen = type_of(v) == T_FROZENSET
    cdef int status
    cdef bint named = frozen or (v.tag & SUBCLASSED) != 0
    if set_of(v).count == 0:
        return writer_ascii(writer, "()", 2) if write_class(v, writer) == OK else ERROR
    if depth <= 0:
        return defer_to(vm, SET_REPR)
    if not repr_enter(v):
        return writer_ascii(writer, "(...)", 5) if write_class(v, writer) == OK else ERROR
    status = write_class(v, writer) if named else OK
    if status == OK:
        status = writer_ascii(writer, "({" if named else "{", -1)
    if status == OK:
        status = write_keys(vm, set_of(v), writer, depth)
    if status == OK:
        status = writer_ascii(writer, "})" if named else "}", -1)
    repr_leave(v)
    return deferred(vm, status, SET_REPR)


cdef int union_with(VM* vm, Set* s, Value other, int type, Set** out) noexcept nogil:
    cdef int status
    out[0] = set_copy(vm, s, type)
    if out[0] == NULL:
        return ERROR
    status = set_update_from(vm, out[0], other)
    if status != OK:
        set_drop(vm, out[0])
    return status


cdef int row_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef Set* made = NULL
    cdef Value* slot
    cdef int status
    if not is_set(a) or not is_set(b):
        return NOT_IMPLEMENTED
    if operator == BIN_AND:
        slot = SET_AND
        status = set_intersection_with(vm, set_of(a), b, type_of(a), &made)
    elif operator == BIN_OR:
        slot = SET_OR
        status = union_with(vm, set_of(a), b, type_of(a), &made)
    elif operator == BIN_XOR:
        slot = SET_XOR
        status = set_symmetric_difference_with(vm, set_of(a), b, type_of(a), &made)
    elif operator == BIN_SUB:
        slot = SET_SUB
        status = set_difference_with(vm, set_of(a), b, type_of(a), &made)
    else:
        return NOT_IMPLEMENTED
    return deferred(vm, give(status, &made, out), slot)


# a &= source: the keys that both have, in the order in which CPython finds them.
cdef int keep_common(VM* vm, Set* s, Value source) noexcept nogil:
    cdef Set* common
    cdef int status = set_intersection_with(vm, s, source, T_SET, &common)
    if status == OK:
        set_swap(s, common)
        set_drop(vm, common)
    return status


cdef int row_inplace(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil:
    cdef Value* slot
    cdef int status
    if type_of(a) != T_SET or not is_set(b):
        return NOT_IMPLEMENTED
    if operator == BIN_AND:
        slot = SET_INPLACE_AND
        status = keep_common(vm, set_of(a), b)
    elif operator == BIN_OR:
        slot = SET_INPLACE_OR
        status = set_update_from(vm, set_of(a), b)
    elif operator == BIN_XOR:
        slot = SET_INPLACE_XOR
        status = set_symmetric_difference_update_from(vm, set_of(a), b)
    elif operator == BIN_SUB:
        slot = SET_INPLACE_SUB
        status = set_difference_update_from(vm, set_of(a), b)
    else:
        return NOT_IMPLEMENTED
    if status == OK:
        out[0] = value_copy(a)
    return deferred(vm, status, slot)


# --- iterators -------------------------------------------------------------------------------------------------------

cdef int row_iterate(VM* vm, Value v, Value* out) noexcept nogil:
    cdef SetIterator* iterator = <SetIterator*>heap_alloc(vm, T_SET_ITERATOR, sizeof(SetIterator), True)
    if iterator == NULL:
        return ERROR
    iterator.set = NULL
    if v.tag & COUNTED:
        v.as_.block.refcount += 1
        iterator.head.flags |= HOLDS_SET
    iterator.set = set_of(v)
    iterator.expected = set_of(v).count
    iterator.remaining = set_of(v).count
    iterator.position = 0
    out[0] = value_block(&iterator.head)
    return OK


cdef enum:
    HOLDS_SET = 0x200       # flag of an iterator: its set is counted, not a constant


cdef void iterator_free(VM* vm, Block* block) noexcept nogil:
    cdef SetIterator* iterator = <SetIterator*>block
    cdef Set* s = iterator.set
    iterator.set = NULL
    if s != NULL and block.flags & HOLDS_SET:
        decref(vm, value_block(&s.head))


cdef void iterator_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef SetIterator* iterator = <SetIterator*>block
    if iterator.set != NULL and block.flags & HOLDS_SET:
        visit(&iterator.set.head, context)


cdef int iterator_next(VM* vm, Value v, Value* out) noexcept nogil:
    cdef SetIterator* iterator = <SetIterator*>v.as_.block
    cdef Value key
    if iterator.set == NULL:
        return EXHAUSTED
    if iterator.set.count != iterator.expected:
        iterator.expected = -1              # and so it stays
        return raise_error(vm, E_RUNTIME_ERROR, "Set changed size during iteration")
    if set_next(iterator.set, &iterator.position, &key):
        iterator.remaining -= 1
        out[0] = value_copy(key)
        return OK
    iterator_free(vm, &iterator.head)
    return EXHAUSTED


cdef int iterator_length_hint(VM* vm, Value v, int64_t* out) noexcept nogil:
    cdef SetIterator* iterator = <SetIterator*>v.as_.block
    out[0] = iterator.remaining if iterator.set != NULL and iterator.set.count == iterator.expected else 0
    return OK


cdef int method_length_hint(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t hint
    iterator_length_hint(vm, args[0], &hint)
    out[0] = value_int(hint)
    return OK


# --- making sets -----------------------------------------------------------------------------------------------------

cdef int method_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Set* made
    if args[1].tag != T_UNSET:
        return give(set_from(vm, T_SET, args[1], &made), &made, out)
    made = set_new(vm, T_SET)
    return give(ERROR if made == NULL else OK, &made, out)


cdef int method_new_frozen(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Set* made
    if args[1].tag != T_UNSET:
        if exact_type(args[1]) == T_FROZENSET:
            out[0] = value_copy(args[1])
            return OK
        return give(set_from(vm, T_FROZENSET, args[1], &made), &made, out)
    made = set_new(vm, T_FROZENSET)
    return give(ERROR if made == NULL else OK, &made, out)


cdef int method_copy(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return give_copy(vm, args[0], type_of(args[0]), out)


# --- methods that change a set ---------------------------------------------------------------------------------------

cdef int method_add(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return give_none(set_add(vm, set_of(args[0]), args[1]), out)


cdef int method_discard(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t slot
    cdef Value old
    cdef int status = find_item(vm, set_of(args[0]), args[1], &slot)
    if status == OK:
        set_remove_at(vm, set_of(args[0]), slot, &old)
        decref(vm, old)
    elif status == EXHAUSTED:
        status = OK
    return give_none(status, out)


cdef int method_remove(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t slot
    cdef Value old
    cdef int status = find_item(vm, set_of(args[0]), args[1], &slot)
    if status == OK:
        set_remove_at(vm, set_of(args[0]), slot, &old)
        decref(vm, old)
    elif status == EXHAUSTED:
        return raise_value(vm, E_KEY_ERROR, value_copy(args[1]))
    return give_none(status, out)


cdef int method_pop(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Set* s = set_of(args[0])
    cdef int64_t slot
    if s.count == 0:
        return raise_error(vm, E_KEY_ERROR, "pop from an empty set")
    slot = s.finger & s.mask
    if poll(vm, 4) != OK:
        return ERROR
    while s.table[slot].key.tag == T_UNSET or s.table[slot].key.tag == T_RANGE_STATE:
        slot = (slot + 1) & s.mask
    set_remove_at(vm, s, slot, out)
    s.finger = slot + 1                     # the next pop goes on from here: emptying a set takes linear time
    return OK


cdef int method_clear(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    set_clear(vm, set_of(args[0]))
    out[0] = value_none()
    return OK


# Every source must iterate natively before the first of them changes anything: then all may be done again.
cdef bint all_native(Value* args, Py_ssize_t count) noexcept nogil:
    cdef Py_ssize_t i
    for i in range(1, count):
        if not iterates_natively(args[i]):
            return False
    return True


cdef int method_update(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Py_ssize_t i
    cdef int status = OK
    if not all_native(args, count):
        return DEFER
    for i in range(1, count):
        status = set_update_from(vm, set_of(args[0]), args[i])
        if status != OK:
            return status
    return give_none(status, out)


cdef int method_difference_update(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Py_ssize_t i
    cdef int status = OK
    if not all_native(args, count):
        return DEFER
    for i in range(1, count):
        status = set_difference_update_from(vm, set_of(args[0]), args[i])
        if status != OK:
            return status
    return give_none(status, out)


cdef int method_symmetric_difference_update(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return give_none(set_symmetric_difference_update_from(vm, set_of(args[0]), args[1]), out)


# The keys that s and all other sources have, as a new set of the type of s.
cdef int common_to_all(VM* vm, Value* args, Py_ssize_t count, int type, Set** out) noexcept nogil:
    cdef Set* made = NULL
    cdef Set* next_made
    cdef Py_ssize_t i
    cdef int status
    if count == 1:
        out[0] = set_copy(vm, set_of(args[0]), type)
        return ERROR if out[0] == NULL else OK
    for i in range(1, count):
        status = set_intersection_with(vm, set_of(args[0]) if made == NULL else made, args[i], type, &next_made)
        set_drop(vm, made)
        if status != OK:
            return status
        made = next_made
    out[0] = made
    return OK


cdef int method_intersection_update(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Set* made
    cdef int status = common_to_all(vm, args, count, T_SET, &made)
    if status == OK:
        set_swap(set_of(args[0]), made)
        set_drop(vm, made)
    return give_none(status, out)


# --- methods that make a new set -------------------------------------------------------------------------------------

# A new set, also of a frozenset: only its copy() is the set itself.
cdef int give_new(VM* vm, Value v, Value* out) noexcept nogil:
    cdef Set* made = set_copy(vm, set_of(v), type_of(v))
    return give(ERROR if made == NULL else OK, &made, out)


cdef int method_intersection(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Set* made
    if count == 1:
        return give_new(vm, args[0], out)
    return give(common_to_all(vm, args, count, type_of(args[0]), &made), &made, out)


cdef int method_union(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Set* made
    cdef Py_ssize_t i
    cdef int status = OK
    if not all_native(args, count):
        return DEFER
    made = set_copy(vm, set_of(args[0]), type_of(args[0]))
    if made == NULL:
        return ERROR
    for i in range(1, count):
        if status == OK and args[i].as_.block != args[0].as_.block:
            status = set_update_from(vm, made, args[i])
    if status != OK:
        set_drop(vm, made)
    return give(status, &made, out)


cdef int method_difference(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Set* made
    cdef Py_ssize_t i
    cdef int status
    if count == 1:
        return give_new(vm, args[0], out)
    if not all_native(args, count):
        return DEFER
    status = set_difference_with(vm, set_of(args[0]), args[1], type_of(args[0]), &made)
    if status != OK:
        return status
    for i in range(2, count):
        if status == OK:
            status = set_difference_update_from(vm, made, args[i])
    if status != OK:
        set_drop(vm, made)
    return give(status, &made, out)


cdef int method_symmetric_difference(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Set* made = NULL
    return give(set_symmetric_difference_with(vm, set_of(args[0]), args[1], type_of(args[0]), &made), &made, out)


# --- questions -------------------------------------------------------------------------------------------------------

cdef int method_isdisjoint(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef bint answer
    cdef int status = set_is_disjoint(vm, set_of(args[0]), args[1], &answer)
    if status == OK:
        out[0] = value_bool(answer)
    return status


cdef int method_issubset(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Set* other = NULL
    cdef bint answer
    cdef int status
    if is_set(args[1]):
        status = set_is_subset(vm, set_of(args[0]), set_of(args[1]), &answer)
    elif host_minor() >= 12:
        status = set_intersection_with(vm, set_of(args[0]), args[1], T_SET, &other)
        if status == OK:
            answer = other.count == set_of(args[0]).count
            set_drop(vm, other)
    else:
        status = set_from(vm, T_SET, args[1], &other)
        if status == OK:
            status = set_is_subset(vm, set_of(args[0]), other, &answer)
            set_drop(vm, other)
    if status == OK:
        out[0] = value_bool(answer)
    return status


cdef int method_issuperset(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef KeyCursor cursor
    cdef Value key
    cdef int64_t hash, slot
    cdef bint answer = True
    cdef int status
    if is_set(args[1]):
        status = set_is_subset(vm, set_of(args[1]), set_of(args[0]), &answer)
    else:
        status = cursor_open(vm, &cursor, args[1])
        while status == OK:
            status = cursor_next(vm, &cursor, &key, &hash)
            if status == OK:
                status = set_lookup(vm, set_of(args[0]), key, hash, &slot)
                if status == EXHAUSTED:
                    answer = False
        cursor_close(vm, &cursor)
        if status == EXHAUSTED:
            status = OK
    if status == OK:
        out[0] = value_bool(answer)
    return status


# --- registration ----------------------------------------------------------------------------------------------------

cdef TypeRow* row
cdef int number
for number in (T_SET, T_FROZENSET):
    row = register_type(number, b"set" if number == T_SET else b"frozenset")
    row.length = set_length
    row.contains = row_contains
    row.equal = row_equal
    row.order = row_order
    row.repr = row_repr
    row.binary = row_binary
    row.iterate = row_iterate
    register_native(number, NATIVE_METHOD, b"copy(self, /)", method_copy, NULL)
    register_native(number, NATIVE_METHOD, b"union(self, *others)", method_union, b"set_union")
    register_native(number, NATIVE_METHOD, b"intersection(self, *others)", method_intersection, b"set_intersection")
    register_native(number, NATIVE_METHOD, b"difference(self, *others)", method_difference, b"set_difference")
    register_native(number, NATIVE_METHOD, b"symmetric_difference(self, other, /)", method_symmetric_difference,
                    b"set_symmetric_difference")
    register_native(number, NATIVE_METHOD, b"isdisjoint(self, other, /)", method_isdisjoint, b"set_isdisjoint")
    register_native(number, NATIVE_METHOD, b"issubset(self, other, /)", method_issubset, b"set_issubset")
    register_native(number, NATIVE_METHOD, b"issuperset(self, other, /)", method_issuperset, b"set_issuperset")
row = register_type(T_FROZENSET, b"frozenset")
row.hash = row_hash
register_native(T_FROZENSET, NATIVE_NEW, b"frozenset(cls, iterable=(), /)", method_new_frozen, b"frozenset_construct")
row = register_type(T_SET, b"set")
row.inplace = row_inplace
register_native(T_SET, NATIVE_NEW, b"set(cls, iterable=(), /)", method_new, b"set_construct")
register_native(T_SET, NATIVE_METHOD, b"add(self, element, /)", method_add, b"set_add")
register_native(T_SET, NATIVE_METHOD, b"discard(self, element, /)", method_discard, b"set_discard")
register_native(T_SET, NATIVE_METHOD, b"remove(self, element, /)", method_remove, b"set_remove")
register_native(T_SET, NATIVE_METHOD, b"pop(self, /)", method_pop, NULL)
register_native(T_SET, NATIVE_METHOD, b"clear(self, /)", method_clear, NULL)
register_native(T_SET, NATIVE_METHOD, b"update(self, *others)", method_update, b"set_update")
register_native(T_SET, NATIVE_METHOD, b"intersection_update(self, *others)", method_intersection_update,
                b"set_intersection_update")
register_native(T_SET, NATIVE_METHOD, b"difference_update(self, *others)", method_difference_update,
                b"set_difference_update")
register_native(T_SET, NATIVE_METHOD, b"symmetric_difference_update(self, other, /)",
                method_symmetric_difference_update, b"set_symmetric_difference_update")
row = register_type(T_SET_ITERATOR, b"set_iterator")
row.free = iterator_free
row.traverse = iterator_traverse
row.next = iterator_next
row.length_hint = iterator_length_hint
register_native(T_SET_ITERATOR, NATIVE_METHOD, b"__length_hint__(self, /)", method_length_hint, NULL)
row.hash_identity = True
