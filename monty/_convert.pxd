# Host values <-> heap values. Under the GIL.
from monty._heap cimport Value, VM

# New reference in out[0]; raises MontyConversionError naming type and path, or ends with the VM's limit set (-1 with
# a MemoryError of the host raised).
cdef int value_from_host(VM* vm, object value, str path, Value* out) except -1
cdef object value_to_host(VM* vm, Value v, str path)
