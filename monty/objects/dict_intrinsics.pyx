"""What the prelude needs of dicts to do their operations for keys whose hash or equality is written in Python: it asks
for the entries that may be equal, compares their keys itself, and then changes the table by entry number.

An entry's number stays valid until the table is rebuilt; each function checks it, so that prelude code that was
overtaken by a change of the dict gets an answer that makes it start again, never a stray one. The types of the
arguments are checked too: the registers of a prelude frame may have come from bytes."""

from libc.stdint cimport int64_t, uint64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._protocol cimport is_native_iterator, iterates_natively, value_equal, value_is, value_iterate, value_next
from monty.objects.dict cimport *
from monty.objects.dict_methods cimport dict_set_pair
from monty.objects.dict_views cimport DictView
from monty.objects.mapping_proxy cimport MappingProxy
from monty.objects.tuple cimport Tuple, tuple_copy, tuple_pair


cdef enum:
    CANDIDATE_BITS = 40
    CANDIDATE_STEPS = 1 << 22       # more keys of one hash than any search can get past in its time

cdef int64_t CANDIDATE_MASK = (<int64_t>1 << CANDIDATE_BITS) - 1


cdef inline Dict* dict_of(Value v) noexcept nogil:
    return <Dict*>v.as_.block


cdef inline bint wrong_types(Value d, Value number) noexcept nogil:
    return type_of(d) != T_DICT or number.tag != T_INT


cdef int bad_call(VM* vm) noexcept nogil:
    return raise_error(vm, E_SYSTEM_ERROR, "bad argument to internal function")


cdef inline DictEntry* entry_at(Value v, Value number) noexcept nogil:
    cdef Dict* d = dict_of(v)
    if wrong_types(v, number):
        return NULL
    if number.as_.i < 0 or number.as_.i >= d.filled or d.entries[number.as_.i].key.tag == T_UNSET:
        return NULL
    return &d.entries[number.as_.i]


# _dict_probe(d, key, hash, after): where an equal key may be. None: nowhere. -1 - n: entry n is equal, for certain.
# n >= 0: the key of entry n & (2**40 - 1) must be compared by ==; if it is not equal, ask again with after=n. `after` is
# -1 at first. The bits above the entry say how far on its way the search is: a way can pass one slot more than once. If
# another entry is there by then, the search starts again.
cdef int dict_probe(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Dict* d = dict_of(args[0])
    cdef Value key = args[1]
    cdef int64_t hash = args[2].as_.i
    cdef int64_t after = args[3].as_.i
    cdef uint64_t perturb, slot
    cdef int64_t index
    cdef int64_t step
    cdef bint same
    cdef int status
    if wrong_types(args[0], args[2]) or args[3].tag != T_INT:
        return bad_call(vm)
    out[0] = value_none()
    if d.entries == NULL:
        return OK
    perturb = <uint64_t>hash
    slot = perturb & <uint64_t>d.mask
    step = 0
    while True:
        index = dict_index(d, slot)
        if after >= 0 and step == after >> CANDIDATE_BITS:
            if index != after & CANDIDATE_MASK:
                step = -1
            after = -1
        elif after < 0 and index >= 0 and d.entries[index].hash == hash:
            status = OK
            same = value_is(d.entries[index].key, key)
            if not same:
                status = value_equal(vm, d.entries[index].key, key, NATIVE_DEPTH, &same)
            if status == ERROR:
                return ERROR
            if status == DEFER:
                if step > CANDIDATE_STEPS:
                    return bad_call(vm)
                out[0] = value_int(step << CANDIDATE_BITS | index)
                return OK
            if same:
                out[0] = value_int(-1 - index)
                return OK
        elif index == INDEX_EMPTY:
            if after < 0:
                return OK
            after = -1
            step = -1
        if step < 0:
            perturb = <uint64_t>hash
            slot = perturb & <uint64_t>d.mask
        else:
            perturb >>= 5
            slot = (slot * 5 + perturb + 1) & <uint64_t>d.mask
        step += 1


# _dict_key_at(d, n): the key; Ellipsis if there is no such entry any more (a key Ellipsis never needs comparing).
cdef int dict_key_at(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef DictEntry* entry = entry_at(args[0], args[1])
    if entry == NULL:
        out[0] = value_none()
        out[0].tag = T_ELLIPSIS
    else:
        out[0] = value_copy(entry.key)
    return OK


cdef int dict_value_at(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef DictEntry* entry = entry_at(args[0], args[1])
    out[0] = value_none() if entry == NULL else value_copy(entry.value)
    return OK


cdef int dict_hash_at(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef DictEntry* entry = entry_at(args[0], args[1])
    out[0] = value_int(0 if entry == NULL else entry.hash)
    return OK


# _dict_next(d, n): the number of the first live entry from n on, -1 at the end.
cdef int dict_next_number(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Dict* d = dict_of(args[0])
    cdef int64_t i = args[1].as_.i
    if wrong_types(args[0], args[1]) or i < 0:
        return bad_call(vm)
    while i < d.filled and d.entries[i].key.tag == T_UNSET:
        i += 1
    out[0] = value_int(i if i < d.filled else -1)
    return OK


# _dict_insert(d, key, hash, value): append a key that _dict_probe has just not found.
cdef int dict_insert_known(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if wrong_types(args[0], args[2]):
        return bad_call(vm)
    if dict_insert(vm, dict_of(args[0]), args[1], args[2].as_.i, args[3]) != OK:
        return ERROR
    out[0] = value_none()
    return OK


cdef int dict_replace_at(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if entry_at(args[0], args[1]) != NULL:
        dict_replace(vm, dict_of(args[0]), args[1].as_.i, args[2])
    out[0] = value_none()
    return OK


# _dict_remove_at(d, n): the value of the removed entry.
cdef int dict_remove_number(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    if entry_at(args[0], args[1]) != NULL:
        dict_remove_at(vm, dict_of(args[0]), args[1].as_.i, out)
    return OK


# _dict_of_view(v): the dict behind keys(), values() or items(), the mapping behind a mappingproxy.
cdef int dict_of_view(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int type = type_of(args[0])
    if type == T_MAPPING_PROXY:
        out[0] = value_copy((<MappingProxy*>args[0].as_.block).mapping)
        return OK
    if type < T_DICT_KEYS or type > T_DICT_ITEMS:
        return bad_call(vm)
    out[0] = value_copy(value_block(&(<DictView*>args[0].as_.block).dict.head))
    return OK


# _dict_take_pairs(d, iterator, number): store pairs from a native iterator as long as that needs no Python-level code.
# None: it is exhausted. An int: it is not a native iterator. (number, pair): this pair is the caller's business.
cdef int dict_take_pairs(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value pair
    cdef Value[2] left
    cdef int64_t number = args[2].as_.i
    cdef Tuple* answer
    cdef int status
    if wrong_types(args[0], args[2]):
        return bad_call(vm)
    if not is_native_iterator(args[1]):
        out[0] = args[2]
        return OK
    while True:
        if poll(vm, 8) != OK:
            return ERROR
        status = value_next(vm, args[1], &pair)
        if status == EXHAUSTED:
            out[0] = value_none()
            return OK
        if status == DEFER:
            out[0] = value_int(number)
            return OK
        if status != OK:
            return status
        status = dict_set_pair(vm, dict_of(args[0]), pair, number)
        if status == DEFER:
            left[0] = value_int(number)
            left[1] = pair
            answer = tuple_copy(vm, left, 2)
            decref(vm, pair)
            if answer == NULL:
                return ERROR
            out[0] = value_block(&answer.head)
            return OK
        decref(vm, pair)
        if status != OK:
            return status
        number += 1


# _dict_last(d, key): let a key be the last one. Is it there?
cdef int make_last(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t hash = 0
    cdef int64_t index
    cdef int status
    if type_of(args[0]) != T_DICT:
        return bad_call(vm)
    status = dict_key_hash(vm, args[1], &hash)
    if status == OK:
        status = dict_lookup(vm, dict_of(args[0]), args[1], hash, &index)
    if status == OK:
        status = dict_move_to_end(vm, dict_of(args[0]), index)
        out[0] = value_bool(True)
    elif status == EXHAUSTED:
        out[0] = value_bool(False)
        return OK
    return status


# _dict_take_first(d): remove the first item; its key and value, None if there is none.
cdef int take_first(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef int64_t index
    cdef Value key, value
    if type_of(args[0]) != T_DICT:
        return bad_call(vm)
    index = dict_first(dict_of(args[0]))
    if index < 0:
        out[0] = value_none()
        return OK
    key = value_copy(dict_of(args[0]).entries[index].key)
    dict_remove_at(vm, dict_of(args[0]), index, &value)
    dict_first(dict_of(args[0]))
    return tuple_pair(vm, key, value, out)


# _count_items(counts, items): count the items of a list, tuple, str or range in an empty dict. DEFER, with nothing
# changed, for others and where keys need sandboxed code.
cdef int count_items(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Dict* counts
    cdef Value iterator, item, number
    cdef int status
    if args[0].tag != (T_DICT | COUNTED) or dict_of(args[0]).count > 0:
        return DEFER
    if args[1].tag & SUBCLASSED or not iterates_natively(args[1]):
        return DEFER
    status = value_iterate(vm, args[1], &iterator)
    if status != OK:
        return status
    counts = dict_new(vm, 0)
    if counts == NULL:
        decref(vm, iterator)
        return ERROR
    while True:
        status = value_next(vm, iterator, &item)
        if status != OK:
            break
        status = dict_get(vm, counts, item, &number)
        if status == OK or status == EXHAUSTED:
            status = dict_set(vm, counts, item, value_int(number.as_.i + 1 if status == OK else 1))
        decref(vm, item)
        if status == OK:
            status = poll(vm, 6)
        if status != OK:
            break
    decref(vm, iterator)
    if status == EXHAUSTED:
        status = dict_update_dict(vm, dict_of(args[0]), counts)
        out[0] = value_none()
    elif status == ERROR and vm.fatal == LIMIT_NONE:
        # What came before the item that cannot be hashed counts.
        dict_update_dict(vm, dict_of(args[0]), counts)
    decref(vm, value_block(&counts.head))
    return status


register_native(-1, NATIVE_INTRINSIC, b"_dict_last(self, key, /)", make_last, b"dict_make_last")
register_native(-1, NATIVE_INTRINSIC, b"_dict_take_first(self, /)", take_first, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_count_items(counts, items, /)", count_items, b"count_items")
register_native(-1, NATIVE_INTRINSIC, b"_dict_probe(d, key, hash, after, /)", dict_probe, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_dict_key_at(d, number, /)", dict_key_at, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_dict_value_at(d, number, /)", dict_value_at, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_dict_hash_at(d, number, /)", dict_hash_at, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_dict_next(d, number, /)", dict_next_number, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_dict_insert(d, key, hash, value, /)", dict_insert_known, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_dict_replace_at(d, number, value, /)", dict_replace_at, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_dict_remove_at(d, number, /)", dict_remove_number, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_dict_take_pairs(d, iterator, number, /)", dict_take_pairs, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_dict_of_view(view, /)", dict_of_view, NULL)
