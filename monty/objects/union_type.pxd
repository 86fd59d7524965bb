# Unions of types: int | None.
from libc.stdint cimport int64_t
from monty._heap cimport Block, Value, VM

cdef struct Union:
    Block head
    Value args                      # tuple, flat and without repetitions
    bint of_typing                  # made by typing.Union or typing.Optional: its text says so

cdef inline Union* as_union(Value v) noexcept nogil:
    return <Union*>v.as_.block

# Can it be one of the two sides of | between types?
cdef bint can_join(Value v) noexcept nogil
# The union of the values; of one only, that one. New reference; ERROR.
cdef int union_new(VM* vm, Value* values, int64_t value_count, bint of_typing, Value* out) noexcept nogil
# The same; one that has members of typing is one of typing.
cdef int union_of(VM* vm, Value* values, int64_t count, bint of_typing, Value* out) noexcept nogil
# The operators of types: | joins them, there are no others. New reference; NOT_IMPLEMENTED, ERROR.
cdef int union_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil
