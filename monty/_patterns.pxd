# The instructions of match.
from libc.stdint cimport uint64_t
from monty._heap cimport Class
from monty._machine cimport Machine

cdef int match_sequence(Machine* m, uint64_t word, bint* truth) noexcept nogil
cdef int match_mapping(Machine* m, uint64_t word, bint* truth) noexcept nogil
cdef int match_keys(Machine* m, uint64_t word) noexcept nogil
cdef int match_rest(Machine* m, uint64_t word) noexcept nogil
cdef int match_class(Machine* m, uint64_t word) noexcept nogil
# Does a positional pattern of that built-in class match the subject itself?
cdef bint matches_self(Class* cls) noexcept nogil
