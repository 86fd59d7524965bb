# What list and tuple share: operations on arrays of values, and the mark of a container that is being printed.
from libc.stdint cimport int64_t, uint64_t
from monty._heap cimport COUNTED, Block, T_BOOL, T_INT, Value, VM, Writer, decref, poll, ERROR, OK

# Flag of a container block (list, tuple, dict, set ...): its repr is being made, natively or by a frame of the prelude.
# Meeting it again inside means a cycle: '[...]'. A copy of the heap must keep it.
cdef enum:
    BLOCK_PRINTING = 0x100

# No array is longer than this: the heap's limit divided by the size of a value.
cdef extern from *:
    """
    #define MONTY_MAX_ITEMS ((int64_t)1 << 32)
    """
    const int64_t MAX_ITEMS "MONTY_MAX_ITEMS"

# True, and the container is marked, unless its repr is already being made. Constants have no cycles.
cdef inline bint repr_enter(Value v) noexcept nogil:
    if v.tag & COUNTED:
        if v.as_.block.flags & BLOCK_PRINTING:
            return False
        v.as_.block.flags |= BLOCK_PRINTING
    return True

cdef inline void repr_leave(Value v) noexcept nogil:
    if v.tag & COUNTED:
        v.as_.block.flags &= 0xFFFF ^ BLOCK_PRINTING

# Pay for the work behind a result that is ready in `out`; if the run ends here, it is released.
cdef inline int pay(VM* vm, Value* out, int64_t cost) noexcept nogil:
    cdef Value result = out[0]
    if poll(vm, cost) != OK:
        decref(vm, result)
        return ERROR
    return OK

# CPython's minor version of the host, where messages or results differ between versions.
cdef int host_minor() noexcept nogil

# Position of the first pair of items that are not equal, or the shorter length. OK, ERROR, DEFER.
cdef int items_difference(VM* vm, Value* a, int64_t a_length, Value* b, int64_t b_length, int depth,
                          int64_t* where) noexcept nogil
# Are both arrays equal, item by item with the identity shortcut? OK, ERROR, DEFER.
cdef int items_equal(VM* vm, Value* a, int64_t a_length, Value* b, int64_t b_length, int depth,
                     bint* out) noexcept nogil
# a < b and so on for arrays (CMP_ constants other than EQ and NE). OK, ERROR, DEFER.
cdef int items_order(VM* vm, Value* a, int64_t a_length, Value* b, int64_t b_length, int comparison, int depth,
                     bint* out) noexcept nogil
# First position in [start, stop) of an item equal to `item`, or -1 in `where`. OK, ERROR, DEFER.
cdef int items_find(VM* vm, Value* items, int64_t start, int64_t stop, Value item, int64_t* where) noexcept nogil
cdef int items_count(VM* vm, Value* items, int64_t length, Value item, int64_t* out) noexcept nogil
# Append the items' reprs, separated by ', '. OK, ERROR, DEFER.
cdef int items_repr(VM* vm, Value* items, int64_t length, Writer* writer, int depth) noexcept nogil
# Copy `count` values, taking a new reference to each.
cdef void items_copy(Value* target, Value* source, int64_t count) noexcept nogil
# Copy references to count items that lie `step` apart.
cdef void items_copy_step(Value* target, Value* source, int64_t count, int64_t step) noexcept nogil
# Fill target[0:count*times] with copies of source[0:count]; the caller has checked the size. OK or ERROR with
# `done` values written.
cdef int items_repeat(VM* vm, Value* target, Value* source, int64_t count, int64_t times, int64_t* done) noexcept nogil
# How many values `length * times` is, refused if it cannot fit the heap. OK or ERROR with the limit set.
cdef int repeated_length(VM* vm, int64_t length, int64_t times, int64_t* out) noexcept nogil
# The int of a subscript that is no slice. OK, DEFER (instance with __index__), ERROR: TypeError
# "<name> indices must be integers or slices, not X".
cdef int subscript_index(VM* vm, Value key, const char* name, int64_t* out) noexcept nogil
# The bounds of index(value, start, stop), negative ones counted from the end, cut at 0 but not at the length.
# OK, DEFER, ERROR.
cdef int search_bounds(VM* vm, Value start_value, Value stop_value, int64_t length, int64_t* start,
                       int64_t* stop) noexcept nogil
# The times of a repetition. OK; NOT_IMPLEMENTED if `v` is not an int; ERROR OverflowError.
cdef int repeat_count(VM* vm, Value v, int64_t* out) noexcept nogil
# CPython's hash of a tuple from the hashes of its items (xxHash's mixing): start, add each, finish.
cdef extern from *:
    """
    #define MONTY_PRIME_1 11400714785074694791ULL
    #define MONTY_PRIME_2 14029467366897019727ULL
    #define MONTY_PRIME_5 2870177450012600261ULL
    """
    const uint64_t PRIME_1 "MONTY_PRIME_1"
    const uint64_t PRIME_2 "MONTY_PRIME_2"
    const uint64_t PRIME_5 "MONTY_PRIME_5"

cdef inline uint64_t tuple_hash_start() noexcept nogil:
    return PRIME_5

cdef inline uint64_t tuple_hash_add(uint64_t state, int64_t item_hash) noexcept nogil:
    state += <uint64_t>item_hash * PRIME_2
    state = state << 31 | state >> 33
    return state * PRIME_1

cdef inline int64_t tuple_hash_finish(uint64_t state, int64_t length) noexcept nogil:
    state += <uint64_t>length ^ (PRIME_5 ^ <uint64_t>3527539)
    if state == <uint64_t>-1:
        return 1546275796
    return <int64_t>state
