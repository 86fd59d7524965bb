from monty._machine cimport Machine

# The programs that a run has compiled go, and what the machine remembers of their calls with them. Needs the GIL.
cdef int release_compiled(Machine* m) except -1
