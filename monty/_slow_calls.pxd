# Slow paths: calls, methods that are called, and the making of functions. Answers as in _slow.pxd.
from libc.stdint cimport uint64_t
from monty._heap cimport Value
from monty._machine cimport Machine

cdef int slow_call(Machine* m, uint64_t word) noexcept nogil
cdef int slow_call_constant(Machine* m, uint64_t word, Value callee) noexcept nogil
cdef int slow_call_method(Machine* m, uint64_t word, uint64_t extension) noexcept nogil
cdef int slow_call_keywords(Machine* m, uint64_t word, uint64_t extension) noexcept nogil
cdef int find_method(Machine* m, uint64_t word) noexcept nogil
cdef int slow_call_spread(Machine* m, uint64_t word) noexcept nogil
cdef int make_function(Machine* m, uint64_t word) noexcept nogil
# "f() argument after * must be ..." names the function; raise it. Returns ERROR.
cdef int raise_spread(Machine* m, Value callee, const char* text, Value culprit) noexcept nogil
cdef int raise_duplicate_keyword(Machine* m, Value callee, Value key) noexcept nogil
