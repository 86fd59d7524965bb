from monty._heap cimport Value
from monty._machine cimport Machine

# The module of that (dotted) name; `top`: the top package of it. NOT_IMPLEMENTED where there is none.
cdef int module_import(Machine* m, Value name, bint top, Value* out) noexcept nogil
