# Slow paths: names, cells, imports. Answers as in _slow.pxd.
from libc.stdint cimport uint64_t
from monty._heap cimport Value
from monty._machine cimport Machine

cdef int raise_unbound(Machine* m, Value name) noexcept nogil
cdef int raise_unbound_free(Machine* m, Value name) noexcept nogil
cdef int raise_undefined(Machine* m, Value name) noexcept nogil
cdef int raise_damaged(Machine* m) noexcept nogil
cdef int get_builtin(Machine* m, Value* where, Value name) noexcept nogil
cdef int make_cell(Machine* m, Value* where) noexcept nogil
cdef int import_module(Machine* m, uint64_t word) noexcept nogil
cdef int import_from(Machine* m, uint64_t word) noexcept nogil
