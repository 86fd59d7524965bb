from libc.stdint cimport int64_t
from monty._heap cimport Block, Value, VM

cdef struct Tuple:
    Block head
    int64_t length
    int64_t hash            # 0: not known

cdef inline Value* tuple_items(Tuple* t) noexcept nogil:
    return <Value*>(t + 1)

# New tuple whose items are all unset (walkable), or NULL. The caller fills them.
cdef Tuple* tuple_new(VM* vm, int64_t length) noexcept nogil
# New tuple that takes `count` items from `items` (on error they stay the caller's).
cdef Tuple* tuple_take(VM* vm, Value* items, int64_t count) noexcept nogil
# New tuple that copies references.
cdef Tuple* tuple_copy(VM* vm, Value* items, int64_t count) noexcept nogil
cdef Value tuple_empty() noexcept nogil
