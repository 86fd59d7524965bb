# Searching a dict step by step, for those who compare keys by code of the program. The file says what they answer.
from monty._heap cimport Value, VM

# args: dict, key, hash, after.
cdef int dict_probe(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil
