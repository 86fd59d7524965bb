from monty._heap cimport Value, VM

# Floor division and remainder; either result may be NULL. The ZeroDivisionError says `message`. NOT_IMPLEMENTED for
# what is no int.
cdef int int_divmod(VM* vm, Value a, Value b, Value* quotient, Value* remainder, const char* message) noexcept nogil
