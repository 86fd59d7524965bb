# Sorting of arrays of values.
from libc.stdint cimport int64_t
from monty._heap cimport Value, VM

# Sort `items` by the values in `keys` (the same array, or one of equal length that stays as it is), stably; `reverse`
# keeps equal items in their order. OK; DEFER with nothing changed if a comparison needs sandboxed code; ERROR: the
# items are then in some order, none lost.
cdef int sort_items(VM* vm, Value* items, Value* keys, int64_t count, bint reverse) noexcept nogil
# What the argument reverse= says; unset: no. OK, ERROR, DEFER.
cdef int sort_direction(VM* vm, Value v, bint* out) noexcept nogil
