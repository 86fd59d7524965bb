"""What the prelude needs of sets to do their operations for keys whose hash or equality is written in Python: it asks
for the keys that may be equal, compares them itself, and then changes the table by slot.

Every function checks its arguments: the registers of a prelude frame may have come from bytes."""

from libc.stdint cimport int64_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport is_native_iterator, value_equal, value_is, value_next
from monty.objects.set cimport *
from monty.objects.set_operations cimport frozenset_hash_of, is_set
from monty.objects.tuple cimport Tuple, tuple_copy

cdef enum:
    NEIGHBOURS = 9


cdef enum:
    CANDIDATE_BITS = 40
    CANDIDATE_STEPS = 1 << 22       # more keys of one hash than any search can get past in its time

cdef int64_t CANDIDATE_MASK = (<int64_t>1 << CANDIDATE_BITS) - 1


cdef inline Set* set_of(Value v) noexcept nogil:
    return <Set*>v.as_.block


cdef inline int give_none(int status, Value* out) noexcept nogil:
    if status == OK:
        out[0] = value_none()
    return status


cdef int bad_call(VM* vm) noexcept nogil:
    return raise_error(vm, E_SYSTEM_ERROR, "bad argument to internal function")


cdef inline SetEntry* live_entry(Value v, Value slot) noexcept nogil:
    cdef Set* s = set_of(v)
    if not is_set(v) or slot.tag != T_INT or slot.as_.i < 0 or s.table == NULL or slot.as_.i > s.mask:
        return NULL
    if s.table[slot.as_.i].key.tag == T_UNSET or s.table[slot.as_.i].key.tag == T_RANGE_STATE:
        return NULL
    return &s.table[slot.as_.i]


# _set_probe(s, key, hash, after): where an equal key may be. None: nowhere. -1 - n: slot n holds it, for certain.
# n >= 0: the key in slot n & (2**40 - 1) must be compared by ==; if it is not equal, ask again with after=n. `after` is
# -1 at first. The bits above the slot say how far on its way the search is: a way can pass one slot more than once. If
# it passes another slot by then, the search starts again.
cdef int set_probe(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Set* s = set_of(args[0])
    cdef uint64_t mask, perturb, slot
    cdef SetEntry* entry
    cdef int64_t number, after, step
    cdef bint same
    cdef int more, status
    if not is_set(args[0]) or args[2].tag != T_INT or args[3].tag != T_INT:
        return bad_call(vm)
    out[0] = value_none()
    if s.table == NULL:
        return OK
    after = args[3].as_.i
    mask = <uint64_t>s.mask
    while True:
        perturb = <uint64_t>args[2].as_.i
        slot = perturb & mask
        step = 0
        while step >= 0:
            entry = &s.table[slot]
            more = NEIGHBOURS if slot + NEIGHBOURS <= mask else 0
            while True:
                number = entry - s.table
                if after >= 0 and step == after >> CANDIDATE_BITS:
                    if number != after & CANDIDATE_MASK:
                        step = -1
                    after = -1
                    if step < 0:
                        break
                elif entry.key.tag == T_UNSET:
                    if after < 0:
                        return OK
                    after = -1
                    step = -1
                    break
                elif after < 0 and entry.hash == args[2].as_.i:
                    status = OK
                    same = value_is(entry.key, args[1])
                    if not same:
                        status = value_equal(vm, entry.key, args[1], NATIVE_DEPTH, &same)
                    if status == ERROR:
                        return ERROR
                    if status == DEFER:
                        if step > CANDIDATE_STEPS:
                            return bad_call(vm)
                        out[0] = value_int(step << CANDIDATE_BITS | number)
                        return OK
                    if same:
                        out[0] = value_int(-1 - number)
                        return OK
                step += 1
                if more == 0:
                    break
                more -= 1
                entry += 1
            perturb >>= 5
            slot = (slot * 5 + 1 + perturb) & mask


# _set_insert(s, key, hash): add a key that _set_probe has just not found.
cdef int set_insert_known(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Set* s = set_of(args[0])
    cdef uint64_t mask, perturb, slot
    cdef int64_t found = -1
    cdef int64_t deleted = -1
    cdef int more, step
    if not is_set(args[0]) or args[2].tag != T_INT or args[2].as_.i == -1:
        return bad_call(vm)
    mask = <uint64_t>s.mask
    if s.table != NULL:
        perturb = <uint64_t>args[2].as_.i
        slot = perturb & mask
        while found < 0:
            more = NEIGHBOURS if slot + NEIGHBOURS <= mask else 0
            for step in range(more + 1):
                if s.table[slot + step].key.tag == T_UNSET:
                    found = slot + step
                    break
                if s.table[slot + step].key.tag == T_RANGE_STATE:
                    deleted = slot + step
            perturb >>= 5
            slot = (slot * 5 + 1 + perturb) & mask
        if deleted >= 0:
            found = deleted
    return give_none(set_insert(vm, s, found, args[1], args[2].as_.i), out)


# _set_key_at(s, n): the key; Ellipsis if there is none in that slot any more (a key Ellipsis never needs comparing).
cdef int set_key_at(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef SetEntry* entry = live_entry(args[0], args[1])
    if entry == NULL:
        out[0] = value_none()
        out[0].tag = T_ELLIPSIS
    else:
        out[0] = value_copy(entry.key)
    return OK


cdef int set_hash_at(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef SetEntry* entry = live_entry(args[0], args[1])
    out[0] = value_int(0 if entry == NULL else entry.hash)
    return OK


# _set_next(s, n): the first slot with a key from n on, -1 at the end.
cdef int set_next_slot(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value key
    cdef int64_t position
    if not is_set(args[0]) or args[1].tag != T_INT or args[1].as_.i < 0:
        return bad_call(vm)
    position = args[1].as_.i
    if set_next(set_of(args[0]), &position, &key):
        out[0] = value_int(position - 1)
    else:
        out[0] = value_int(-1)
    return OK


cdef int set_remove_slot(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value old
    if live_entry(args[0], args[1]) != NULL:
        set_remove_at(vm, set_of(args[0]), args[1].as_.i, &old)
        decref(vm, old)
    out[0] = value_none()
    return OK


# _set_prepare(s, more): before merging a set or dict of `more` keys.
cdef int set_prepare_for(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if not is_set(args[0]) or args[1].tag != T_INT or args[1].as_.i < 0 or args[1].as_.i > (<int64_t>1 << 40):
        return bad_call(vm)
    return give_none(set_prepare(vm, set_of(args[0]), args[1].as_.i), out)


# _set_shrink(s): after a difference.
cdef int set_shrink_after(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if not is_set(args[0]):
        return bad_call(vm)
    return give_none(set_shrink(vm, set_of(args[0])), out)


# _set_fill(s, other): put other's keys into a set that never held one, without comparing. False if it did.
cdef int set_fill(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if not is_set(args[0]) or not is_set(args[1]):
        return bad_call(vm)
    if set_of(args[0]).filled != 0:
        out[0] = value_bool(False)
        return OK
    if set_of(args[1]).count != 0 and (set_prepare(vm, set_of(args[0]), set_of(args[1]).count) != OK
                                       or set_fill_clean(vm, set_of(args[0]), set_of(args[1])) != OK):
        return ERROR
    out[0] = value_bool(True)
    return OK


# _set_swap(s, other): exchange their contents.
cdef int set_swap_contents(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if type_of(args[0]) != T_SET or type_of(args[1]) != T_SET:
        return bad_call(vm)
    set_swap(set_of(args[0]), set_of(args[1]))
    out[0] = value_none()
    return OK


# _set_freeze(s): a frozenset with the contents of the set s, which is left empty.
cdef int set_freeze(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Set* made
    if type_of(args[0]) != T_SET:
        return bad_call(vm)
    made = set_new(vm, T_FROZENSET)
    if made == NULL:
        return ERROR
    set_swap(made, set_of(args[0]))
    out[0] = value_block(&made.head)
    return OK


# _set_hash(s): the hash that the frozenset of a set's items has.
cdef int set_hash(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if not is_set(args[0]):
        return bad_call(vm)
    out[0] = value_int(frozenset_hash_of(set_of(args[0])))
    return poll(vm, set_of(args[0]).mask)


# _set_take(s, iterator): add keys from a native iterator as long as that needs no Python-level code. None: it is
# exhausted. False: it is not a native iterator. (key,): this key is the caller's business.
cdef int set_take(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value key
    cdef Tuple* answer
    cdef int status
    if not is_set(args[0]):
        return bad_call(vm)
    if not is_native_iterator(args[1]):
        out[0] = value_bool(False)
        return OK
    while True:
        if poll(vm, 8) != OK:
            return ERROR
        status = value_next(vm, args[1], &key)
        if status == EXHAUSTED:
            out[0] = value_none()
            return OK
        if status == DEFER:
            out[0] = value_bool(False)
            return OK
        if status != OK:
            return status
        status = set_add(vm, set_of(args[0]), key)
        if status == DEFER:
            answer = tuple_copy(vm, &key, 1)
            decref(vm, key)
            if answer == NULL:
                return ERROR
            out[0] = value_block(&answer.head)
            return OK
        decref(vm, key)
        if status != OK:
            return status


register_native(-1, NATIVE_INTRINSIC, b"_set_probe(s, key, hash, after, /)", set_probe, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_set_insert(s, key, hash, /)", set_insert_known, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_set_key_at(s, slot, /)", set_key_at, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_set_hash_at(s, slot, /)", set_hash_at, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_set_next(s, slot, /)", set_next_slot, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_set_remove_at(s, slot, /)", set_remove_slot, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_set_prepare(s, more, /)", set_prepare_for, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_set_shrink(s, /)", set_shrink_after, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_set_fill(s, other, /)", set_fill, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_set_swap(s, other, /)", set_swap_contents, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_set_freeze(s, /)", set_freeze, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_set_hash(s, /)", set_hash, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_set_take(s, iterator, /)", set_take, NULL)
