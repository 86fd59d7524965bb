# Searching a set step by step, for those who compare keys by code of the program. The file says what they answer.
from monty._heap cimport Value, VM

# args: set, key, hash, after.
cdef int set_probe(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil
# args: set, key, hash.
cdef int set_insert_known(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil
