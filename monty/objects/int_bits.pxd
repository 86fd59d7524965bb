from libc.stdint cimport int64_t
from monty._heap cimport Value, VM
from monty.objects.int cimport Operand

# a << count and a >> count (towards minus infinity); count >= 0.
cdef int int_shift_left(VM* vm, Operand* a, int64_t count, Value* out) noexcept nogil
cdef int int_shift_right(VM* vm, Operand* a, int64_t count, Value* out) noexcept nogil
# a & b, a | b, a ^ b by the operator BIN_AND, BIN_OR, BIN_XOR.
cdef int int_bitwise(VM* vm, int operator, Operand* a, Operand* b, Value* out) noexcept nogil
