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

# Release a temporary that an instruction has consumed; any other register stays.
cdef inline void take_temporary(Machine* m, uint32_t register) noexcept nogil:
    cdef Value* where
    cdef Value old
    if register >= <uint32_t>m.frame.code.first_temp:
        where = &m.frame.registers[register]
        old = where[0]
        where.tag = T_UNSET
        decref(&m.vm, old)

cdef int raise_unbound(Machine* m, Value name) noexcept nogil
cdef int raise_unbound_free(Machine* m, Value name) noexcept nogil
cdef int raise_undefined(Machine* m, Value name) noexcept nogil
cdef int raise_damaged(Machine* m) noexcept nogil
cdef int get_builtin(Machine* m, Value* where, Value name) noexcept nogil
cdef int make_cell(Machine* m, Value* where) noexcept nogil
cdef int slow_binary(Machine* m, uint64_t word, int operator, Value* right) noexcept nogil
cdef int slow_binary_constant(Machine* m, uint64_t word, int operator, Value* right) noexcept nogil
cdef int slow_unary(Machine* m, uint64_t word, int operator) noexcept nogil
cdef int slow_not(Machine* m, uint64_t word) noexcept nogil
cdef int slow_compare(Machine* m, uint64_t word, int comparison) noexcept nogil
cdef int slow_compare_branch(Machine* m, uint64_t word, int comparison, Value* right, bint* truth) noexcept nogil
cdef int slow_truth_branch(Machine* m, uint64_t word, bint* truth) noexcept nogil
cdef int slow_truth_keep(Machine* m, uint64_t word, bint* truth) noexcept nogil
cdef int slow_is(Machine* m, uint64_t word) noexcept nogil
cdef int slow_in(Machine* m, uint64_t word) noexcept nogil
cdef int slow_in_branch(Machine* m, uint64_t word, bint* truth) noexcept nogil
cdef int loop_safepoint(Machine* m) noexcept nogil
cdef int slow_for_iter(Machine* m, uint64_t word) noexcept nogil
cdef int range_prepare(Machine* m, uint64_t word) noexcept nogil
cdef int slow_get_iter(Machine* m, uint64_t word) noexcept nogil
cdef int slow_unpack(Machine* m, uint64_t word) noexcept nogil
cdef int slow_unpack_ex(Machine* m, uint64_t word) noexcept nogil
cdef int slow_call(Machine* m, uint64_t word) noexcept nogil
cdef int slow_call_constant(Machine* m, uint64_t word, Value callee) noexcept nogil
cdef int slow_call_method(Machine* m, uint64_t word, uint64_t extension) noexcept nogil
cdef int slow_call_keywords(Machine* m, uint64_t word, uint64_t extension) noexcept nogil
cdef int find_method(Machine* m, uint64_t word) noexcept nogil
cdef int slow_call_spread(Machine* m, uint64_t word) noexcept nogil
cdef int make_function(Machine* m, uint64_t word) noexcept nogil
cdef int build_list(Machine* m, uint64_t word) noexcept nogil
cdef int build_tuple(Machine* m, uint64_t word) noexcept nogil
cdef int build_set(Machine* m, uint64_t word) noexcept nogil
cdef int build_dict(Machine* m, uint64_t word) noexcept nogil
cdef int build_slice(Machine* m, uint64_t word) noexcept nogil
cdef int build_string(Machine* m, uint64_t word) noexcept nogil
cdef int slow_list_extend(Machine* m, uint64_t word) noexcept nogil
cdef int list_to_tuple(Machine* m, uint64_t word) noexcept nogil
cdef int slow_set_add(Machine* m, uint64_t word) noexcept nogil
cdef int slow_set_update(Machine* m, uint64_t word) noexcept nogil
cdef int slow_dict_set(Machine* m, uint64_t word) noexcept nogil
cdef int slow_dict_update(Machine* m, uint64_t word) noexcept nogil
cdef int slow_dict_merge(Machine* m, uint64_t word) noexcept nogil
cdef int slow_format(Machine* m, uint64_t word) noexcept nogil
cdef int slow_get_item(Machine* m, uint64_t word, Value key) noexcept nogil
cdef int slow_get_item_constant(Machine* m, uint64_t word, Value key) noexcept nogil
cdef int slow_set_item(Machine* m, uint64_t word) noexcept nogil
cdef int slow_delete_item(Machine* m, uint64_t word) noexcept nogil
cdef int slow_get_attribute(Machine* m, uint64_t word) noexcept nogil
cdef int slow_set_attribute(Machine* m, uint64_t word) noexcept nogil
cdef int slow_delete_attribute(Machine* m, uint64_t word) noexcept nogil
cdef int import_module(Machine* m, uint64_t word) noexcept nogil
cdef int import_from(Machine* m, uint64_t word) noexcept nogil
cdef int raise_statement(Machine* m, uint64_t word) noexcept nogil
cdef void enter_handler(Machine* m, uint32_t register) noexcept nogil
cdef void leave_handler(Machine* m, uint32_t register) noexcept nogil
cdef int reraise(Machine* m, uint32_t register) noexcept nogil
cdef int match_exception(Machine* m, uint64_t word) noexcept nogil
cdef int match_group(Machine* m, uint64_t word) noexcept nogil
cdef int join_raised(Machine* m, uint64_t word) noexcept nogil
