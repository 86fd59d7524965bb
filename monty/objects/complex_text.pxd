from monty._heap cimport Str, VM

# complex(text). ERROR: ValueError.
cdef int complex_parse(VM* vm, Str* text, double* real, double* imag) noexcept nogil
