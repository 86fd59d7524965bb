from libc.stdint cimport int64_t
from monty._heap cimport Block, Value, VM

cdef struct Slice:
    Block head
    Value start
    Value stop
    Value step

# New slice that copies references.
cdef int slice_new(VM* vm, Value start, Value stop, Value step, Value* out) noexcept nogil
# Resolve a slice against a length as slice.indices does. length_out is the number of items selected. OK, ERROR,
# DEFER (an instance with __index__ among its parts).
cdef int slice_resolve(VM* vm, Value slice_value, int64_t length, int64_t* start, int64_t* stop, int64_t* step,
                       int64_t* length_out) noexcept nogil
# The same with ints of any size: `length` is an int that is not negative; parts[0..2] are new references.
cdef int slice_resolve_any(VM* vm, Value slice_value, Value length, Value* parts) noexcept nogil
