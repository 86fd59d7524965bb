# Sorting where keys or comparisons are written in Python: each is called from here, and the sort goes on when its frame
# returns. The prelude is asked only where a key is no plain function, and for what code of the program iterates.
from libc.stdint cimport int64_t
from monty._heap cimport Value
from monty._machine cimport Machine

cdef enum:
    SORT_VALUES = 6         # what a sort keeps before the registers of a frame with ACTION_SORT

# Does a native that defers to this prelude function sort?
cdef bint is_sort(Value* slot) noexcept nogil
# Sort what the native's parameters (`bound`, borrowed) say. CALLED, OK (the result is in its place), ERROR;
# NOT_IMPLEMENTED: only the prelude can do it, nothing has happened.
cdef int sort_begin(Machine* m, Value* slot, Value* bound, int dst, int action, int flags) noexcept nogil
# A frame that was pushed for a sort returns `result` (taken).
cdef int sort_return(Machine* m, Value result) noexcept nogil
# Such a frame is dropped: end the sort whose values are `kept` where it stands, with no item lost.
cdef void sort_abandon(Machine* m, Value* kept) noexcept nogil
