"""The hash table of dictionaries: finding, inserting, removing, growing. What programs see of dicts (operators,
methods, iterators, views) is in dict_methods, dict_iterators and dict_views."""

from libc.stdint cimport uint8_t
from libc.string cimport memset

from monty._heap cimport (COUNTED, DEFER, T_BOOL, T_DICT, T_TUPLE, VisitFunction, block_release, buffer_free, buffer_new, decref,
                          heap_alloc, heap_free, incref, poll, register_type, TypeRow, type_of, value_int, value_unset)
from monty._protocol cimport value_equal, value_hash
from monty.objects.bytes cimport bytes_move
from monty.objects.str cimport str_hash
from monty.objects.tuple cimport tuple_quick_hash

cdef enum:
    MINIMUM_SLOTS = 8
    PERTURB_SHIFT = 5
    DEPTH = 40                  # NATIVE_DEPTH
    POLL_EVERY = 4096
    FILL_CHUNK = 1 << 18


# --- life ------------------------------------------------------------------------------------------------------------

cdef void dict_set_empty(Dict* d) noexcept nogil:
    d.entries = NULL
    d.indices = NULL
    d.count = 0
    d.filled = 0
    d.usable = 0
    d.mask = 0


# New dict with room for `expected` entries, or NULL with the limit set.
cdef Dict* dict_new(VM* vm, int64_t expected) noexcept nogil:
    cdef Dict* d = <Dict*>heap_alloc(vm, T_DICT, sizeof(Dict), True)
    if d == NULL:
        return NULL
    dict_set_empty(d)
    d.version = 0
    if expected > 0 and dict_rebuild(vm, d, (expected * 3 + 1) // 2) != OK:
        block_free(vm, d)
        return NULL
    return d


cdef void block_free(VM* vm, Dict* d) noexcept nogil:
    d.head.refcount = 0
    block_release(vm, &d.head)


cdef void release_entries(VM* vm, DictEntry* entries, int64_t filled) noexcept nogil:
    cdef int64_t i
    for i in range(filled):
        decref(vm, entries[i].key)          # deleted entries hold immediates
        decref(vm, entries[i].value)
    buffer_free(vm, entries)


cdef void dict_free(VM* vm, Block* block) noexcept nogil:
    cdef Dict* d = <Dict*>block
    cdef DictEntry* entries = d.entries
    cdef int64_t filled = d.filled
    dict_set_empty(d)
    release_entries(vm, entries, filled)


cdef void dict_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Dict* d = <Dict*>block
    cdef int64_t i
    for i in range(d.filled):
        if d.entries[i].key.tag & COUNTED:
            visit(d.entries[i].key.as_.block, context)
        if d.entries[i].value.tag & COUNTED:
            visit(d.entries[i].value.as_.block, context)


cdef void dict_clear(VM* vm, Dict* d) noexcept nogil:
    cdef DictEntry* entries = d.entries
    cdef int64_t filled = d.filled
    if entries == NULL:
        return
    dict_set_empty(d)
    d.version += 1
    release_entries(vm, entries, filled)


cdef int memory_fill(VM* vm, void* data, int byte, size_t size) noexcept nogil:
    cdef char* place = <char*>data
    while size > FILL_CHUNK:
        memset(place, byte, FILL_CHUNK)
        place += FILL_CHUNK
        size -= FILL_CHUNK
        if poll(vm, FILL_CHUNK >> 3) != OK:
            return ERROR
    memset(place, byte, size)
    return OK


# --- the table -------------------------------------------------------------------------------------------------------

cdef inline void set_index(void* indices, int64_t mask, uint64_t slot, int64_t index) noexcept nogil:
    if mask <= 127:
        (<int8_t*>indices)[slot] = <int8_t>index
    elif mask <= 32767:
        (<int16_t*>indices)[slot] = <int16_t>index
    else:
        (<int32_t*>indices)[slot] = <int32_t>index


cdef inline size_t size_of_indices(int64_t mask) noexcept nogil:
    return <size_t>(mask + 1) * (1 if mask <= 127 else (2 if mask <= 32767 else 4))


# Write numbers 0..filled-1 into a fresh index table. Every entry is live. OK, or ERROR from a poll.
cdef int fill_indices(VM* vm, DictEntry* entries, int64_t filled, void* indices, int64_t mask) noexcept nogil:
    cdef int64_t i
    cdef uint64_t slot, perturb
    cdef int8_t* tiny = <int8_t*>indices
    cdef int16_t* short_ = <int16_t*>indices
    cdef int32_t* wide = <int32_t*>indices
    if mask <= 127:
        for i in range(filled):
            perturb = <uint64_t>entries[i].hash
            slot = perturb & <uint64_t>mask
            while tiny[slot] >= 0:
                perturb >>= PERTURB_SHIFT
                slot = (slot * 5 + perturb + 1) & <uint64_t>mask
            tiny[slot] = <int8_t>i
        return OK
    if mask <= 32767:
        for i in range(filled):
            if (i & (POLL_EVERY - 1)) == 0 and poll(vm, POLL_EVERY) != OK:
                return ERROR
            perturb = <uint64_t>entries[i].hash
            slot = perturb & <uint64_t>mask
            while short_[slot] >= 0:
                perturb >>= PERTURB_SHIFT
                slot = (slot * 5 + perturb + 1) & <uint64_t>mask
            short_[slot] = <int16_t>i
        return OK
    for i in range(filled):
        if (i & (POLL_EVERY - 1)) == 0 and poll(vm, POLL_EVERY) != OK:
            return ERROR
        perturb = <uint64_t>entries[i].hash
        slot = perturb & <uint64_t>mask
        while wide[slot] >= 0:
            perturb >>= PERTURB_SHIFT
            slot = (slot * 5 + perturb + 1) & <uint64_t>mask
        wide[slot] = <int32_t>i
    return OK


# Give the dict a table of at least `minimum` slots, without the deleted entries. ERROR leaves it as it was.
cdef int dict_rebuild(VM* vm, Dict* d, int64_t minimum) noexcept nogil:
    cdef int64_t slots = MINIMUM_SLOTS
    cdef int64_t capacity, i, filled
    cdef size_t width, table_size
    cdef DictEntry* entries
    cdef DictEntry* source
    cdef void* indices
    while slots < minimum:
        slots <<= 1
    capacity = slots * 2 // 3
    width = 1 if slots <= 128 else (2 if slots <= 32768 else 4)
    table_size = <size_t>capacity * sizeof(DictEntry)
    entries = <DictEntry*>buffer_new(vm, table_size + <size_t>slots * width)
    if entries == NULL:
        return ERROR
    indices = <char*>entries + table_size
    if memory_fill(vm, indices, 0xFF, <size_t>slots * width) != OK:     # INDEX_EMPTY throughout
        buffer_free(vm, entries)
        return ERROR
    source = d.entries
    if d.count == d.filled:
        filled = d.count
        if bytes_move(vm, <uint8_t*>entries, <const uint8_t*>source, filled * <int64_t>sizeof(DictEntry)) != OK:
            buffer_free(vm, entries)
            return ERROR
    else:
        filled = 0
        for i in range(d.filled):
            if (i & (POLL_EVERY - 1)) == 0 and poll(vm, POLL_EVERY) != OK:
                buffer_free(vm, entries)
                return ERROR
            if source[i].key.tag != T_UNSET:
                entries[filled] = source[i]
                filled += 1
    if fill_indices(vm, entries, filled, indices, slots - 1) != OK:
        buffer_free(vm, entries)
        return ERROR
    buffer_free(vm, source)
    d.entries = entries
    d.indices = indices
    d.filled = filled
    d.usable = capacity - filled
    d.mask = slots - 1
    return OK


cdef int dict_reserve(VM* vm, Dict* d, int64_t more) noexcept nogil:
    if more <= d.usable:
        return OK
    return dict_rebuild(vm, d, ((d.count + more) * 3 + 1) // 2)


cdef int64_t dict_find_int(Dict* d, int64_t i, int64_t hash) noexcept nogil:
    cdef uint64_t perturb = <uint64_t>hash
    cdef uint64_t slot = perturb & <uint64_t>d.mask
    cdef int64_t index
    cdef DictEntry* entry
    if d.entries == NULL:
        return DICT_ABSENT
    while True:
        index = dict_index(d, slot)
        if index >= 0:
            entry = &d.entries[index]
            if entry.hash == hash:
                if entry.key.tag != T_INT:
                    return DICT_UNSURE
                if entry.key.as_.i == i:
                    return index
        elif index == INDEX_EMPTY:
            return DICT_ABSENT
        perturb >>= PERTURB_SHIFT
        slot = (slot * 5 + perturb + 1) & <uint64_t>d.mask


cdef int64_t dict_find_str(Dict* d, Str* key) noexcept nogil:
    cdef int64_t hash = <int64_t>key.head.link
    cdef uint64_t perturb, slot
    cdef int64_t index
    cdef DictEntry* entry
    if d.entries == NULL:
        return DICT_ABSENT
    if hash == 0:
        hash = str_hash(key)
    perturb = <uint64_t>hash
    slot = perturb & <uint64_t>d.mask
    while True:
        index = dict_index(d, slot)
        if index >= 0:
            entry = &d.entries[index]
            if entry.hash == hash:
                if (entry.key.tag & EXACT_MASK) != T_STR:
                    return DICT_UNSURE
                if entry.key.as_.block == &key.head or same_text(<Str*>entry.key.as_.block, key):
                    return index
        elif index == INDEX_EMPTY:
            return DICT_ABSENT
        perturb >>= PERTURB_SHIFT
        slot = (slot * 5 + perturb + 1) & <uint64_t>d.mask


cdef int dict_key_hash_slow(VM* vm, Value key, int64_t* hash) noexcept nogil:
    cdef int type = key.tag & EXACT_MASK
    if type == T_STR:
        hash[0] = str_hash(<Str*>key.as_.block)
        return OK
    if type == T_INT or type == T_BOOL:
        hash[0] = hash_int(key.as_.i)
        return OK
    if type == T_TUPLE and tuple_quick_hash(key, hash):
        return OK
    return value_hash(vm, key, DEPTH, hash)


cdef int dict_lookup(VM* vm, Dict* d, Value key, int64_t hash, int64_t* index) noexcept nogil:
    cdef uint64_t perturb = <uint64_t>hash
    cdef uint64_t slot = perturb & <uint64_t>d.mask
    cdef int64_t number
    cdef DictEntry* entry
    cdef bint same
    cdef int status, quick
    if d.entries == NULL:
        return EXHAUSTED
    while True:
        number = dict_index(d, slot)
        if number >= 0:
            entry = &d.entries[number]
            if entry.hash == hash:
                quick = same_key(entry.key, key)
                if quick < 0:
                    status = value_equal(vm, entry.key, key, DEPTH, &same)
                    if status != OK:
                        return status
                    quick = same
                if quick:
                    index[0] = number
                    return OK
                vm.fuel -= 8            # keys made to collide pay for the time they take
        elif number == INDEX_EMPTY:
            return EXHAUSTED
        perturb >>= PERTURB_SHIFT
        if perturb == 0:
            vm.fuel -= 1
        slot = (slot * 5 + perturb + 1) & <uint64_t>d.mask


# Write the entry after the last one; the slot leads to it. There is room.
cdef inline void append_entry(Dict* d, uint64_t slot, Value key, int64_t hash, Value value) noexcept nogil:
    cdef DictEntry* entry = &d.entries[d.filled]
    set_index(d.indices, d.mask, slot, d.filled)
    entry.hash = hash
    entry.key = key
    entry.value = value
    incref(key)
    incref(value)
    d.filled += 1
    d.count += 1
    d.usable -= 1
    d.version += 1


cdef int dict_insert(VM* vm, Dict* d, Value key, int64_t hash, Value value) noexcept nogil:
    cdef uint64_t perturb = <uint64_t>hash
    cdef uint64_t slot
    if d.usable <= 0 and dict_rebuild(vm, d, d.count * 3) != OK:
        return ERROR
    slot = perturb & <uint64_t>d.mask
    while dict_index(d, slot) >= 0:
        perturb >>= PERTURB_SHIFT
        slot = (slot * 5 + perturb + 1) & <uint64_t>d.mask
    append_entry(d, slot, key, hash, value)
    return OK


cdef void dict_remove_at(VM* vm, Dict* d, int64_t index, Value* out) noexcept nogil:
    cdef DictEntry* entry = &d.entries[index]
    cdef uint64_t perturb = <uint64_t>entry.hash
    cdef uint64_t slot = perturb & <uint64_t>d.mask
    cdef Value key = entry.key
    while dict_index(d, slot) != index:
        perturb >>= PERTURB_SHIFT
        slot = (slot * 5 + perturb + 1) & <uint64_t>d.mask
    set_index(d.indices, d.mask, slot, INDEX_DELETED)
    out[0] = entry.value
    entry.key = value_unset()
    entry.value = value_unset()
    d.count -= 1
    d.version += 1
    decref(vm, key)


cdef int dict_move_to_end(VM* vm, Dict* d, int64_t index) noexcept nogil:
    cdef DictEntry moved
    cdef Value value
    cdef int status
    if index == d.filled - 1:
        return OK
    moved = d.entries[index]
    incref(moved.key)
    dict_remove_at(vm, d, index, &value)
    status = dict_insert(vm, d, moved.key, moved.hash, value)
    decref(vm, value)
    decref(vm, moved.key)
    return status


cdef int64_t dict_first(Dict* d) noexcept nogil:
    cdef int64_t i = 0
    if d.count == 0:
        return -1
    # The first entry, once it is dead, remembers as its value how many are dead for certain.
    if d.entries[0].key.tag == T_UNSET and d.entries[0].value.tag == T_INT:
        i = d.entries[0].value.as_.i
    while d.entries[i].key.tag == T_UNSET:
        i += 1
    if i > 0:
        d.entries[0].value = value_int(i)
    return i


cdef void dict_replace(VM* vm, Dict* d, int64_t index, Value value) noexcept nogil:
    cdef Value old = d.entries[index].value
    incref(value)
    d.entries[index].value = value
    decref(vm, old)


# --- with any key ----------------------------------------------------------------------------------------------------

cdef int dict_get_slow(VM* vm, Dict* d, Value key, Value* out) noexcept nogil:
    cdef int64_t hash, index
    cdef int status = dict_key_hash(vm, key, &hash)
    if status != OK:
        return status
    status = dict_lookup(vm, d, key, hash, &index)
    if status == OK:
        out[0] = d.entries[index].value
    return status


cdef int dict_set_slow(VM* vm, Dict* d, Value key, Value value) noexcept nogil:
    cdef int64_t hash, index
    cdef uint64_t perturb, slot
    cdef int status, same
    status = dict_key_hash(vm, key, &hash)
    if status != OK:
        return status
    if d.entries == NULL:
        return dict_insert(vm, d, key, hash, value)
    # One walk finds the key or the slot where it goes.
    perturb = <uint64_t>hash
    slot = perturb & <uint64_t>d.mask
    while True:
        index = dict_index(d, slot)
        if index >= 0:
            if d.entries[index].hash == hash:
                same = same_key(d.entries[index].key, key)
                if same < 0:
                    break
                if same:
                    dict_replace(vm, d, index, value)
                    return OK
                vm.fuel -= 8            # keys made to collide pay for the time they take
        elif index == INDEX_EMPTY:
            if unlikely(d.usable <= 0):
                return dict_insert(vm, d, key, hash, value)
            append_entry(d, slot, key, hash, value)
            return OK
        perturb >>= PERTURB_SHIFT
        if perturb == 0:
            vm.fuel -= 1
        slot = (slot * 5 + perturb + 1) & <uint64_t>d.mask
    status = dict_lookup(vm, d, key, hash, &index)
    if status == OK:
        dict_replace(vm, d, index, value)
        return OK
    if status == EXHAUSTED:
        return dict_insert(vm, d, key, hash, value)
    return status


cdef int dict_remove(VM* vm, Dict* d, Value key, Value* out) noexcept nogil:
    cdef int64_t hash, index
    cdef int status = dict_key_hash(vm, key, &hash)
    if status != OK:
        return status
    status = dict_lookup(vm, d, key, hash, &index)
    if status == OK:
        dict_remove_at(vm, d, index, out)
    return status


cdef int dict_update_dict(VM* vm, Dict* d, Dict* source) noexcept nogil:
    cdef int64_t position, index
    cdef int status
    cdef DictEntry* entry
    if d == source or source.count == 0:
        return OK
    if d.entries == NULL:
        return fill_from(vm, d, source)
    if dict_reserve(vm, d, source.count) != OK:
        return ERROR
    for position in range(source.filled):
        entry = &source.entries[position]
        if entry.key.tag == T_UNSET:
            continue
        if poll(vm, 4) != OK:
            return ERROR
        if d.count == 0:
            status = EXHAUSTED
        else:
            status = dict_lookup(vm, d, entry.key, entry.hash, &index)
        if status == OK:
            dict_replace(vm, d, index, entry.value)
        elif status != EXHAUSTED:
            return status
        elif dict_insert(vm, d, entry.key, entry.hash, entry.value) != OK:
            return ERROR
    return OK


# Fill a dict that never held anything with another's items, in the same order. OK or ERROR.
cdef int fill_from(VM* vm, Dict* d, Dict* source) noexcept nogil:
    cdef int64_t slots = source.mask + 1 if source.count * 3 >= source.filled * 2 else (source.count * 3 + 1) // 2
    cdef int64_t filled = 0
    cdef int64_t i
    cdef DictEntry* entry
    cdef int status = OK
    if dict_rebuild(vm, d, slots) != OK:
        return ERROR
    for i in range(source.filled):
        if (i & (POLL_EVERY - 1)) == 0:
            status = poll(vm, POLL_EVERY)
            if status != OK:
                break
        entry = &source.entries[i]
        if entry.key.tag != T_UNSET:
            d.entries[filled] = entry[0]
            incref(entry.key)
            incref(entry.value)
            filled += 1
    d.filled = filled
    d.count = filled
    d.usable -= filled
    d.version += 1
    if status == OK:
        if d.mask == source.mask and filled == source.filled:
            status = bytes_move(vm, <uint8_t*>d.indices, <const uint8_t*>source.indices,
                                <int64_t>size_of_indices(d.mask))
        else:
            status = fill_indices(vm, d.entries, filled, d.indices, d.mask)
    if status != OK:
        dict_clear(vm, d)               # entries that no index leads to must not stay
    return status


# New dict with the same items in the same order, or NULL with the limit set.
cdef Dict* dict_copy(VM* vm, Dict* source) noexcept nogil:
    cdef Dict* d = dict_new(vm, 0)
    if d != NULL and source.count > 0 and fill_from(vm, d, source) != OK:
        block_free(vm, d)
        return NULL
    return d


cdef TypeRow* row = register_type(T_DICT, b"dict")
row.free = dict_free
row.traverse = dict_traverse
