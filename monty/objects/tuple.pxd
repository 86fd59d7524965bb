from libc.stdint cimport int64_t, uint32_t, uint64_t
from monty._heap cimport (Block, COUNTED, decref, ERROR, heap_alloc, OK, Str, T_TUPLE, unlikely, Value, value_head, VM)

cdef struct Tuple:
    Block head
    int64_t length
    int64_t hash            # 0: not known

# The names of the items of a tuple that has some (sys.version_info). Such tuples are immortal; what is made of them by
# slicing and adding is a plain tuple.
cdef struct TupleFields:
    const char* name        # of the type, for repr
    Str** names             # one for each item

cdef enum:
    TUPLE_NAMED = 0x800     # flag of such a tuple's block; the pointer to its TupleFields lies behind the items

cdef inline Value* tuple_items(Tuple* t) noexcept nogil:
    return <Value*>(t + 1)

# New tuple whose items are all unset (walkable), or NULL. The caller fills them.
cdef Tuple* tuple_new(VM* vm, int64_t length) noexcept nogil
# New tuple that takes `count` items from `items` (on error they stay the caller's).
cdef Tuple* tuple_take(VM* vm, Value* items, int64_t count) noexcept nogil
# New tuple that copies references.
cdef Tuple* tuple_copy(VM* vm, Value* items, int64_t count) noexcept nogil
cdef Value tuple_empty() noexcept nogil

# A new tuple of two values, which it takes, also with an error.
cdef inline int tuple_pair(VM* vm, Value first, Value second, Value* out) noexcept nogil:
    cdef Tuple* t = <Tuple*>heap_alloc(vm, T_TUPLE, sizeof(Tuple) + 2 * sizeof(Value), True)
    if unlikely(t == NULL):
        decref(vm, first)
        decref(vm, second)
        return ERROR
    t.length = 2
    t.hash = 0
    tuple_items(t)[0] = first
    tuple_items(t)[1] = second
    (<uint64_t*>out)[0] = value_head(T_TUPLE | <uint32_t>COUNTED)
    out.as_.block = &t.head
    return OK

# A tuple outside any heap, with names, of immediates and immortal values: made at import time, never freed.
cdef Value tuple_static_named(const char* name, list names, Value* items) except *
