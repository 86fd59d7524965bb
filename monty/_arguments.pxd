# Arguments become parameters.
from libc.stdint cimport int64_t
from monty._heap cimport Native, Str, Value, VM
from monty._machine cimport Function, Machine

# Lay the arguments at base[0..count) (owned, the last ones named by keyword_names) out as the function's parameters.
# On ERROR everything from base on is released. The stack has room for the frame and the arguments.
cdef int bind_arguments(Machine* m, Function* f, Value* base, int64_t count, Value keyword_names) noexcept nogil
# The arguments by parameter, borrowed, into bound[0..parameters).
cdef int bind_native(VM* vm, Native* native, Value* args, int64_t count, Value keyword_names,
                     Value* bound) noexcept nogil
# TypeError for too many or too few of them. Returns ERROR.
cdef int raise_native_arity(VM* vm, Native* native, int64_t count) noexcept nogil
# TypeError: the name of the native, the text, and where there is one the keyword in quotes. Returns ERROR.
cdef int raise_native_keyword(VM* vm, Native* native, const char* text, Str* keyword) noexcept nogil
