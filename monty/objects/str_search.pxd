# Searching in text: all kinds of strings, linear time (or polled), nothing allocated.
from libc.stdint cimport int64_t
from monty._heap cimport Str, VM

# First index of `part` in s[start:stop], -1 if there is none, -2 (ERROR_FIND) when a limit was hit. 0 <= start,
# stop <= length.
cdef int64_t search_find(VM* vm, Str* s, Str* part, int64_t start, int64_t stop) noexcept nogil
# Last such index.
cdef int64_t search_rfind(VM* vm, Str* s, Str* part, int64_t start, int64_t stop) noexcept nogil
# Non-overlapping occurrences from the left, no more than `maximum` (negative: all); -2 when a limit was hit.
cdef int64_t search_count(VM* vm, Str* s, Str* part, int64_t start, int64_t stop, int64_t maximum) noexcept nogil
