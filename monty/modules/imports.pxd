from libc.stdint cimport int32_t
from monty._heap cimport Str, Value
from monty._machine cimport Machine, ModuleState

# The module of that (dotted) name; `top`: the top package of it. Modules on the way are imported first. NOT_IMPLEMENTED
# where one is missing; CALLED where the body of one was pushed, LOAD_MODULE where one must be compiled: in both cases the
# running frame's instruction is then executed again.
cdef int module_import(Machine* m, Value name, bint top, Value* out) noexcept nogil
# The same for one module whose package is there.
cdef int module_import_one(Machine* m, Value name, Value* out) noexcept nogil
# The submodule `name` of a package, imported if need be: answers as module_import.
cdef int module_import_from(Machine* m, Value package, Value name, Value* out) noexcept nogil
# Is a module of that name there that the running code may see? `out` gets a new reference.
cdef bint module_imported(Machine* m, Str* name, Value* out) noexcept nogil
# Can it have submodules?
cdef bint module_is_package(Value module) noexcept nogil
# The body of a library module returned: OK, or ERROR.
cdef int module_body_done(Machine* m, ModuleState* state) noexcept nogil
# The frame of a body goes away: its temporaries are released; unless it is done, the module is not imported.
cdef void module_body_dropped(Machine* m, ModuleState* state) noexcept nogil
# Debug builds, when a machine ends: release all library modules.
cdef void modules_release(Machine* m) noexcept nogil
