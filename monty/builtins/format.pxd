# format(): values as text by a specification, for the FORMAT instruction, str.format and the builtin.
from libc.stdint cimport int64_t
from monty._heap cimport Str, Value, VM, Writer

# Append format(v, spec); spec NULL means empty. OK, ERROR, or DEFER (something may have been appended: discard it; the
# prelude function takes the value and the spec).
cdef int format_value(VM* vm, Value v, Str* spec, Writer* writer) noexcept nogil
# The FORMAT instruction: out = format(convert(v), spec). `conversion` is 0, 's', 'r' or 'a'; `spec` a str or unset.
# OK, ERROR, or DEFER: the prelude function format_field takes (v, conversion as an int, spec as a str or None).
cdef int format_operation(VM* vm, Value v, int conversion, Value spec, Value* out) noexcept nogil
# Append str(v), repr(v) or ascii(v) (conversion 's', 'r', 'a'). OK, ERROR or DEFER.
cdef int write_converted(VM* vm, Value v, int conversion, Writer* writer) noexcept nogil
# __format__ of the built-in types. It tells a number of a subclass from a plain one: the class may have a __str__.
cdef int object_format(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil
