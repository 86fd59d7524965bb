# Text to bytes and back. UTF-8, ASCII and Latin-1 are native as long as nothing is wrong with the data; the rest is
# borrowed from CPython.
from libc.stdint cimport int64_t, uint8_t
from monty._heap cimport Str, Value, VM

# s.encode(encoding, errors): a new bytes value. NULL: "utf-8", "strict".
cdef int str_encode(VM* vm, Str* s, Str* encoding, Str* errors, Value* out) noexcept nogil
# bytes.decode(encoding, errors): a new str value.
cdef int str_decode(VM* vm, const uint8_t* data, int64_t length, Str* encoding, Str* errors, Value* out) noexcept nogil
# str(object, encoding, errors): `encoding` and `errors` are str or unset; TypeError if the object is not bytes-like.
cdef int decode_value(VM* vm, Value data, Value encoding, Value errors, Value* out) noexcept nogil
