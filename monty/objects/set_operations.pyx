"""Union, intersection, difference and the rest, between sets and with other sources of keys. The choice of which
operand is walked, and when a table is grown beforehand, follows CPython: it shows in the order of the result."""

from libc.stdint cimport uint64_t
from libc.string cimport memcpy

from monty._heap cimport (Block, DEFER, ERROR, EXHAUSTED, OK, T_BOOL, T_DICT, T_DICT_KEYS, T_FLOAT, T_FROZENSET, T_INT,
                          T_LIST, T_LONG, T_RANGE_STATE, T_SET, T_TUPLE, T_UNSET, block_release, buffer_new, decref,
                          incref, poll, type_of,
                          value_block, value_unset)
from monty._protocol cimport iterated_type, iterates_natively, value_iterate, value_next
from monty.objects.dict cimport Dict, DictEntry, dict_key_hash, dict_lookup
from monty.objects.dict_views cimport DictView
from monty.objects.list cimport List
from monty.objects.set cimport *
from monty.objects.tuple cimport Tuple, tuple_items


# --- walking keys ----------------------------------------------------------------------------------------------------

cdef int cursor_open(VM* vm, KeyCursor* cursor, Value source) noexcept nogil:
    # A set of any class is read as it is; what else has an __iter__ of its own is asked.
    cdef int type = type_of(source) if is_set(source) else iterated_type(source)
    cursor.source = source
    cursor.iterator = value_unset()
    cursor.held = value_unset()
    cursor.position = 0
    if type == T_FROZENSET:
        type = T_SET
    elif type == T_DICT_KEYS:
        cursor.source = value_block(&(<DictView*>source.as_.block).dict.head)
        type = T_DICT
    cursor.kind = type
    if type == T_SET or type == T_DICT or type == T_LIST or type == T_TUPLE:
        return OK
    cursor.kind = T_UNSET
    if not iterates_natively(source):
        return DEFER
    return value_iterate(vm, source, &cursor.iterator)


cdef void cursor_close(VM* vm, KeyCursor* cursor) noexcept nogil:
    decref(vm, cursor.held)
    decref(vm, cursor.iterator)
    cursor.held = value_unset()
    cursor.iterator = value_unset()


cdef int cursor_next_key(VM* vm, KeyCursor* cursor, Value* key) noexcept nogil:
    cdef int64_t hash
    cdef int status
    if cursor.kind == T_SET or cursor.kind == T_DICT:
        return cursor_next(vm, cursor, key, &hash)
    if poll(vm, 4) != OK:
        return ERROR
    if cursor.kind == T_LIST:
        if cursor.position >= (<List*>cursor.source.as_.block).length:
            return EXHAUSTED
        key[0] = (<List*>cursor.source.as_.block).items[cursor.position]
        cursor.position += 1
        return OK
    if cursor.kind == T_TUPLE:
        if cursor.position >= (<Tuple*>cursor.source.as_.block).length:
            return EXHAUSTED
        key[0] = tuple_items(<Tuple*>cursor.source.as_.block)[cursor.position]
        cursor.position += 1
        return OK
    decref(vm, cursor.held)
    cursor.held = value_unset()
    status = value_next(vm, cursor.iterator, &cursor.held)
    if status == OK:
        key[0] = cursor.held
    return status


# cursor_next for the loops of this file: the next key of a set's table is found inline.
cdef inline int step(VM* vm, KeyCursor* cursor, Value* key, int64_t* hash) noexcept nogil:
    cdef Set* s
    cdef int64_t i = cursor.position
    if cursor.kind == T_SET:
        s = <Set*>cursor.source.as_.block
        if s.table == NULL:
            return EXHAUSTED
        while i <= s.mask:
            if (i & 63) == 0 and poll(vm, 256) != OK:
                return ERROR
            if s.table[i].key.tag != T_UNSET and s.table[i].key.tag != T_RANGE_STATE:
                key[0] = s.table[i].key
                hash[0] = s.table[i].hash
                cursor.position = i + 1
                return OK
            i += 1
        cursor.position = i
        return EXHAUSTED
    if cursor.kind == T_LIST:
        if i >= (<List*>cursor.source.as_.block).length:
            return EXHAUSTED
        if (i & 63) == 0 and poll(vm, 256) != OK:
            return ERROR
        key[0] = (<List*>cursor.source.as_.block).items[i]
        cursor.position = i + 1
        return dict_key_hash(vm, key[0], hash)
    return cursor_next(vm, cursor, key, hash)


cdef int cursor_next(VM* vm, KeyCursor* cursor, Value* key, int64_t* hash) noexcept nogil:
    cdef Set* s
    cdef Dict* d
    cdef int64_t i = cursor.position
    cdef int status
    if cursor.kind == T_SET:
        s = <Set*>cursor.source.as_.block
        if poll(vm, 4) != OK:
            return ERROR
        if s.table == NULL:
            return EXHAUSTED
        while i <= s.mask:
            if s.table[i].key.tag != T_UNSET and s.table[i].key.tag != T_RANGE_STATE:
                key[0] = s.table[i].key
                hash[0] = s.table[i].hash
                cursor.position = i + 1
                return OK
            i += 1
        cursor.position = i
        return EXHAUSTED
    if cursor.kind == T_DICT:
        d = <Dict*>cursor.source.as_.block
        if poll(vm, 4) != OK:
            return ERROR
        while i < d.filled:
            if d.entries[i].key.tag != T_UNSET:
                key[0] = d.entries[i].key
                hash[0] = d.entries[i].hash
                cursor.position = i + 1
                return OK
            i += 1
        cursor.position = i
        return EXHAUSTED
    status = cursor_next_key(vm, cursor, key)
    if status != OK:
        return status
    return dict_key_hash(vm, key[0], hash)


cdef bint is_set(Value v) noexcept nogil:
    cdef int type = type_of(v)
    return type == T_SET or type == T_FROZENSET


cdef void set_drop(VM* vm, Set* s) noexcept nogil:
    if s != NULL:
        s.head.refcount = 0
        block_release(vm, &s.head)


# What a loop over a cursor answers when it stopped with `status`.
cdef inline int finish(VM* vm, KeyCursor* cursor, int status) noexcept nogil:
    cursor_close(vm, cursor)
    return OK if status == EXHAUSTED else status


# --- in place --------------------------------------------------------------------------------------------------------

cdef int set_update_from(VM* vm, Set* s, Value source) noexcept nogil:
    cdef KeyCursor cursor
    cdef Value key
    cdef int64_t hash, slot
    cdef int status
    if is_set(source):
        return set_merge(vm, s, <Set*>source.as_.block)
    if type_of(source) == T_DICT and set_prepare(vm, s, (<Dict*>source.as_.block).count) != OK:
        return ERROR
    status = cursor_open(vm, &cursor, source)
    while status == OK:
        status = step(vm, &cursor, &key, &hash)
        if status == OK:
            status = set_find(vm, s, key, hash, &slot)
            if status == EXHAUSTED:
                status = set_insert(vm, s, slot, key, hash)
    return finish(vm, &cursor, status)


cdef bint is_number(Value v) noexcept nogil:
    cdef int type = type_of(v)
    return type == T_INT or type == T_FLOAT or type == T_BOOL or type == T_LONG


# CPython's compiler keeps the items as a frozenset, which it builds twice, and copies that into each new set: the order
# of numbers tells.
cdef int set_update_constants(VM* vm, Set* s, Value constants) noexcept nogil:
    cdef Tuple* t = <Tuple*>constants.as_.block
    cdef Set* first = NULL
    cdef Set* second
    cdef Value key
    cdef int64_t position = 0
    cdef int64_t i
    cdef int status
    if type_of(constants) != T_TUPLE:
        return set_update_from(vm, s, constants)
    for i in range(t.length):
        if not is_number(tuple_items(t)[i]):
            return set_update_from(vm, s, constants)
    status = set_from(vm, T_SET, constants, &first)
    if status != OK:
        return status
    second = set_new(vm, T_SET)
    if second == NULL:
        status = ERROR
    while status == OK and set_next(first, &position, &key):
        status = set_add(vm, second, key)
    if status == OK:
        status = set_merge(vm, s, second)
    set_drop(vm, first)
    set_drop(vm, second)
    return status


cdef int set_difference_update_from(VM* vm, Set* s, Value source) noexcept nogil:
    cdef KeyCursor cursor
    cdef Value key
    cdef Set* common = NULL
    cdef int64_t hash
    cdef bint found
    cdef int status
    if is_set(source):
        if <Block*>s == source.as_.block:
            set_clear(vm, s)
            return OK
        if (<Set*>source.as_.block).count >> 3 > s.count:
            # Walking a much larger set costs more than finding first what both have.
            status = set_intersection_with(vm, s, source, T_SET, &common)
            if status != OK:
                return status
            source = value_block(&common.head)
    status = cursor_open(vm, &cursor, source)
    while status == OK:
        status = step(vm, &cursor, &key, &hash)
        if status == OK:
            status = set_discard_hash(vm, s, key, hash, &found)
    status = finish(vm, &cursor, status)
    set_drop(vm, common)
    if status == OK:
        return set_shrink(vm, s)
    return status


# Take out of `s` what `source` (a set or dict) has too, put in what only `source` has. Not to be repeated.
cdef int toggle(VM* vm, Set* s, Value source) noexcept nogil:
    cdef KeyCursor cursor
    cdef Value key
    cdef int64_t hash
    cdef bint found
    cdef int status = cursor_open(vm, &cursor, source)
    while status == OK:
        status = step(vm, &cursor, &key, &hash)
        if status == OK:
            status = set_discard_hash(vm, s, key, hash, &found)
            if status == OK and not found:
                status = set_add_hash(vm, s, key, hash)
    return finish(vm, &cursor, status)


# A set with the same table, slot by slot.
cdef Set* clone(VM* vm, Set* s) noexcept nogil:
    cdef Set* twin = set_new(vm, T_SET)
    cdef int64_t i
    if twin == NULL or s.table == NULL:
        return twin
    twin.table = <SetEntry*>buffer_new(vm, <size_t>(s.mask + 1) * sizeof(SetEntry))
    if twin.table == NULL:
        set_drop(vm, twin)
        return NULL
    memcpy(twin.table, s.table, <size_t>(s.mask + 1) * sizeof(SetEntry))
    twin.mask = s.mask
    twin.count = s.count
    twin.filled = s.filled
    for i in range(s.mask + 1):
        incref(twin.table[i].key)
    return twin


cdef int set_symmetric_difference_update_from(VM* vm, Set* s, Value source) noexcept nogil:
    cdef Set* work
    cdef Set* other = NULL
    cdef int status = OK
    if <Block*>s == source.as_.block and is_set(source):
        set_clear(vm, s)
        return OK
    if not is_set(source) and type_of(source) != T_DICT:
        status = set_from(vm, T_SET, source, &other)
        if status != OK:
            return status
        source = value_block(&other.head)
    # On a copy, so that nothing has changed when a key asks for Python-level comparison in the middle.
    work = clone(vm, s)
    status = ERROR if work == NULL else toggle(vm, work, source)
    if status == OK:
        set_swap(s, work)
    set_drop(vm, work)
    set_drop(vm, other)
    return status


# --- new sets --------------------------------------------------------------------------------------------------------

cdef int set_from(VM* vm, int type, Value source, Set** out) noexcept nogil:
    cdef Set* s = set_new(vm, type)
    cdef int status
    if s == NULL:
        return ERROR
    status = set_update_from(vm, s, source)
    if status != OK:
        set_drop(vm, s)
        return status
    out[0] = s
    return OK


cdef int set_intersection_with(VM* vm, Set* s, Value source, int type, Set** out) noexcept nogil:
    cdef Set* result
    cdef Set* probed = s
    cdef KeyCursor cursor
    cdef Value key
    cdef int64_t hash, slot
    cdef int status
    if is_set(source):
        if <Block*>s == source.as_.block:
            return set_from(vm, type, source, out)
        if (<Set*>source.as_.block).count > s.count:
            probed = <Set*>source.as_.block
            source = value_block(&s.head)
    result = set_new(vm, type)
    if result == NULL:
        return ERROR
    status = cursor_open(vm, &cursor, source)
    while status == OK:
        status = step(vm, &cursor, &key, &hash)
        if status == OK:
            status = set_find(vm, probed, key, hash, &slot)
            if status == OK:
                status = set_add_hash(vm, result, key, hash)
                if status == OK and result.count == s.count:
                    status = EXHAUSTED          # the rest of the source is not even looked at
            elif status == EXHAUSTED:
                status = OK
    status = finish(vm, &cursor, status)
    if status != OK:
        set_drop(vm, result)
        return status
    out[0] = result
    return OK


cdef int set_difference_with(VM* vm, Set* s, Value source, int type, Set** out) noexcept nogil:
    cdef Set* result
    cdef KeyCursor cursor
    cdef Value key
    cdef int64_t hash, slot
    cdef int64_t size = -1
    cdef int status
    if is_set(source):
        size = (<Set*>source.as_.block).count
    elif type_of(source) == T_DICT:
        size = (<Dict*>source.as_.block).count
    if size < 0 or s.count >> 2 > size:
        result = set_copy(vm, s, type)
        if result == NULL:
            return ERROR
        status = set_difference_update_from(vm, result, source)
    else:
        result = set_new(vm, type)
        if result == NULL:
            return ERROR
        status = cursor_open(vm, &cursor, value_block(&s.head))
        while status == OK:
            status = step(vm, &cursor, &key, &hash)
            if status == OK:
                if type_of(source) == T_DICT:
                    status = dict_lookup(vm, <Dict*>source.as_.block, key, hash, &slot)
                else:
                    status = set_find(vm, <Set*>source.as_.block, key, hash, &slot)
                if status == EXHAUSTED:
                    status = set_add_hash(vm, result, key, hash)
        status = finish(vm, &cursor, status)
    if status != OK:
        set_drop(vm, result)
        return status
    out[0] = result
    return OK


cdef int set_symmetric_difference_with(VM* vm, Set* s, Value source, int type, Set** out) noexcept nogil:
    cdef Set* result
    cdef int status = set_from(vm, type, source, &result)
    if status != OK:
        return status
    status = toggle(vm, result, value_block(&s.head))
    if status != OK:
        set_drop(vm, result)
        return status
    out[0] = result
    return OK


# --- questions -------------------------------------------------------------------------------------------------------

cdef int set_is_disjoint(VM* vm, Set* s, Value source, bint* out) noexcept nogil:
    cdef Set* probed = s
    cdef KeyCursor cursor
    cdef Value key
    cdef int64_t hash, slot
    cdef int status
    if is_set(source):
        if <Block*>s == source.as_.block:
            out[0] = s.count == 0
            return OK
        if (<Set*>source.as_.block).count > s.count:
            probed = <Set*>source.as_.block
            source = value_block(&s.head)
    status = cursor_open(vm, &cursor, source)
    while status == OK:
        status = step(vm, &cursor, &key, &hash)
        if status == OK:
            status = set_find(vm, probed, key, hash, &slot)
            if status == OK:
                cursor_close(vm, &cursor)
                out[0] = False
                return OK
            if status == EXHAUSTED:
                status = OK
    out[0] = True
    return finish(vm, &cursor, status)


cdef int set_is_subset(VM* vm, Set* s, Set* other, bint* out) noexcept nogil:
    cdef int64_t i, slot
    cdef int status
    out[0] = s == other
    if s == other or s.count > other.count:
        return OK
    if s.table != NULL:
        for i in range(s.mask + 1):
            if (i & 63) == 0 and poll(vm, 256) != OK:
                return ERROR
            if s.table[i].key.tag == T_UNSET or s.table[i].key.tag == T_RANGE_STATE:
                continue
            status = set_find(vm, other, s.table[i].key, s.table[i].hash, &slot)
            if status == EXHAUSTED:
                return OK
            if status != OK:
                return status
    out[0] = True
    return OK


cdef inline uint64_t scrambled(int64_t hash) noexcept nogil:
    cdef uint64_t h = <uint64_t>hash
    return (h ^ <uint64_t>89869747 ^ (h << 16)) * <uint64_t>3644798167


# The hashes of the keys are mixed one by one and combined by exclusive or: the order does not matter.
cdef int64_t frozenset_hash_of(Set* s) noexcept nogil:
    cdef uint64_t h = 0
    cdef int64_t i
    if s.hash != 0:
        return s.hash
    if s.table != NULL:
        for i in range(s.mask + 1):
            if s.table[i].key.tag != T_UNSET and s.table[i].key.tag != T_RANGE_STATE:
                h ^= scrambled(s.table[i].hash)
    h ^= (<uint64_t>s.count + 1) * <uint64_t>1927868237
    h ^= (h >> 11) ^ (h >> 25)
    h = h * <uint64_t>69069 + <uint64_t>907133923
    if h == <uint64_t>-1:
        h = 590923713
    if s.head.type == T_FROZENSET:
        s.hash = <int64_t>h
    return <int64_t>h
