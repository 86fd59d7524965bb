# The modules that are written in Python: their names are known from boot on, their code when one was first imported.
from libc.stdint cimport int32_t
from monty._heap cimport Block, Str, Value
from monty._machine cimport Code

cdef extern from "portable.h" nogil:
    void* load_pointer "monty_load_pointer"(void**)
    void store_pointer "monty_store_pointer"(void**, void*)

# A compiled module, immutable, shared by all VMs. It lives as long as the process.
cdef struct LibraryCode:
    Code* code
    Value* global_names             # str, immortal
    int32_t global_count
    int32_t preset_count            # the first globals have a value before the body runs:
    Value* presets                  # immortal, what the native module of the same name holds
    Block* slots                    # Dict: global name -> its number; immortal

cdef struct LibraryModule:
    Str* name                       # dotted, immortal
    bint is_package
    bint is_private                 # only library modules and the prelude may import it
    void* code                      # LibraryCode*, or NULL before the first import; written once, under the GIL
    LibraryModule* next

# Import time, under the GIL.
cdef int library_add(object name, bint is_package) except -1
# The module of that dotted name, or NULL.
cdef LibraryModule* library_find(Str* name) noexcept nogil
cdef inline LibraryCode* library_code(LibraryModule* module) noexcept nogil:
    return <LibraryCode*>load_pointer(&module.code)
