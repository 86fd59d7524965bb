# Slow paths: raise, except and except*. Answers as in _slow.pxd.
from libc.stdint cimport uint32_t, uint64_t
from monty._machine cimport Machine

cdef int raise_statement(Machine* m, uint64_t word) noexcept nogil
cdef void enter_handler(Machine* m, uint32_t register) noexcept nogil
cdef void leave_handler(Machine* m, uint32_t register) noexcept nogil
cdef int reraise(Machine* m, uint32_t register) noexcept nogil
cdef int match_exception(Machine* m, uint64_t word) noexcept nogil
cdef int match_group(Machine* m, uint64_t word) noexcept nogil
cdef int join_raised(Machine* m, uint64_t word) noexcept nogil
