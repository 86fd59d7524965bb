from monty._heap cimport Block, Str, Value, VM, Writer
from monty._machine cimport ModuleState

cdef struct Module:
    Block head
    Value name              # str
    Value attributes        # dict
    ModuleState* state      # of a library module: its globals are attributes too; else NULL

cdef int module_write_name(Writer* writer, Value v) noexcept nogil
# New module object with an empty dict of attributes; copies the reference to the name.
cdef int module_new(VM* vm, Value name, Value* out) noexcept nogil
# The register of the global of that name, or NULL. Only a library module has globals.
cdef Value* module_global(Module* module, Str* name) noexcept nogil
