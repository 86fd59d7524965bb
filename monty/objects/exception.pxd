from libc.stdint cimport int32_t
from monty._heap cimport Class, Value, VM
from monty._machine cimport Code, ExceptionObject, Machine

# The class of a built-in exception by its E_ constant; made at boot.
cdef Class* exception_class(int kind) noexcept nogil
cdef void exception_set_class(int kind, Class* cls) noexcept nogil
# New exception object; takes `args` (a tuple).
cdef int exception_new(VM* vm, Class* cls, Value args, Value* out) noexcept nogil
# Make the error in flight (kind and message or argument) the exception object vm.exception.
cdef int exception_from_error(Machine* m) noexcept nogil
# `exception` is being raised while m.handled is handled: set its __context__, never making a cycle.
cdef void exception_set_context(Machine* m, Value exception) noexcept nogil
# The unwinding passes this instruction: put it in front of the traceback. Prelude code leaves no entry.
cdef int exception_add_traceback(VM* vm, Value exception, Code* code, int32_t instruction) noexcept nogil
# Raise a value as the raise statement does: an exception, or a class to be instantiated without arguments.
# OK: an exception object is in out (new reference). ERROR: TypeError.
cdef int exception_instance(VM* vm, Value v, Value* out) noexcept nogil
# Does the exception match a class or tuple of classes (of an except clause)?
cdef int exception_matches(VM* vm, Value exception, Value classes, bint* out) noexcept nogil
cdef bint is_exception_class(Value v) noexcept nogil
# The exception kind(message) with its `name` (and `obj`) attributes: AttributeError, NameError, ImportError. Takes the
# message, copies the others. ERROR.
cdef int raise_named(VM* vm, int kind, Value message, Value name, Value object) noexcept nogil
