# What the classes of exceptions know beyond their arguments: the errno of an OSError, the name of a NameError ...
from monty._heap cimport Class, Str, Value, VM, Writer
from monty._machine cimport ExceptionObject

# Which fields an exception has. The order of the fields is that of FIELD_NAMES.
cdef enum:
    FAMILY_NONE = 0
    FAMILY_OS = 1
    FAMILY_IMPORT = 2
    FAMILY_ATTRIBUTE = 3
    FAMILY_NAME = 4
    FAMILY_STOP = 5
    FAMILY_EXIT = 6
    FAMILY_SYNTAX = 7
    FAMILY_ENCODE = 8
    FAMILY_DECODE = 9
    FAMILY_TRANSLATE = 10
    FAMILY_GROUP = 11
    FAMILY_COUNT = 12
    MAX_FIELDS = 8

# The built-in exception class that gave this one its fields: BaseException where it has no more. Borrowed.
cdef Class* exception_layout(Class* cls) noexcept nogil
cdef int exception_family(Class* cls) noexcept nogil
# The class that a constructor makes an instance of, which the arguments may decide (OSError(2, ...)).
cdef Class* exception_chosen_class(Class* cls, Value* args, Py_ssize_t count) noexcept nogil
# Arguments given to a class by a program: OK, or ERROR with CPython's TypeError.
cdef int exception_check_arguments(VM* vm, Class* cls, Value* args, Py_ssize_t count) noexcept nogil
# Fill in the fields from the arguments, which may also be ones that the constructor would refuse. OK or ERROR.
cdef int exception_fill_fields(VM* vm, ExceptionObject* e) noexcept nogil
# The field array, made when it is first needed, or NULL with the limit set.
cdef Value* exception_fields(VM* vm, ExceptionObject* e) noexcept nogil
# The field of that name: OK with a new reference, NOT_IMPLEMENTED, or ERROR.
cdef int exception_get_field(VM* vm, ExceptionObject* e, Str* name, Value* out) noexcept nogil
# Set (unset: delete) the field of that name: OK, NOT_IMPLEMENTED where there is none, or ERROR.
cdef int exception_set_field(VM* vm, ExceptionObject* e, Str* name, Value value) noexcept nogil
# str(e) where the class has its own: OK, NOT_IMPLEMENTED, DEFER or ERROR.
cdef int exception_field_text(VM* vm, ExceptionObject* e, Writer* w, int depth) noexcept nogil
# Can the class be called with a keyword of this name?
cdef bint exception_takes_keyword(Class* cls, Str* name) noexcept nogil
