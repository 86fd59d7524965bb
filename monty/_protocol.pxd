# Generic operations on values of any type, through the rows of the type table. None of them runs sandboxed code:
# what would need it answers DEFER. `depth` is NATIVE_DEPTH at the outermost call.
from libc.stdint cimport int64_t
from libc.string cimport memcmp
from monty._heap cimport (COUNTED, EXACT_MASK, SUBCLASSED, Str, T_BOOL, T_FLOAT, T_INSTANCE, T_INT, T_NONE, T_STR, T_TYPE, TYPE_MASK, Value, VM, Writer,
                          type_of, unlikely)

cdef int value_truth_slow(VM* vm, Value v, bint* out) noexcept nogil
cdef inline int value_truth(VM* vm, Value v, bint* out) noexcept nogil:
    if v.tag == T_BOOL or v.tag == T_INT:
        out[0] = v.as_.i != 0
        return 0
    if v.tag == T_NONE:
        out[0] = False
        return 0
    return value_truth_slow(vm, v, out)

# a is b: same block, or equal immediates (as CPython's small ints and singletons).
cdef inline bint value_is(Value a, Value b) noexcept nogil:
    return (a.tag & 0xFF) == (b.tag & 0xFF) and a.as_.i == b.as_.i

# a == b with the identity shortcut of containers, where no row need be asked: 1 or 0; -1: value_equal knows.
cdef inline int value_equal_quick(Value a, Value b) noexcept nogil:
    cdef int type = a.tag & EXACT_MASK
    cdef Str* s
    cdef Str* t
    if (a.tag & TYPE_MASK) == (b.tag & TYPE_MASK) and a.as_.i == b.as_.i:
        return 1
    if type == <int>(b.tag & EXACT_MASK):
        if type == T_INT or type == T_TYPE:
            return 0
        if type == T_STR:
            s = <Str*>a.as_.block
            t = <Str*>b.as_.block
            return s.length == t.length and s.kind == t.kind and memcmp(s + 1, t + 1, <size_t>s.length * s.kind) == 0
    return -1

# a == b with the identity shortcut of containers; a and b may be of any types.
cdef int value_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil
# a == b as the operator does it (no identity shortcut: nan != nan).
cdef int value_equal_operator(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil
# a < b and so on (CMP_ constants, EQ and NE included). TypeError as CPython's when not supported.
cdef int value_compare(VM* vm, int comparison, Value a, Value b, int depth, bint* out) noexcept nogil
cdef int value_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil
# The hash of an object that is only equal to itself.
cdef int value_hash_identity(Value v, int64_t* out) noexcept nogil
cdef int value_repr(VM* vm, Value v, Writer* writer, int depth) noexcept nogil
cdef int value_str(VM* vm, Value v, Writer* writer, int depth) noexcept nogil
cdef int value_length(VM* vm, Value v, int64_t* out) noexcept nogil
# a op b, op in BIN_...: both rows are asked, TypeError as CPython's when none knows.
cdef int value_binary(VM* vm, int operator, bint inplace, Value a, Value b, Value* out) noexcept nogil
cdef int value_unary(VM* vm, int operator, Value a, Value* out) noexcept nogil
cdef int value_get_item(VM* vm, Value container, Value key, Value* out) noexcept nogil
cdef int value_set_item(VM* vm, Value container, Value key, Value item) noexcept nogil
cdef int value_delete_item(VM* vm, Value container, Value key) noexcept nogil
cdef int value_contains(VM* vm, Value container, Value item, bint* out) noexcept nogil
# Can it be iterated without running sandboxed code, and is it a container that may be iterated again from the start
# (so that an operation may stop in the middle and defer)? Iterators and generators are not.
cdef bint iterates_natively(Value v) noexcept nogil
# The type whose items may be read directly where `v` is iterated over; T_INSTANCE if its class has an __iter__ of its own.
cdef inline int iterated_type(Value v) noexcept nogil:
    return T_INSTANCE if v.tag & SUBCLASSED and not iterates_natively(v) else <int>(v.tag & TYPE_MASK)
# A native iterator (list iterator, zip of native iterators ...): next never defers.
cdef bint is_native_iterator(Value v) noexcept nogil
cdef int value_iterate(VM* vm, Value v, Value* out) noexcept nogil
cdef int value_next(VM* vm, Value iterator, Value* out) noexcept nogil
# int or bool to int64 for a subscript or a count. Big ints: IndexError "cannot fit 'int' into an index-sized integer"
# (overflow: E_ kind to raise instead, or 0 to clamp to the int64 range). Other types: TypeError
# "'X' object cannot be interpreted as an integer". DEFER for instances with __index__.
cdef int value_index(VM* vm, Value v, int overflow, int64_t* out) noexcept nogil
# A number as double (int, bool, float); DEFER for instances; TypeError "must be real number, not X".
cdef int value_double(VM* vm, Value v, double* out) noexcept nogil
# Inline: most keys that are hashed are small ints.
cdef inline int64_t hash_int(int64_t i) noexcept nogil:
    cdef int64_t modulus = 2305843009213693951
    if unlikely(i <= -modulus or i >= modulus):
        i = i % modulus         # keeps the sign, as the hash does
    return i if i != -1 else -2
cdef int64_t hash_double(double f) noexcept nogil
