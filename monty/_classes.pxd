# The instructions of class bodies: names in the namespace. Answers as in _slow.pxd.
from libc.stdint cimport uint64_t
from monty._machine cimport Machine

cdef int namespace_get(Machine* m, uint64_t word) noexcept nogil
cdef int namespace_set(Machine* m, uint64_t word) noexcept nogil
cdef int namespace_delete(Machine* m, uint64_t word) noexcept nogil
cdef int set_class_cell(Machine* m, uint64_t word) noexcept nogil
# super() without arguments lacks one: 1 the class, 2 the instance. Returns ERROR.
cdef int raise_super_argument(Machine* m, int which) noexcept nogil
