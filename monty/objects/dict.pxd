# Dictionaries: insertion-ordered hash tables. The entries stand in order of insertion; an index table with open
# addressing leads from a hash to an entry's number. Growth follows CPython's (a table is two thirds full at most,
# and grows to three times the live entries), because programs can see when a table is compacted while they iterate.
from libc.string cimport memcmp
from libc.stdint cimport int8_t, int16_t, int32_t, int64_t, uint64_t
from monty._heap cimport (Block, ERROR, EXACT_MASK, EXHAUSTED, OK, Str, T_INT, T_STR, T_TUPLE, T_UNSET, TYPE_MASK, Value, VM, likely,
                          unlikely)
from monty._protocol cimport hash_int, value_equal_quick
from monty.objects.tuple cimport Tuple, tuple_quick_equal

cdef struct DictEntry:
    int64_t hash
    Value key               # T_UNSET: deleted
    Value value

cdef struct Dict:
    Block head
    DictEntry* entries      # a buffer, NULL when empty
    void* indices           # in the same buffer, after the entries: int8/int16/int32 entry numbers, or INDEX_ below
    int64_t count           # live entries
    int64_t filled          # entries used, deleted ones included
    int64_t usable          # insertions until the table must be rebuilt
    int64_t mask            # slots of indices - 1
    uint64_t version        # changes at every insertion, deletion or clear (not when a value is replaced)

cdef enum:
    INDEX_EMPTY = -1
    INDEX_DELETED = -2

# Answers of the quick searches.
cdef enum:
    DICT_ABSENT = -1
    DICT_UNSURE = -2        # a key of another type has the same hash: dict_lookup decides

cdef inline int64_t dict_index(Dict* d, uint64_t slot) noexcept nogil:
    if d.mask <= 127:
        return (<int8_t*>d.indices)[slot]
    if d.mask <= 32767:
        return (<int16_t*>d.indices)[slot]
    return (<int32_t*>d.indices)[slot]

# Do two strs of equal hash have the same characters? Both are in the narrowest units that fit them.
cdef inline bint same_text(Str* a, Str* b) noexcept nogil:
    return a.length == b.length and a.kind == b.kind and memcmp(a + 1, b + 1, <size_t>a.length * a.kind) == 0

# Is the stored key, whose hash is the same, the key looked for? 1 or 0; -1: value_equal knows.
cdef inline int same_key(Value stored, Value key) noexcept nogil:
    cdef int same = value_equal_quick(stored, key)
    if same < 0 and (stored.tag & EXACT_MASK) == T_TUPLE and (key.tag & EXACT_MASK) == T_TUPLE:
        return tuple_quick_equal(<Tuple*>stored.as_.block, <Tuple*>key.as_.block)
    return same

# Entry number of the int key i (hash: hash_int(i)), or DICT_ABSENT or DICT_UNSURE.
cdef int64_t dict_find_int(Dict* d, int64_t i, int64_t hash) noexcept nogil
# Entry number of the str key, or DICT_ABSENT or DICT_UNSURE.
cdef int64_t dict_find_str(Dict* d, Str* key) noexcept nogil
cdef int dict_get_slow(VM* vm, Dict* d, Value key, Value* out) noexcept nogil
cdef int dict_set_slow(VM* vm, Dict* d, Value key, Value value) noexcept nogil

# Entry number if the first slot tried holds the very same key (same int, same str block), else -1: the common case of
# a lookup that succeeds, small enough to be inlined wherever dicts are read.
cdef inline int64_t dict_first_probe(Dict* d, Value key, uint64_t hash) noexcept nogil:
    cdef int64_t index
    if unlikely(d.entries == NULL):
        return -1
    index = dict_index(d, hash & <uint64_t>d.mask)
    if likely(index >= 0) and d.entries[index].key.as_.i == key.as_.i \
            and (d.entries[index].key.tag & TYPE_MASK) == (key.tag & TYPE_MASK):
        return index
    return -1

cdef Dict* dict_new(VM* vm, int64_t expected) noexcept nogil
# OK: out[0] is the value (borrowed). EXHAUSTED: no such key. ERROR: unhashable. DEFER: needs Python-level hash or ==.
cdef inline int dict_get(VM* vm, Dict* d, Value key, Value* out) noexcept nogil:
    cdef int64_t index
    cdef int type = key.tag & EXACT_MASK
    if type == T_STR:
        index = dict_first_probe(d, key, key.as_.block.link)
        if index < 0:
            index = dict_find_str(d, <Str*>key.as_.block)
    elif type == T_INT:
        index = dict_first_probe(d, key, <uint64_t>hash_int(key.as_.i))
        if index < 0:
            index = dict_find_int(d, key.as_.i, hash_int(key.as_.i))
    else:
        return dict_get_slow(vm, d, key, out)
    if likely(index >= 0):
        out[0] = d.entries[index].value
        return OK
    if index == DICT_ABSENT:
        return EXHAUSTED
    return dict_get_slow(vm, d, key, out)

# For tables all of whose keys are str (attributes, keyword arguments): out[0] is borrowed; False if there is no such
# key. Never needs Python-level code; a key of another type is never found.
cdef inline bint dict_get_str(Dict* d, Str* key, Value* out) noexcept nogil:
    cdef int64_t index = dict_find_str(d, key)
    if index < 0:
        return False
    out[0] = d.entries[index].value
    return True

# Copies references to key and value. OK, ERROR, DEFER (nothing changed).
cdef inline int dict_set(VM* vm, Dict* d, Value key, Value value) noexcept nogil:
    cdef int64_t index
    cdef int type = key.tag & EXACT_MASK
    if type == T_STR:
        index = dict_first_probe(d, key, key.as_.block.link)
    elif type == T_INT:
        index = dict_first_probe(d, key, <uint64_t>hash_int(key.as_.i))
    else:
        index = -1
    if index < 0:
        return dict_set_slow(vm, d, key, value)
    dict_replace(vm, d, index, value)
    return OK

# Put a value (its reference is copied) in the place of that of a live entry.
cdef void dict_replace(VM* vm, Dict* d, int64_t index, Value value) noexcept nogil

# OK: removed, out[0] is the value (owned); EXHAUSTED: no such key.
cdef int dict_remove(VM* vm, Dict* d, Value key, Value* out) noexcept nogil
# Walk in order from position[0] = 0; borrowed key and value; False at the end.
cdef inline bint dict_next(Dict* d, int64_t* position, Value* key, Value* value) noexcept nogil:
    cdef int64_t i = position[0]
    while i < d.filled:
        if likely(d.entries[i].key.tag != T_UNSET):
            key[0] = d.entries[i].key
            value[0] = d.entries[i].value
            position[0] = i + 1
            return True
        i += 1
    position[0] = i
    return False
cdef void dict_clear(VM* vm, Dict* d) noexcept nogil
# Copy all of `source` in (no ==-calls beyond dict_set's). After DEFER some of it may be in: doing it again is harmless.
cdef int dict_update_dict(VM* vm, Dict* d, Dict* source) noexcept nogil
cdef Dict* dict_copy(VM* vm, Dict* source) noexcept nogil

# memset that can be interrupted. OK, or ERROR from a poll.
cdef int memory_fill(VM* vm, void* data, int byte, size_t size) noexcept nogil

# --- with a known hash: for the files of this room and the prelude's intrinsics --------------------------------------
# OK: index[0] is the entry's number; EXHAUSTED, ERROR, DEFER.
cdef int dict_lookup(VM* vm, Dict* d, Value key, int64_t hash, int64_t* index) noexcept nogil
# The hash of a key: the quick cases inline, TypeError for what is unhashable, DEFER.
cdef inline int dict_key_hash(VM* vm, Value key, int64_t* hash) noexcept nogil:
    if (key.tag & EXACT_MASK) == T_STR and key.as_.block.link != 0:
        hash[0] = <int64_t>key.as_.block.link
        return OK
    if key.tag == T_INT:
        hash[0] = hash_int(key.as_.i)
        return OK
    return dict_key_hash_slow(vm, key, hash)
cdef int dict_key_hash_slow(VM* vm, Value key, int64_t* hash) noexcept nogil
# Append an entry whose key is known to be absent. Copies references. OK or ERROR.
cdef int dict_insert(VM* vm, Dict* d, Value key, int64_t hash, Value value) noexcept nogil
# Remove a live entry by number; out[0] is its value (owned).
cdef void dict_remove_at(VM* vm, Dict* d, int64_t index, Value* out) noexcept nogil
# Let a live entry, by number, be the last one. OK or ERROR.
cdef int dict_move_to_end(VM* vm, Dict* d, int64_t index) noexcept nogil
# The number of the first live entry; -1: there is none. Quick also for a dict that loses its items one by one from the
# front.
cdef int64_t dict_first(Dict* d) noexcept nogil
# Make room for `more` insertions in one step.
cdef int dict_reserve(VM* vm, Dict* d, int64_t more) noexcept nogil
