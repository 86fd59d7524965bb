# complex: a block of two doubles, never written to after it is made.
from monty._heap cimport Block, Value, VM

cdef struct Complex:
    Block head
    double real
    double imag

# A new reference; ERROR with the limit set.
cdef int complex_new(VM* vm, double real, double imag, Value* out) noexcept nogil
