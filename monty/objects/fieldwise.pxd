# Special methods that look at certain attributes of their operands and at nothing else, as those of dataclasses do. They
# are functions like any other; the machine knows what they answer and needs no frame for it, unless an attribute's own
# comparison or hash is written in Python.
from libc.stdint cimport int64_t
from monty._heap cimport Class, Value, VM

# a == b where the class of one of them, or of both, has such an __eq__. OK, ERROR; DEFER: not known here.
cdef int fieldwise_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil
# a < b and so on (CMP_ constants but EQ and NE) of instances of one class that has such a method. As above.
cdef int fieldwise_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil
cdef int fieldwise_hash(VM* vm, Value v, int depth, int64_t* out) noexcept nogil
# How many of the names that the class numbers, from the first on, an instance's own value is found by: no descriptor of
# the class, but the slot of that number, has the name.
cdef int64_t class_plain_keys(Class* cls) noexcept nogil
