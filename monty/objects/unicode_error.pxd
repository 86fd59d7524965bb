# UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError: arguments and text.
from monty._heap cimport Value, VM, Writer

# Arguments given to the class of that E_ constant by a program: OK, or ERROR with CPython's TypeError.
cdef int unicode_error_check(VM* vm, int kind, Value* args, Py_ssize_t count) noexcept nogil
# str(error), from its fields, which are in the order of the arguments. OK, DEFER or ERROR.
cdef int unicode_error_text(VM* vm, Writer* writer, int kind, Value* fields) noexcept nogil
