from libc.stdint cimport int64_t
from monty._heap cimport Block, Value, VM

cdef struct SetEntry:
    int64_t hash
    Value key               # T_UNSET: never used; T_RANGE_STATE: deleted

cdef struct Set:            # set and frozenset
    Block head
    SetEntry* table         # a buffer
    int64_t mask            # slots - 1
    int64_t count
    int64_t filled          # live and deleted
    int64_t hash            # frozenset: 0 while not known
    int64_t version         # changes when items do

cdef Set* set_new(VM* vm, int type) noexcept nogil          # T_SET or T_FROZENSET
cdef int set_add(VM* vm, Set* s, Value key) noexcept nogil  # copies the reference; OK, ERROR, DEFER
cdef int set_contains(VM* vm, Set* s, Value key, bint* out) noexcept nogil
cdef bint set_next(Set* s, int64_t* position, Value* key) noexcept nogil    # borrowed
