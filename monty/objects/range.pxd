from libc.stdint cimport int64_t, uint64_t
from monty._heap cimport Block, Value, VM

cdef struct Range:
    Block head
    Value start             # ints of any size
    Value stop
    Value step
    Value length            # int
    # when start, stop, step and length all fit 64 bits:
    bint small

cdef struct RangeIterator:  # T_RANGE_ITERATOR: of a small range
    Block head
    int64_t current
    int64_t remaining
    int64_t step

cdef struct Slice:
    Block head
    Value start
    Value stop
    Value step

# range(*args) with 1 to 3 int values; ERROR with CPython's message; DEFER for __index__ objects.
cdef int range_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil
# New slice that copies references.
cdef int slice_new(VM* vm, Value start, Value stop, Value step, Value* out) noexcept nogil
# Resolve a slice against a length as slice.indices does. length_out is the number of items selected.
cdef int slice_resolve(VM* vm, Value slice_value, int64_t length, int64_t* start, int64_t* stop, int64_t* step,
                       int64_t* length_out) noexcept nogil
