from monty._heap cimport Value, VM

# The greatest common divisor of two ints (never negative); a new reference.
cdef int int_gcd(VM* vm, Value a, Value b, Value* out) noexcept nogil
