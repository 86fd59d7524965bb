# property, staticmethod, classmethod, the members that __slots__ makes, and super objects.
from libc.stdint cimport uint32_t
from monty._heap cimport Block, Class, Str, Value, VM

cdef struct Property:
    Block head
    Value getter            # a callable or None
    Value setter
    Value deleter
    Value doc
    Value name              # str, or unset until it is known

cdef struct MethodWrapper:  # T_STATIC_METHOD and T_CLASS_METHOD
    Block head
    Value function
    Value attributes        # dict or unset

cdef struct Member:         # T_MEMBER
    Block head
    Class* owner            # counted
    Value name
    uint32_t index          # which of the instance's values

cdef struct Super:
    Block head
    Value start             # the class after which the search begins
    Value object            # the instance or class that methods are bound to; unset: unbound
    Value object_class      # whose MRO is searched

cdef int member_new(VM* vm, Class* owner, Value name, uint32_t index, Value* out) noexcept nogil
# A staticmethod or classmethod (`type`) of the function (copied).
cdef int method_wrapper_new(VM* vm, int type, Value function, Value* out) noexcept nogil
