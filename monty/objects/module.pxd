from monty._heap cimport Block, Value, VM, Writer

cdef struct Module:
    Block head
    Value name              # str
    Value attributes        # dict

cdef int module_write_name(Writer* writer, Value v) noexcept nogil
# New module object with an empty dict of attributes; copies the reference to the name.
cdef int module_new(VM* vm, Value name, Value* out) noexcept nogil
