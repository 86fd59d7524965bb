"""`import`: module objects are made on first import in each VM."""

from monty._heap cimport *
from monty._machine cimport *


cdef int module_import(Machine* m, Value name, bint top, Value* out) noexcept nogil:
    return NOT_IMPLEMENTED
