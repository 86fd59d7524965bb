from libc.stdint cimport int64_t, uint64_t
from monty._heap cimport Block, Value, VM
# Slices have their own file; these names stay reachable from here.
from monty.objects.slice cimport Slice, slice_new, slice_resolve

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

# range(*args) with 1 to 3 int values; ERROR with CPython's message; DEFER for __index__ objects.
cdef int range_new(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil
