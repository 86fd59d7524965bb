from libc.stdint cimport uint32_t
from monty._heap cimport Value
from monty._machine cimport Machine

# `from module import *` into the globals of the running frame: those that the program mentions have a slot. OK, CALLED, ERROR.
cdef int import_star(Machine* m, Value module) noexcept nogil
# ModuleNotFoundError for a (dotted) name that module_import did not find; returns ERROR.
cdef int raise_no_module(Machine* m, Value name) noexcept nogil
