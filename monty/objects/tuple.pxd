from libc.stdint cimport int64_t, uint32_t, uint64_t
from monty._heap cimport (Block, COUNTED, decref, ERROR, EXACT_MASK, heap_alloc, OK, Str, T_BOOL, T_INT, T_STR, T_TUPLE,
                          unlikely, Value, value_head, VM)
from monty._protocol cimport hash_int, value_equal_quick
from monty.objects.sequence cimport tuple_hash_add, tuple_hash_finish, tuple_hash_start

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

cdef enum:
    TUPLE_QUICK_LENGTH = 16     # up to here the quick ways below work; beyond, time must be accounted for

# The hash of a short tuple of what knows its hash (ints, strs and tuples that were hashed before). False: tuple_hash
# finds it.
cdef inline bint tuple_quick_hash(Value v, int64_t* out) noexcept nogil:
    cdef Tuple* t = <Tuple*>v.as_.block
    cdef Value* items = tuple_items(t)
    cdef uint64_t state = tuple_hash_start()
    cdef int64_t i, hash
    cdef int type
    if t.hash != 0:
        out[0] = t.hash
        return True
    if t.length > TUPLE_QUICK_LENGTH:
        return False
    for i in range(t.length):
        type = items[i].tag & EXACT_MASK
        if type == T_INT:
            hash = hash_int(items[i].as_.i)
        elif type == T_STR and items[i].as_.block.link != 0:
            hash = <int64_t>items[i].as_.block.link
        elif type == T_TUPLE and (<Tuple*>items[i].as_.block).hash != 0:
            hash = (<Tuple*>items[i].as_.block).hash
        elif type == T_BOOL:
            hash = items[i].as_.i
        else:
            return False
        state = tuple_hash_add(state, hash)
    out[0] = tuple_hash_finish(state, t.length)
    if v.tag & COUNTED:
        t.hash = out[0]
    return True

# Are two tuples equal, where that can be told of short ones without asking any row? 1 or 0; -1: tuple_equal knows.
cdef inline int tuple_quick_equal(Tuple* a, Tuple* b) noexcept nogil:
    cdef int64_t i
    cdef int same
    if a.length != b.length:
        return 0
    if a.length > TUPLE_QUICK_LENGTH:
        return -1
    for i in range(a.length):
        same = value_equal_quick(tuple_items(a)[i], tuple_items(b)[i])
        if same != 1:
            return same
    return 1

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
