# Operators on instances whose special methods are functions of the program: their frames are pushed without asking the
# prelude. NOT_IMPLEMENTED: only the prelude can tell, nothing has changed.
from libc.stdint cimport int64_t, uint32_t, uint64_t
from monty._heap cimport Value
from monty._machine cimport Function, Machine

# The function that the class of an instance has for a special method (METHOD_ number), or NULL.
cdef Function* special_function(Value v, int method) noexcept nogil
# Call it with borrowed operands; the temporaries in registers b and c (-1: none) are released.
cdef int call_special(Machine* m, Function* f, Value* operands, int64_t count, int64_t b, int64_t c, uint32_t dst,
                      int action, int flags) noexcept nogil
# a op b and a op= b (BIN_), a comparison (CMP_), the truth of an object. CALLED, ERROR, NOT_IMPLEMENTED.
cdef int special_binary_call(Machine* m, int operator, bint inplace, Value* operands, int64_t b, int64_t c,
                             uint32_t dst) noexcept nogil
cdef int special_compare_call(Machine* m, int comparison, Value* operands, int64_t b, int64_t c, uint32_t dst,
                              int action) noexcept nogil
cdef int special_truth_call(Machine* m, Value v, int64_t b, uint32_t dst, int action, int flags) noexcept nogil
# len() of an instance. CALLED, ERROR, NOT_IMPLEMENTED.
cdef int special_length_call(Machine* m, Value v, int dst, int action, int flags) noexcept nogil
# The frame of such a method returns `result` (taken).
cdef int checked_return(Machine* m, Value result) noexcept nogil
