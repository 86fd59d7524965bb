# Instances of the classes that a program defines: their attributes, how a name is looked up, and the operations that
# need no special method written in Python.
from libc.stdint cimport int64_t
from monty._heap cimport (Attributes, Class, EXACT_MASK, Native, Str, T_BOOL, T_DICT, T_ENUMERATE, T_FILTER, T_FLOAT, T_INT,
                          T_LIST, T_MAP, T_NONE, T_REVERSED, T_SET, T_STR, T_TUPLE, T_ZIP, Value, VM)

# What the class or the first of its bases that has it defines under the name: borrowed. False if none does.
cdef bint class_lookup(Class* cls, Str* name, Value* out) noexcept nogil
# The same among the classes after `start` in the MRO of `cls`.
cdef bint class_lookup_after(Class* cls, Class* start, Str* name, Value* out) noexcept nogil
# An instance of a named tuple without attributes of its own, which takes its items.
cdef int record_new(VM* vm, Class* cls, Value* items, int64_t count, Value* out) noexcept nogil
# A new instance without attributes of a class that has no built-in layout; `payload` (taken) is the number of a
# subclass of int, float or complex.
cdef int instance_new(VM* vm, Class* cls, Value payload, Value* out) noexcept nogil
# Is it one of the built-in iterators that can be subclassed?
cdef inline bint is_iterator_type(int type) noexcept nogil:
    return (type == T_ENUMERATE or type == T_ZIP or type == T_MAP or type == T_FILTER or type == T_REVERSED)
# What stands behind an instance of a subclass of int, float or complex; other values as they are. Borrowed.
cdef Value plain_number(Value v) noexcept nogil
# Where the attribute stands, or NULL.
cdef Value* attributes_find(Attributes* attributes, Str* name) noexcept nogil
# The number of the key in the class's table, -1: none.
cdef int class_key_index(Class* cls, Str* name) noexcept nogil
# Set one attribute, by name (copies both). OK or ERROR.
cdef int attributes_set(VM* vm, Attributes* attributes, Value name, Value value) noexcept nogil
# Give the instance a dict that holds its attributes from now on. OK or ERROR.
cdef int attributes_to_dict(VM* vm, Attributes* attributes) noexcept nogil
# What obj.name is when `found` is what the class defines: bound as descriptors are. OK, ERROR, DEFER.
cdef int bind_attribute(VM* vm, Value found, Value v, Class* cls, Value* out) noexcept nogil
# object.__getattribute__ and object.__setattr__ without anything written in Python. OK, NOT_IMPLEMENTED (no such
# attribute), DEFER, ERROR. value unset: delete.
cdef int instance_get_plain(VM* vm, Value v, Str* name, Value* out) noexcept nogil
cdef int instance_set_plain(VM* vm, Value v, Value name, Value value) noexcept nogil
# The same with the hooks that the class has.
cdef int instance_get_attribute(VM* vm, Value v, Str* name, Value* out) noexcept nogil
cdef int instance_set_attribute(VM* vm, Value v, Value name, Value value) noexcept nogil
# Is it a data descriptor?
cdef bint is_data_descriptor(Value v) noexcept nogil
# Neither a function nor a descriptor of any kind.
cdef inline bint is_data(Value v) noexcept nogil:
    cdef int type = v.tag & EXACT_MASK
    return (type == T_NONE or type == T_BOOL or type == T_INT or type == T_FLOAT or type == T_STR or type == T_TUPLE
            or type == T_LIST or type == T_DICT or type == T_SET)
