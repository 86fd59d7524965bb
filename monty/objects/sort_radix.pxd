from libc.stdint cimport int64_t
from monty._heap cimport Value, VM
from monty.objects.sort_keys cimport Sorter

# Sort all entries by prefix, stably. OK or ERROR (a limit; the entries are then in some order).
cdef int radix_sort_entries(Sorter* s) noexcept nogil
# Sort plain ints: their values are all there is to them. OK or ERROR (a limit; nothing changed).
cdef int radix_sort_ints(VM* vm, Value* values, int64_t count, bint reverse) noexcept nogil
