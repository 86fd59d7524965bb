# What native modules hold: filled at import time, under the GIL, by the files that implement the modules; read by the
# loader, which makes a module object of every module that the program imports.
from monty._heap cimport Native, NativeFunction, Str, Value

cdef struct ModuleEntry:
    Str* module             # immortal, as the names are
    Str* name               # of a constant or class; NULL for a function (the native knows its name)
    Native* native          # a function, or the constructor of an exception class; NULL for a constant
    Value constant          # an immediate or immortal
    int exception           # E_ constant of an exception class, else 0
    ModuleEntry* next

# As register_native, but the function is an attribute of the module. `fallback` names a prelude function or is NULL.
cdef int register_module_function(const char* module, const char* signature, NativeFunction function,
                                  const char* fallback) except -1
cdef int register_module_constant(const char* module, const char* name, Value value) except -1
# An exception class of MODULE_EXCEPTIONS with its own constructor (its first argument is the class).
cdef int register_module_exception(const char* module, const char* name, int exception, const char* signature,
                                   NativeFunction constructor) except -1
# All entries in the order of registration; those of one module need not be neighbours.
cdef ModuleEntry* first_module_entry() noexcept nogil
