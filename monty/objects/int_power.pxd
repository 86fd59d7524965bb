from monty._heap cimport Value, VM

# a ** b. A negative exponent gives a float. ERROR before any work if the result cannot fit the memory limit.
cdef int int_power(VM* vm, Value a, Value b, Value* out) noexcept nogil
# pow(a, b, modulus), with modular inverses for negative b.
cdef int int_power_modular(VM* vm, Value a, Value b, Value modulus, Value* out) noexcept nogil
# a / b, correctly rounded for any sizes.
cdef int int_true_divide(VM* vm, Value a, Value b, Value* out) noexcept nogil
