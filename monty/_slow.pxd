# The slow paths of instructions: called by the loop with frame.pc saved, they read and write the running frame's
# registers. Answers: OK, ERROR, CALLED, FINISHED, SUSPENDED, or BRANCH with the truth in an output parameter.
from libc.stdint cimport int64_t, uint32_t, uint64_t
from monty._heap cimport COUNTED, T_UNSET, Value, VM, decref
from monty._machine cimport Machine

cdef extern from *:
    """
    /* Every int of this magnitude or less is exactly a double. */
    #define MONTY_MAX_EXACT ((int64_t)1 << 53)
    """
    const int64_t MAX_EXACT "MONTY_MAX_EXACT"

cdef enum:
    BRANCH = 7
    DELIVER_OUTPUT = 8

cdef int slow_binary(Machine* m, uint64_t word, int operator, Value* right) noexcept nogil
cdef int slow_binary_constant(Machine* m, uint64_t word, int operator, Value* right) noexcept nogil
cdef int slow_unary(Machine* m, uint64_t word, int operator) noexcept nogil
cdef int slow_not(Machine* m, uint64_t word) noexcept nogil
cdef int slow_compare(Machine* m, uint64_t word, int comparison) noexcept nogil
cdef int slow_compare_branch(Machine* m, uint64_t word, int comparison, Value* right, bint* truth) noexcept nogil
cdef int slow_truth_branch(Machine* m, uint64_t word, bint* truth) noexcept nogil
cdef int slow_truth_keep(Machine* m, uint64_t word, bint* truth) noexcept nogil
cdef int slow_in(Machine* m, uint64_t word) noexcept nogil
cdef int slow_in_branch(Machine* m, uint64_t word, bint* truth) noexcept nogil
cdef int loop_safepoint(Machine* m) noexcept nogil
# An operation answered DEFER: its prelude twin does it. Operands are copied before their temporaries are released.
cdef int defer_operation(Machine* m, Value* operands, int64_t count, int64_t b, int64_t c, uint32_t dst, int action,
                         int flags) noexcept nogil
