# Slow paths: displays of lists, tuples, sets and dicts, with * and **; f-strings. Answers as in _slow.pxd.
from libc.stdint cimport uint64_t
from monty._machine cimport Machine

cdef int build_list(Machine* m, uint64_t word) noexcept nogil
cdef int build_tuple(Machine* m, uint64_t word) noexcept nogil
cdef int build_set(Machine* m, uint64_t word) noexcept nogil
cdef int build_dict(Machine* m, uint64_t word) noexcept nogil
cdef int build_slice(Machine* m, uint64_t word) noexcept nogil
cdef int build_string(Machine* m, uint64_t word) noexcept nogil
cdef int slow_list_extend(Machine* m, uint64_t word) noexcept nogil
cdef int list_to_tuple(Machine* m, uint64_t word) noexcept nogil
cdef int slow_set_add(Machine* m, uint64_t word) noexcept nogil
cdef int slow_set_update(Machine* m, uint64_t word) noexcept nogil
cdef int slow_dict_set(Machine* m, uint64_t word) noexcept nogil
cdef int slow_dict_update(Machine* m, uint64_t word) noexcept nogil
cdef int slow_dict_merge(Machine* m, uint64_t word) noexcept nogil
cdef int slow_format(Machine* m, uint64_t word) noexcept nogil
