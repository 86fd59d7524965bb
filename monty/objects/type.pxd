from libc.stdint cimport uint32_t
from monty._heap cimport Class, Native, Str, Value, VM

# name -> native of a built-in class: open addressing, made at boot, constant afterwards.
cdef struct NativeTable:
    uint32_t mask
    Str** names
    Native** natives

cdef bint class_is_subclass(Class* cls, Class* other) noexcept nogil
# The class of any value. Borrowed.
cdef Class* class_of(Value v) noexcept nogil
# What the class and its bases define under the name, or NULL. For built-in classes.
cdef Native* class_find_native(Class* cls, Str* name) noexcept nogil
# obj.name for objects whose attributes need no sandboxed code. OK, ERROR (AttributeError), DEFER.
cdef int value_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil
cdef int value_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil    # unset: delete
# As value_get_attribute; answers NOT_IMPLEMENTED with no error set where there is no such attribute.
cdef int value_find_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil
# The name of the class whose method a native is. (A type number past the types stands for an exception class.)
cdef const char* native_owner_name(Native* native) noexcept nogil
# The names (a list of str) of the attributes of args[0], in no order and with repetitions.
cdef int names_of(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil
cdef int bound_method_new(VM* vm, Value function, Value receiver, Value* out) noexcept nogil
# isinstance(v, classes) for a class or (nested) tuple of classes; ERROR TypeError; DEFER for unions and hooks.
cdef int value_is_instance(VM* vm, Value v, Value classes, int depth, bint* out) noexcept nogil
cdef int class_is_subclass_of(VM* vm, Value cls, Value classes, int depth, bint* out) noexcept nogil

# --- for the files that know classes of programs -----------------------------------------------------------------------
# The native that a built-in class itself has under the name, or NULL.
cdef Native* table_lookup(Class* cls, Str* name) noexcept nogil
# The class as a value: a new reference.
cdef Value class_value(Class* cls) noexcept nogil
cdef int bind_native_attribute(VM* vm, Native* native, Value v, Class* cls, Value* out) noexcept nogil
# The AttributeError of a missing attribute in CPython's words; returns ERROR.
cdef int raise_no_attribute(VM* vm, Value v, Str* name, bint setting) noexcept nogil
# type.__getattribute__ and type.__setattr__ with nothing written in Python. OK, NOT_IMPLEMENTED, DEFER, ERROR.
cdef int class_get_builtin(VM* vm, Value v, Str* name, Value* out) noexcept nogil
cdef int class_set_builtin(VM* vm, Value v, Value name, Value value) noexcept nogil
# The rows' functions for classes whose class is a metaclass of the program.
cdef int metaclass_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil
cdef int metaclass_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil
# What the class of the value defines under the name, not bound: OK with a borrowed value, or NOT_IMPLEMENTED.
cdef int value_find_special(VM* vm, Value v, Str* name, Value* function) noexcept nogil
