from libc.stdint cimport uint64_t
from monty._heap cimport Value, VM, Writer
from monty._machine cimport Cell, Code, Function, ModuleState

# New cell that takes `content`; NULL on error (content released).
cdef Cell* cell_new(VM* vm, Value content) noexcept nogil
# New function with its cells unset (NULL); NULL on error. The caller fills in the cells.
cdef Function* function_new(VM* vm, Code* code, ModuleState* module) noexcept nogil
# " at 0x...>" of a repr: a number made for the block, never its address.
cdef int write_identity(Writer* w, VM* vm, Value v) noexcept nogil
# The number that id() answers for a value: stable while it lives, never an address.
cdef uint64_t value_identity(VM* vm, Value v) noexcept nogil
# " at 0x...>" with that number, as reprs end.
cdef int write_identity(Writer* w, VM* vm, Value v) noexcept nogil
