# The collector of cycles, and walks over all blocks.
from libc.stdint cimport int64_t
from monty._heap cimport VM

# Find and free cycles. Returns the number of blocks freed.
cdef int64_t heap_collect(VM* vm) noexcept nogil
# Put every instance whose __del__ has not run among the dropped ones: the program has ended.
cdef void collector_drop_all(VM* vm) noexcept nogil
# Debug: verify refcounts and headers of every block; abort with a message on damage.
cdef void heap_check(VM* vm) noexcept nogil
# Debug builds: note what is left. To be called when a run has released all it held, before heap_teardown.
cdef void heap_debug_end(VM* vm) noexcept nogil
