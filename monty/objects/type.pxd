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
cdef int bound_method_new(VM* vm, Value function, Value receiver, Value* out) noexcept nogil
# isinstance(v, classes) for a class or (nested) tuple of classes; ERROR TypeError; DEFER for unions and hooks.
cdef int value_is_instance(VM* vm, Value v, Value classes, int depth, bint* out) noexcept nogil
cdef int class_is_subclass_of(VM* vm, Value cls, Value classes, int depth, bint* out) noexcept nogil
# What the class of v and its bases define under the name: not the instance, and not bound. OK with a borrowed value in
# function[0], NOT_IMPLEMENTED.
cdef int value_find_special(VM* vm, Value v, Str* name, Value* function) noexcept nogil
