# The builtins every program finds: name -> value, filled at boot, constant afterwards.
from monty._heap cimport Str, Value

# The builtin of that name (immortal), or False.
cdef bint builtin_find(Str* name, Value* out) noexcept nogil
cdef int builtin_add(Str* name, Value value) except -1
# The attributes of a built-in module are made once for each VM from this registry (modules/registry).
