# Generators as frames: made, resumed, suspended, finished.
from libc.stdint cimport uint16_t
from monty._heap cimport Value, VM
from monty._machine cimport Function, Generator, Machine

# A generator of the function; takes what is in base[0 .. named registers). NULL with the error set.
cdef Generator* generator_new(VM* vm, Function* f, Value* base) noexcept nogil
# Push the generator's frame. `sent` is taken.
cdef int generator_resume(Machine* m, Generator* generator, Value sent, int dst, int action, int flags) noexcept nogil
# The running generator frame yields `result` (taken).
cdef int frame_yield(Machine* m, uint16_t sent_register, Value result) noexcept nogil
# A generator's frame, dropped already, returned `result` (taken): do its action in the running frame.
cdef int generator_returned(Machine* m, Value result, int dst, int action) noexcept nogil
# The exception in flight leaves a generator's frame. ERROR if making another one of it hits a limit.
cdef int stop_iteration_in_generator(Machine* m) noexcept nogil
