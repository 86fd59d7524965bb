from libc.stdint cimport int64_t
from monty._heap cimport Block, T_INT, T_NONE, Value, VM

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

# The bounds of a slice of small ints without a step, as slice_resolve gives them; False for any other slice.
cdef inline bint slice_simple(Value slice_value, int64_t length, int64_t* start, int64_t* stop) noexcept nogil:
    cdef Slice* s = <Slice*>slice_value.as_.block
    if s.step.tag != T_NONE:
        return False
    if s.start.tag == T_INT:
        start[0] = s.start.as_.i
        if start[0] < 0:
            start[0] += length
            if start[0] < 0:
                start[0] = 0
        elif start[0] > length:
            start[0] = length
    elif s.start.tag == T_NONE:
        start[0] = 0
    else:
        return False
    if s.stop.tag == T_INT:
        stop[0] = s.stop.as_.i
        if stop[0] < 0:
            stop[0] += length
            if stop[0] < 0:
                stop[0] = 0
        elif stop[0] > length:
            stop[0] = length
    elif s.stop.tag == T_NONE:
        stop[0] = length
    else:
        return False
    return True
