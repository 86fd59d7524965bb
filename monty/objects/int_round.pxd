from libc.stdint cimport int64_t
from monty._heap cimport Value, VM

# round(v, digits) of an int or bool: digits before the point are rounded half to even.
cdef int int_round(VM* vm, Value v, int64_t digits, Value* out) noexcept nogil
