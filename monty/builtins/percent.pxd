# The % operator of str, bytes and bytearray.
from monty._heap cimport Value, VM

# format % argument: OK, ERROR, or DEFER to the prelude (an argument's text or number is made by Python code).
cdef int str_modulo(VM* vm, Value format, Value argument, Value* out) noexcept nogil
cdef int bytes_modulo(VM* vm, Value format, Value argument, Value* out) noexcept nogil
