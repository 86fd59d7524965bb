from monty._machine cimport Machine

# Run until the module returns, an error is not handled, a host function is called, or output is to be delivered.
# Answers a RUN_ constant. Never re-enters itself; call without the GIL.
cdef int vm_run(Machine* m) noexcept nogil
