# The instructions of with, await and async for: they find special methods of classes and call them.
from libc.stdint cimport int64_t, uint64_t
from monty._heap cimport Str, Value, VM
from monty._machine cimport Machine

# Call what value_find_special found for `receiver` with `count` borrowed arguments. OK, CALLED, SUSPENDED, ERROR.
cdef int call_special(Machine* m, Value function, Value receiver, Value* args, int64_t count, int dst,
                      int action) noexcept nogil
# The same as a value: bound to the receiver. A new reference; ERROR.
cdef int bind_special(VM* vm, Value function, Value receiver, Value* out) noexcept nogil
cdef int with_enter(Machine* m, uint64_t word) noexcept nogil
cdef int exception_parts(Machine* m, uint64_t word) noexcept nogil
cdef int get_delegate(Machine* m, uint64_t word) noexcept nogil
cdef int get_async_iterator(Machine* m, uint64_t word) noexcept nogil
cdef int get_async_next(Machine* m, uint64_t word) noexcept nogil
