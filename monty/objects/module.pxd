from monty._heap cimport Block, Value, VM, Writer
from monty._machine cimport ModuleState

cdef struct Module:
    Block head
    Value name              # str
    Value attributes        # dict
    ModuleState* state      # of a module written in Python: its globals; else NULL
    Value slots             # dict: the places of its globals; unset without a state

cdef int module_write_name(Writer* writer, Value v) noexcept nogil
# New module object with an empty dict of attributes; copies the reference to the name.
cdef int module_new(VM* vm, Value name, Value* out) noexcept nogil
