from libc.stdint cimport int64_t
from monty._heap cimport Block, Value, VM, value_copy, likely

cdef struct List:
    Block head
    Value* items            # a buffer, NULL when capacity is 0
    int64_t length
    int64_t capacity

cdef List* list_new(VM* vm, int64_t capacity) noexcept nogil
# New list that takes `count` items from `items` (on error they stay the caller's).
cdef List* list_take(VM* vm, Value* items, int64_t count) noexcept nogil
# Make room for `more` items beyond the length.
cdef int list_reserve(VM* vm, List* lst, int64_t more) noexcept nogil
# Append `value`, taking it (also on error: then it is released).
cdef inline int list_append(VM* vm, List* lst, Value value) noexcept nogil:
    if likely(lst.length < lst.capacity):
        lst.items[lst.length] = value
        lst.length += 1
        return 0
    return list_append_slow(vm, lst, value)
cdef int list_append_slow(VM* vm, List* lst, Value value) noexcept nogil
# Append everything a natively iterable value yields; DEFER without any change if it is not natively iterable.
cdef int list_extend(VM* vm, List* lst, Value iterable) noexcept nogil

# Owned slice of a list: a new list of the items [start:stop:step] (resolved; `length` items).
cdef int list_slice(VM* vm, List* lst, int64_t start, int64_t step, int64_t length, Value* out) noexcept nogil
# New list of copied references; NULL with the limit set.
cdef List* list_copy(VM* vm, Value* items, int64_t count) noexcept nogil
# Replace the items [start:stop] by `count` values that are taken. On error the values stay the caller's and nothing
# has changed; without values it cannot fail.
cdef int list_replace(VM* vm, List* lst, int64_t start, int64_t stop, Value* values, int64_t count) noexcept nogil
# Give back room that a list which has become shorter does not use. OK, or ERROR when a limit ends the run.
cdef int list_shrink(VM* vm, List* lst) noexcept nogil
# While a list is sorted its items stand in another one, which this returns (NULL with the error set); the list itself is
# empty, and its capacity of -1 shows whether it has been changed when list_attach gives it its items back. That answers
# True if it was; what it holds then is released.
cdef List* list_detach(VM* vm, List* lst) noexcept nogil
cdef bint list_attach(VM* vm, List* lst, List* held) noexcept nogil
# Give up everything the list holds, its buffer too.
cdef void list_clear(VM* vm, List* lst) noexcept nogil
