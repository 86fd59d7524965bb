from libc.stdint cimport int64_t, uint8_t, uint64_t
from monty._heap cimport Block, Value, VM

cdef struct Bytes:          # head.link is the hash, 0 while not known
    Block head
    int64_t length          # the bytes follow

cdef struct ByteArray:
    Block head
    uint8_t* data           # a buffer
    int64_t length

cdef inline uint8_t* bytes_data(Bytes* b) noexcept nogil:
    return <uint8_t*>(b + 1)

cdef Bytes* bytes_new(VM* vm, int64_t length) noexcept nogil                # uninitialised
cdef Bytes* bytes_from(VM* vm, const uint8_t* data, int64_t length) noexcept nogil
cdef ByteArray* bytearray_from(VM* vm, const uint8_t* data, int64_t length) noexcept nogil
# The data of a bytes or bytearray value (borrowed); False for other types.
cdef bint bytes_view(Value v, uint8_t** data, int64_t* length) noexcept nogil
