# Operations of sets with sets and with other sources of keys. None of them runs sandboxed code.
from libc.stdint cimport int64_t
from monty._heap cimport Value, VM
from monty.objects.set cimport Set

# Walks the keys of a value that iterates natively, with their hashes: known ones from sets and dicts.
cdef struct KeyCursor:
    Value source            # borrowed
    Value iterator          # owned, for sources that have no quick way
    Value held              # owned: the last key when nobody else holds it
    int64_t position
    int kind                # T_LIST, T_TUPLE, T_SET (both kinds of set), T_DICT (and its keys view), or T_UNSET

# OK, or DEFER when the source is not a container that iterates natively (or cannot be iterated at all), or ERROR.
cdef int cursor_open(VM* vm, KeyCursor* cursor, Value source) noexcept nogil
# OK: key (borrowed until the next call) and hash; EXHAUSTED, ERROR, DEFER. Polls.
cdef int cursor_next(VM* vm, KeyCursor* cursor, Value* key, int64_t* hash) noexcept nogil
# As cursor_next without the hash: never defers for a key.
cdef int cursor_next_key(VM* vm, KeyCursor* cursor, Value* key) noexcept nogil
cdef void cursor_close(VM* vm, KeyCursor* cursor) noexcept nogil

cdef bint is_set(Value v) noexcept nogil
cdef void set_drop(VM* vm, Set* s) noexcept nogil       # release a set nobody else holds; NULL is allowed

# In place. After DEFER or ERROR part of the work may be done; doing it again is harmless.
cdef int set_update_from(VM* vm, Set* s, Value source) noexcept nogil
# The items of a display of constants (a tuple), made as CPython makes it.
cdef int set_update_constants(VM* vm, Set* s, Value constants) noexcept nogil
cdef int set_difference_update_from(VM* vm, Set* s, Value source) noexcept nogil
# In place; unchanged after DEFER.
cdef int set_symmetric_difference_update_from(VM* vm, Set* s, Value source) noexcept nogil
# A new set of the given type in out[0].
cdef int set_from(VM* vm, int type, Value source, Set** out) noexcept nogil
cdef int set_intersection_with(VM* vm, Set* s, Value source, int type, Set** out) noexcept nogil
cdef int set_difference_with(VM* vm, Set* s, Value source, int type, Set** out) noexcept nogil
cdef int set_symmetric_difference_with(VM* vm, Set* s, Value source, int type, Set** out) noexcept nogil
cdef int set_is_disjoint(VM* vm, Set* s, Value source, bint* out) noexcept nogil
cdef int set_is_subset(VM* vm, Set* s, Set* other, bint* out) noexcept nogil
cdef int64_t frozenset_hash_of(Set* s) noexcept nogil
