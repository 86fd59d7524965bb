# deque: a sequence that is quick at both ends.
from libc.stdint cimport int64_t, uint64_t
from monty._heap cimport Block, Value, VM

cdef enum:
    T_DEQUE = 105
    T_DEQUE_ITERATOR = 106
    T_DEQUE_REVERSE_ITERATOR = 107

# The items stand side by side, items[first : first + length], with room on either side: so whatever reads them reads an
# array. All bits zero is an empty deque that may grow.
cdef struct Deque:
    Block head
    Value* items            # a buffer, NULL when capacity is 0
    int64_t capacity
    int64_t first
    int64_t length
    int64_t bound           # 1 + maxlen; 0: none
    uint64_t state          # changes whenever items come or go

cdef struct DequeIterator:
    Block head
    Deque* source           # counted
    int64_t remaining
    uint64_t state          # the source's when the iteration began

cdef inline Value* deque_items(Deque* d) noexcept nogil:
    return d.items + d.first

# New, empty. NULL with the limit set. `maxlen` -1: none.
cdef Deque* deque_new(VM* vm, int64_t maxlen) noexcept nogil
# Add an item at an end, taking it (also on error: then it is released). OK or ERROR. Where there is a maxlen, an item at
# the other end goes.
cdef int deque_add_right(VM* vm, Deque* d, Value item) noexcept nogil
cdef int deque_add_left(VM* vm, Deque* d, Value item) noexcept nogil
# Take the item at an end of a deque that is not empty out into `out`. OK, or ERROR when a limit ends the run.
cdef int deque_take_right(VM* vm, Deque* d, Value* out) noexcept nogil
cdef int deque_take_left(VM* vm, Deque* d, Value* out) noexcept nogil
# Add everything that a natively iterable value yields at the right end; DEFER without any change if it is none.
cdef int deque_extend(VM* vm, Deque* d, Value iterable) noexcept nogil
# New deque with copied references to the items of another one, and its maxlen. NULL with the limit set.
cdef Deque* deque_copy(VM* vm, Deque* source) noexcept nogil
# Give up everything the deque holds, its buffer too.
cdef void deque_clear(VM* vm, Deque* d) noexcept nogil
# Remove the item of that index, which there is. OK, or ERROR when a limit ends the run.
cdef int deque_remove_at(VM* vm, Deque* d, int64_t index) noexcept nogil
# Move everything n places to the right, to the left where n is negative. OK or ERROR.
cdef int deque_rotate(VM* vm, Deque* d, int64_t n) noexcept nogil
# Make room for one more item on the right, on the left. OK, or ERROR with the limit set and nothing changed.
cdef int deque_make_room_right(VM* vm, Deque* d) noexcept nogil
cdef int deque_make_room_left(VM* vm, Deque* d) noexcept nogil
# T_DEQUE_ITERATOR or T_DEQUE_REVERSE_ITERATOR over all items. OK or ERROR.
cdef int deque_iterator_new(VM* vm, int type, Deque* source, Value* out) noexcept nogil
