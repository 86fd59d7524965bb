from libc.stdint cimport int64_t, uint8_t, uint32_t, uint64_t
from monty._heap cimport Block, Str, Value, VM

cdef struct DictEntry:
    int64_t hash
    Value key               # T_UNSET: deleted
    Value value

# Insertion-ordered: `entries` in order, `indices` an open-addressing table of entry numbers.
cdef struct Dict:
    Block head
    DictEntry* entries      # a buffer, NULL when empty
    void* indices           # a buffer of int8/int16/int32 entry numbers, -1 empty, -2 deleted; NULL when empty
    int64_t count           # live entries
    int64_t filled          # entries used, deleted ones included
    int64_t capacity        # entries allocated
    int64_t mask            # slots of indices - 1
    uint64_t version        # changes at every insertion, deletion or clear (not when a value is replaced)

cdef Dict* dict_new(VM* vm, int64_t expected) noexcept nogil
# OK: out[0] is the value (borrowed). EXHAUSTED: no such key. ERROR: unhashable. DEFER: needs Python-level hash or ==.
cdef int dict_get(VM* vm, Dict* d, Value key, Value* out) noexcept nogil
cdef bint dict_get_str(Dict* d, Str* key, Value* out) noexcept nogil       # borrowed; str keys never defer... see dict.pyx
# Copies references to key and value. OK, ERROR, DEFER (nothing changed).
cdef int dict_set(VM* vm, Dict* d, Value key, Value value) noexcept nogil
# OK: removed, out[0] is the value (owned); EXHAUSTED: no such key.
cdef int dict_remove(VM* vm, Dict* d, Value key, Value* out) noexcept nogil
# Walk in order from position[0] = 0; borrowed key and value; False at the end.
cdef bint dict_next(Dict* d, int64_t* position, Value* key, Value* value) noexcept nogil
cdef void dict_clear(VM* vm, Dict* d) noexcept nogil
# Copy all of `source` in (no ==-calls beyond dict_set's).
cdef int dict_update_dict(VM* vm, Dict* d, Dict* source) noexcept nogil
cdef Dict* dict_copy(VM* vm, Dict* source) noexcept nogil
