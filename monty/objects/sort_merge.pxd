from libc.stdint cimport int64_t
from monty.objects.sort_keys cimport Sorter

cdef enum:
    SHORT = 64              # fewer entries than this are one run
    MAX_RUNS = 90           # a stack of runs this deep is enough for 2**64 items

# Make sure that the sorter has its spare entries. OK or ERROR.
cdef int room_for_spare(Sorter* s) noexcept nogil
# Sort entries[begin:end] by merging. OK, or -1: failed (the sorter's status says how), with no entry lost.
cdef int merge_sort(Sorter* s, int64_t begin, int64_t end) noexcept nogil
# The depth in a nearly optimal merge tree of the boundary between two neighbouring runs of an array of `total`
# (powersort: Munro and Wild, 2018).
cdef int boundary_power(int64_t start, int64_t a_count, int64_t b_count, int64_t total) noexcept nogil
# The shortest run worth having: count if that is small, else such that count / run is a power of 2 or slightly less.
cdef int64_t shortest_run(int64_t count) noexcept nogil
