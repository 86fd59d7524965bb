from libc.stdint cimport int64_t
from monty.objects.sort_keys cimport Sorter

# Make sure that the sorter has its spare entries. OK or ERROR.
cdef int room_for_spare(Sorter* s) noexcept nogil
# Sort entries[begin:end] by merging. OK, or -1: failed (the sorter's status says how), with no entry lost.
cdef int merge_sort(Sorter* s, int64_t begin, int64_t end) noexcept nogil
