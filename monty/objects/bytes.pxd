# bytes and bytearray: storage, and what their shared operations need.
from libc.stdint cimport int64_t, uint8_t, uint64_t
from monty._heap cimport Block, Value, VM, Writer

cdef extern from *:
    """
    /* No heap is larger. */
    #define BYTES_MAX_LENGTH ((int64_t)1 << 36)
    """
    const int64_t BYTES_MAX_LENGTH

cdef struct Bytes:          # head.link is the hash, 0 while not known
    Block head
    int64_t length          # the bytes follow

cdef struct ByteArray:
    Block head
    uint8_t* data           # a buffer, NULL when nothing was ever stored
    int64_t length
    int64_t exports         # memoryviews that are open: while there are any, the length stays

cdef struct BytesIterator:  # T_BYTES_ITERATOR and T_BYTEARRAY_ITERATOR
    Block head
    Value source            # unset when exhausted
    int64_t index

cdef inline uint8_t* bytes_data(Bytes* b) noexcept nogil:
    return <uint8_t*>(b + 1)

cdef Bytes* bytes_new(VM* vm, int64_t length) noexcept nogil                # uninitialised
cdef Bytes* bytes_from(VM* vm, const uint8_t* data, int64_t length) noexcept nogil
cdef ByteArray* bytearray_from(VM* vm, const uint8_t* data, int64_t length) noexcept nogil
# The data of a bytes, bytearray or contiguous memoryview (borrowed, never NULL if True); False for other types.
cdef bint bytes_view(Value v, uint8_t** data, int64_t* length) noexcept nogil
# As bytes_view; for other types ERROR: TypeError "a bytes-like object is required, not 'X'".
cdef int bytes_require(VM* vm, Value v, uint8_t** data, int64_t* length) noexcept nogil

# A new bytes or bytearray (`type` is T_BYTES or T_BYTEARRAY) of `length` uninitialised bytes at data[0]; refused before
# it is made if too large.
cdef int bytes_result(VM* vm, int type, int64_t length, uint8_t** data, Value* out) noexcept nogil
# The same with a copy of the data (which may lie inside another value).
# The bytes as an exact bytes object: `v` itself, or a copy of an instance of a subclass. Returns a new reference; ERROR.
cdef int bytes_exact(VM* vm, Value v, Value* out) noexcept nogil
cdef int bytes_copy(VM* vm, int type, const uint8_t* source, int64_t length, Value* out) noexcept nogil
# Copying that can be interrupted. OK, or ERROR from a poll.
cdef int bytes_move(VM* vm, uint8_t* target, const uint8_t* source, int64_t length) noexcept nogil

# One byte from an int value. ERROR: ValueError with `message` when out of range, TypeError for no int; DEFER: instance.
cdef int byte_from_value(VM* vm, Value v, const char* message, uint8_t* out) noexcept nogil
# First (last) index of `part` in data, -1 if there is none. OK, or ERROR from a poll.
cdef int bytes_find(VM* vm, const uint8_t* data, int64_t length, const uint8_t* part, int64_t part_length,
                    int64_t* out) noexcept nogil
cdef int bytes_find_last(VM* vm, const uint8_t* data, int64_t length, const uint8_t* part, int64_t part_length,
                         int64_t* out) noexcept nogil
# Are the two equal (lengths are)? Order: -1, 0, 1 in `out`. OK, or ERROR from a poll.
cdef int bytes_compare(VM* vm, const uint8_t* a, int64_t a_length, const uint8_t* b, int64_t b_length,
                       int* out) noexcept nogil
# Append b'...' with escapes; with `escape_single` also for a single quote between double ones, as bytearray has it.
cdef int bytes_write_repr(Writer* writer, const uint8_t* data, int64_t length, bint escape_single) noexcept nogil
# data * times, as the type given.
cdef int bytes_repeat(VM* vm, int type, const uint8_t* data, int64_t length, int64_t times, Value* out) noexcept nogil
# Is an int or bytes-like object in the bytes? The `contains` of both types' rows.
cdef int bytes_row_contains(VM* vm, Value container, Value item, bint* out) noexcept nogil
# A subscript of both types: int or slice.
cdef int bytes_row_get_item(VM* vm, Value v, Value key, Value* out) noexcept nogil

# data % values, set by the file that implements it.
cdef int (*bytes_modulo)(VM* vm, Value format, Value argument, Value* out) noexcept nogil
