# Modules written in Python: monty/modules/library.
from monty._heap cimport Str, Value, VM
from monty._machine cimport Code, Machine, ModuleState

cdef struct LibraryModule:
    Str* name               # full name, immortal
    bint is_package
    Code* code              # NULL: not compiled yet
    Value* global_names
    int global_count
    LibraryModule* next

# The library's module of that name, or NULL.
cdef LibraryModule* library_find(Str* name) noexcept nogil
# Make the module object and push the frame of its body. CALLED with a new reference in `out` and the module among the
# imported ones, or ERROR.
cdef int library_start(Machine* m, LibraryModule* library, Value* out) noexcept nogil
# Its body has failed: the next import begins anew.
cdef void library_forget(Machine* m, ModuleState* state) noexcept nogil
# Release the globals of all modules that the VM has imported.
cdef void library_release(Machine* m) noexcept nogil
