from monty._heap cimport Value
from monty._machine cimport Machine

# The module of that (dotted) name; `top`: the top package of it. NOT_IMPLEMENTED where there is none.
# CALLED: the body of a module on the way runs now; the import is to be tried again when it has returned.
cdef int module_import(Machine* m, Value name, bint top, Value* out) noexcept nogil
