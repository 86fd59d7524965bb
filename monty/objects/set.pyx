"""The hash table of set and frozenset. Probing looks at a run of neighbours before it jumps; a table that is three
fifths full grows fourfold (twofold when large); a new key takes the last deleted slot on its way, if there is one.
Programs see these rules as the order in which a set of numbers iterates. Operators and methods are in set_operations
and set_methods."""

from libc.stdint cimport uint8_t
from libc.string cimport memcpy

from monty._heap cimport (COUNTED, ERROR, EXHAUSTED, T_FROZENSET, T_SET, TypeRow, VisitFunction, block_release,
                          buffer_free, buffer_new, decref, heap_alloc, incref, poll, register_type, value_copy)
from monty._protocol cimport value_equal
from monty.objects.bytes cimport bytes_move
from monty.objects.dict cimport dict_key_hash, memory_fill, same_key

cdef enum:
    MINIMUM_SLOTS = 8
    NEIGHBOURS = 9              # slots looked at after the first one before the next jump
    PERTURB_SHIFT = 5
    LARGE = 50000
    DEPTH = 40                  # NATIVE_DEPTH
    POLL_EVERY = 4096


# --- life ------------------------------------------------------------------------------------------------------------

cdef void set_empty(Set* s) noexcept nogil:
    s.table = NULL
    s.mask = MINIMUM_SLOTS - 1
    s.count = 0
    s.filled = 0
    s.hash = 0


cdef Set* set_new(VM* vm, int type) noexcept nogil:
    cdef Set* s = <Set*>heap_alloc(vm, type, sizeof(Set), True)
    if s == NULL:
        return NULL
    set_empty(s)
    s.version = 0
    s.finger = 0
    return s


cdef void set_release(VM* vm, Set* s) noexcept nogil:
    s.head.refcount = 0
    block_release(vm, &s.head)


cdef void release_table(VM* vm, SetEntry* table, int64_t mask) noexcept nogil:
    cdef int64_t i
    if table == NULL:
        return
    for i in range(mask + 1):
        decref(vm, table[i].key)
    buffer_free(vm, table)


cdef void set_free(VM* vm, Block* block) noexcept nogil:
    cdef Set* s = <Set*>block
    cdef SetEntry* table = s.table
    cdef int64_t mask = s.mask
    set_empty(s)
    release_table(vm, table, mask)


cdef void set_traverse(Block* block, VisitFunction visit, void* context) noexcept nogil:
    cdef Set* s = <Set*>block
    cdef int64_t i
    if s.table == NULL:
        return
    for i in range(s.mask + 1):
        if s.table[i].key.tag & COUNTED:
            visit(s.table[i].key.as_.block, context)


cdef void set_clear(VM* vm, Set* s) noexcept nogil:
    cdef SetEntry* table = s.table
    cdef int64_t mask = s.mask
    if table == NULL:
        return
    set_empty(s)
    s.version += 1
    release_table(vm, table, mask)


# --- the table -------------------------------------------------------------------------------------------------------

cdef SetEntry* table_new(VM* vm, int64_t slots) noexcept nogil:
    cdef SetEntry* table = <SetEntry*>buffer_new(vm, <size_t>slots * sizeof(SetEntry))
    if table != NULL and memory_fill(vm, table, 0, <size_t>slots * sizeof(SetEntry)) != OK:     # T_UNSET throughout
        buffer_free(vm, table)
        return NULL
    return table


# Put a key into a table that has no deleted slots and no equal key. Takes the reference.
cdef inline void insert_clean(SetEntry* table, int64_t mask, Value key, int64_t hash) noexcept nogil:
    cdef uint64_t perturb = <uint64_t>hash
    cdef uint64_t slot = perturb & <uint64_t>mask
    cdef SetEntry* entry
    cdef int more
    while True:
        entry = &table[slot]
        more = NEIGHBOURS if slot + NEIGHBOURS <= <uint64_t>mask else 0
        while True:
            if entry.key.tag == T_UNSET:
                entry.key = key
                entry.hash = hash
                return
            if more == 0:
                break
            more -= 1
            entry += 1
        perturb >>= PERTURB_SHIFT
        slot = (slot * 5 + 1 + perturb) & <uint64_t>mask


# Rebuild with more than `minimum` slots, in the order of the old table. ERROR leaves the set as it was.
cdef int set_rebuild(VM* vm, Set* s, int64_t minimum) noexcept nogil:
    cdef int64_t slots = MINIMUM_SLOTS
    cdef int64_t i
    cdef SetEntry* table
    cdef SetEntry* old = s.table
    while slots <= minimum:
        slots <<= 1
    if slots == MINIMUM_SLOTS and s.mask == MINIMUM_SLOTS - 1 and s.filled == s.count:
        return OK
    table = table_new(vm, slots)
    if table == NULL:
        return ERROR
    if old != NULL:
        for i in range(s.mask + 1):
            if (i & (POLL_EVERY - 1)) == 0 and poll(vm, POLL_EVERY) != OK:
                buffer_free(vm, table)
                return ERROR
            if old[i].key.tag != T_UNSET and old[i].key.tag != T_RANGE_STATE:
                insert_clean(table, slots - 1, old[i].key, old[i].hash)
        buffer_free(vm, old)
    s.table = table
    s.mask = slots - 1
    s.filled = s.count
    s.version += 1
    return OK


cdef int set_prepare(VM* vm, Set* s, int64_t more) noexcept nogil:
    if (s.filled + more) * 5 >= s.mask * 3:
        return set_rebuild(vm, s, (s.count + more) * 2)
    return OK


cdef int set_grow(VM* vm, Set* s) noexcept nogil:
    return set_rebuild(vm, s, s.count * 2 if s.count > LARGE else s.count * 4)


cdef int set_shrink(VM* vm, Set* s) noexcept nogil:
    if s.filled - s.count <= s.mask // 4:
        return OK
    return set_grow(vm, s)


cdef int set_lookup(VM* vm, Set* s, Value key, int64_t hash, int64_t* slot_out) noexcept nogil:
    cdef uint64_t perturb = <uint64_t>hash
    cdef uint64_t mask = <uint64_t>s.mask
    cdef uint64_t slot = perturb & mask
    cdef SetEntry* entry
    cdef SetEntry* deleted = NULL
    cdef int more, status, quick
    cdef bint same
    if s.table == NULL:
        slot_out[0] = -1
        return EXHAUSTED
    while True:
        entry = &s.table[slot]
        more = NEIGHBOURS if slot + NEIGHBOURS <= mask else 0
        while True:
            if entry.key.tag == T_UNSET:
                slot_out[0] = (entry if deleted == NULL else deleted) - s.table
                return EXHAUSTED
            if entry.hash == -1:
                deleted = entry
            elif entry.hash == hash:
                quick = same_key(entry.key, key)
                if quick < 0:
                    status = value_equal(vm, entry.key, key, DEPTH, &same)
                    if status != OK:
                        return status
                    quick = same
                if quick:
                    slot_out[0] = entry - s.table
                    return OK
                vm.fuel -= 8            # keys made to collide pay for the time they take
            if more == 0:
                break
            more -= 1
            entry += 1
        perturb >>= PERTURB_SHIFT
        if perturb == 0:
            vm.fuel -= 1
        slot = (slot * 5 + 1 + perturb) & mask


cdef int set_insert(VM* vm, Set* s, int64_t slot, Value key, int64_t hash) noexcept nogil:
    if slot < 0:
        s.table = table_new(vm, MINIMUM_SLOTS)
        if s.table == NULL:
            return ERROR
        s.mask = MINIMUM_SLOTS - 1
        slot = hash & s.mask
    incref(key)
    s.count += 1
    s.version += 1
    if s.table[slot].hash == -1:
        s.table[slot].key = key
        s.table[slot].hash = hash
        return OK
    s.table[slot].key = key
    s.table[slot].hash = hash
    s.filled += 1
    if s.filled * 5 < s.mask * 3:
        return OK
    return set_grow(vm, s)


cdef int set_add_hash(VM* vm, Set* s, Value key, int64_t hash) noexcept nogil:
    cdef int64_t slot
    cdef int status = set_find(vm, s, key, hash, &slot)
    if status == EXHAUSTED:
        return set_insert(vm, s, slot, key, hash)
    return status


cdef int set_contains(VM* vm, Set* s, Value key, bint* out) noexcept nogil:
    cdef int64_t hash, slot
    cdef int status = dict_key_hash(vm, key, &hash)
    if status == OK:
        status = set_find(vm, s, key, hash, &slot)
        if status == OK:
            out[0] = True
        elif status == EXHAUSTED:
            out[0] = False
            return OK
    return status


cdef void set_remove_at(VM* vm, Set* s, int64_t slot, Value* out) noexcept nogil:
    out[0] = s.table[slot].key
    s.table[slot].key.tag = T_RANGE_STATE
    s.table[slot].hash = -1
    s.count -= 1
    s.version += 1


cdef int set_discard_hash(VM* vm, Set* s, Value key, int64_t hash, bint* found) noexcept nogil:
    cdef int64_t slot
    cdef Value old
    cdef int status = set_find(vm, s, key, hash, &slot)
    if status == OK:
        set_remove_at(vm, s, slot, &old)
        decref(vm, old)
        found[0] = True
    elif status == EXHAUSTED:
        found[0] = False
        return OK
    return status


# --- whole sets ------------------------------------------------------------------------------------------------------

cdef int set_fill_clean(VM* vm, Set* s, Set* other) noexcept nogil:
    cdef int64_t i
    cdef SetEntry* table
    if other.count == 0:
        return OK
    if s.table == NULL:
        table = table_new(vm, s.mask + 1)
        if table == NULL:
            return ERROR
        s.table = table
    if s.mask == other.mask and other.filled == other.count:
        memcpy(s.table, other.table, <size_t>(s.mask + 1) * sizeof(SetEntry))
        for i in range(s.mask + 1):
            incref(s.table[i].key)
    else:
        for i in range(other.mask + 1):
            if other.table[i].key.tag != T_UNSET and other.table[i].key.tag != T_RANGE_STATE:
                insert_clean(s.table, s.mask, value_copy(other.table[i].key), other.table[i].hash)
    s.count = other.count
    s.filled = other.count
    s.version += 1
    return poll(vm, s.mask)


# set_merge into a set without a table, where the table comes out the same as the other's. OK or ERROR.
cdef int copy_table(VM* vm, Set* s, Set* other) noexcept nogil:
    cdef size_t size = <size_t>(other.mask + 1) * sizeof(SetEntry)
    cdef SetEntry* table = <SetEntry*>buffer_new(vm, size)
    cdef int64_t i
    if table == NULL:
        return ERROR
    if bytes_move(vm, <uint8_t*>table, <const uint8_t*>other.table, <int64_t>size) != OK:
        buffer_free(vm, table)
        return ERROR
    for i in range(other.mask + 1):
        incref(table[i].key)
    s.table = table
    s.mask = other.mask
    s.count = other.count
    s.filled = other.count
    s.version += 1
    return poll(vm, s.mask >> 2)


cdef int set_merge(VM* vm, Set* s, Set* other) noexcept nogil:
    cdef int64_t i
    cdef int64_t slots = MINIMUM_SLOTS
    cdef int status
    if s == other or other.count == 0:
        return OK
    if s.table == NULL and other.filled == other.count:
        if other.count * 5 >= s.mask * 3:
            while slots <= other.count * 2:
                slots <<= 1
        if slots == other.mask + 1:
            return copy_table(vm, s, other)
    if set_prepare(vm, s, other.count) != OK:
        return ERROR
    if s.filled == 0:
        return set_fill_clean(vm, s, other)
    for i in range(other.mask + 1):
        if (i & 63) == 0 and poll(vm, 256) != OK:
            return ERROR
        if other.table[i].key.tag != T_UNSET and other.table[i].key.tag != T_RANGE_STATE:
            status = set_add_hash(vm, s, other.table[i].key, other.table[i].hash)
            if status != OK:
                return status
    return OK


cdef Set* set_copy(VM* vm, Set* other, int type) noexcept nogil:
    cdef Set* s = set_new(vm, type)
    if s != NULL and set_merge(vm, s, other) != OK:
        set_release(vm, s)
        return NULL
    return s


cdef void set_swap(Set* a, Set* b) noexcept nogil:
    cdef SetEntry* table = a.table
    cdef int64_t mask = a.mask
    cdef int64_t count = a.count
    cdef int64_t filled = a.filled
    a.table = b.table
    a.mask = b.mask
    a.count = b.count
    a.filled = b.filled
    b.table = table
    b.mask = mask
    b.count = count
    b.filled = filled
    a.version += 1
    b.version += 1


cdef int number
cdef TypeRow* row
for number in (T_SET, T_FROZENSET):
    row = register_type(number, b"set" if number == T_SET else b"frozenset")
    row.free = set_free
    row.traverse = set_traverse
