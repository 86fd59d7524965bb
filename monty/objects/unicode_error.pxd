# UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError: arguments, text, attributes.
from monty._heap cimport Str, Value, VM, Writer
from monty.objects.tuple cimport Tuple

cdef bint is_unicode_error(int kind) noexcept nogil
# Arguments given to the class by a program: OK, or ERROR with CPython's TypeError.
cdef int unicode_error_check(VM* vm, int kind, Value* args, Py_ssize_t count) noexcept nogil
# str(error), from its arguments. OK or ERROR.
cdef int unicode_error_text(VM* vm, Writer* writer, int kind, Tuple* args) noexcept nogil
# The attribute of that name: OK with a new reference, or NOT_IMPLEMENTED.
cdef int unicode_error_attribute(int kind, Tuple* args, Str* name, Value* out) noexcept nogil
