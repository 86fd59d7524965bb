# Slow paths: loops over iterables, and unpacking. Answers as in _slow.pxd.
from libc.stdint cimport uint64_t
from monty._machine cimport Machine

cdef int slow_for_iter(Machine* m, uint64_t word) noexcept nogil
cdef int range_prepare(Machine* m, uint64_t word) noexcept nogil
cdef int slow_get_iter(Machine* m, uint64_t word) noexcept nogil
cdef int slow_unpack(Machine* m, uint64_t word) noexcept nogil
cdef int slow_unpack_ex(Machine* m, uint64_t word) noexcept nogil
