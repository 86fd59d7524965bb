# set and frozenset: open addressing with CPython's way of probing, growing and merging, so that sets of numbers
# iterate in CPython's order after the same operations.
from libc.stdint cimport int64_t, uint64_t
from monty._heap cimport Block, EXHAUSTED, OK, T_INT, T_RANGE_STATE, T_STR, T_UNSET, TYPE_MASK, Value, VM, likely
from monty.objects.dict cimport dict_key_hash

cdef struct SetEntry:
    int64_t hash            # -1: deleted
    Value key               # T_UNSET: never used; T_RANGE_STATE: deleted

cdef struct Set:            # set and frozenset
    Block head
    SetEntry* table         # a buffer; NULL: eight slots that were never used
    int64_t mask            # slots - 1
    int64_t count
    int64_t filled          # live and deleted
    int64_t hash            # frozenset: 0 while not known
    int64_t version         # changes when items do
    int64_t finger          # where pop looks next

cdef Set* set_new(VM* vm, int type) noexcept nogil          # T_SET or T_FROZENSET
cdef int set_contains(VM* vm, Set* s, Value key, bint* out) noexcept nogil
cdef inline bint set_next(Set* s, int64_t* position, Value* key) noexcept nogil:    # borrowed
    cdef int64_t i = position[0]
    if s.table != NULL:
        while i <= s.mask:
            if s.table[i].key.tag != T_UNSET and s.table[i].key.tag != T_RANGE_STATE:
                key[0] = s.table[i].key
                position[0] = i + 1
                return True
            i += 1
    position[0] = i
    return False

# --- with a known hash: for the files of this room and the prelude's intrinsics --------------------------------------
# OK: slot[0] holds an equal key. EXHAUSTED: there is none, slot[0] is where it goes (-1: no table yet).
cdef int set_lookup(VM* vm, Set* s, Value key, int64_t hash, int64_t* slot) noexcept nogil
# The same with the first slot looked at inline: most searches end there.
cdef inline int set_find(VM* vm, Set* s, Value key, int64_t hash, int64_t* slot) noexcept nogil:
    cdef SetEntry* entry
    if likely(s.table != NULL):
        entry = &s.table[hash & s.mask]
        if entry.key.tag == T_UNSET:
            slot[0] = hash & s.mask
            return EXHAUSTED
        if entry.key.as_.i == key.as_.i and (entry.key.tag & TYPE_MASK) == (key.tag & TYPE_MASK):
            slot[0] = hash & s.mask
            return OK
    return set_lookup(vm, s, key, hash, slot)
# Add a key that set_lookup did not find. Copies the reference. ERROR leaves the set sound.
cdef int set_insert(VM* vm, Set* s, int64_t slot, Value key, int64_t hash) noexcept nogil
# Add a key (its reference is copied). OK, ERROR, DEFER (nothing changed).
cdef inline int set_add(VM* vm, Set* s, Value key) noexcept nogil:
    cdef int64_t hash, slot
    cdef int status = dict_key_hash(vm, key, &hash)
    if status == OK:
        status = set_find(vm, s, key, hash, &slot)
        if status == EXHAUSTED:
            return set_insert(vm, s, slot, key, hash)
    return status
# Add a key, its hash known. OK, ERROR, DEFER.
cdef int set_add_hash(VM* vm, Set* s, Value key, int64_t hash) noexcept nogil
# Mark the slot of a live key deleted; out[0] is the key (owned).
cdef void set_remove_at(VM* vm, Set* s, int64_t slot, Value* out) noexcept nogil
# Remove the key if it is there; found[0] tells. OK, ERROR, DEFER.
cdef int set_discard_hash(VM* vm, Set* s, Value key, int64_t hash, bint* found) noexcept nogil
cdef void set_clear(VM* vm, Set* s) noexcept nogil
# The table of a set that is about to get `more` keys from a set or a dict.
cdef int set_prepare(VM* vm, Set* s, int64_t more) noexcept nogil
# The table of a set that lost many keys.
cdef int set_shrink(VM* vm, Set* s) noexcept nogil
# Copy the keys of `other` into `s` without comparing: only when `s` never held a key. OK or ERROR.
cdef int set_fill_clean(VM* vm, Set* s, Set* other) noexcept nogil
# s |= other. OK, ERROR, DEFER (some of it may be in: doing it again is harmless).
cdef int set_merge(VM* vm, Set* s, Set* other) noexcept nogil
# New set of the given type with other's keys, or NULL with the limit set.
cdef Set* set_copy(VM* vm, Set* other, int type) noexcept nogil
# Exchange tables.
cdef void set_swap(Set* a, Set* b) noexcept nogil
