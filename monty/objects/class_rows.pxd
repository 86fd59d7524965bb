# Classes that a program defines: their attributes, and the operations that go to their special methods.
from libc.stdint cimport uint64_t
from monty._heap cimport *

# The special methods that the machine calls without asking the prelude, as numbers in Class.functions.
cdef enum:
    METHOD_COMPARE = 0              # + CMP_
    METHOD_BINARY = 6               # + BIN_
    METHOD_REFLECTED = 19
    METHOD_INPLACE = 32
    METHOD_UNARY = 45               # + UNARY_
    METHOD_GET_ITEM = 49
    METHOD_SET_ITEM = 50
    METHOD_DELETE_ITEM = 51
    METHOD_CONTAINS = 52
    METHOD_LEN = 53
    METHOD_BOOL = 54
    METHOD_ITER = 55                # here the function may make a generator: that is an iterator for sure
    METHOD_NEXT = 56
    METHOD_CALL = 57
    METHOD_HASH = 58
    METHOD_GET = 59                 # of descriptors
    METHOD_SET = 60
    METHOD_GETATTR = 61
    METHOD_SETATTR = 62
    METHOD_REPR = 63
    METHOD_STR = 64                 # what str() calls: __repr__ where there is no __str__
    METHOD_COUNT = 65
    METHOD_SHOW = 65                # no name of its own: what a field of an f-string calls
    FUNCTION_COUNT = 66

# type.__getattribute__ and type.__setattr__ of a class. OK, NOT_IMPLEMENTED (no such attribute), DEFER,
# ERROR. value unset: delete.
cdef int class_get_plain(VM* vm, Value v, Str* name, Value* out) noexcept nogil
cdef int class_set_plain(VM* vm, Value v, Value name, Value value) noexcept nogil
# What a class has under __dict__ and __weakref__ if it gives its instances these. Immortal.
cdef Native* dict_getter() noexcept nogil
cdef Native* weakref_getter() noexcept nogil
# Do instances of subclasses of this built-in type have its value, made by its constructor?
cdef inline bint has_value(int type) noexcept nogil:
    return type in (T_LIST, T_DICT, T_SET, T_FROZENSET, T_TUPLE, T_STR, T_BYTES, T_BYTEARRAY, T_INT, T_FLOAT)
# Is it __init__ that fills the instances of subclasses?
cdef inline bint starts_empty(int type) noexcept nogil:
    return type in (T_LIST, T_DICT, T_SET, T_BYTEARRAY)
# Fill the row of a class from what it and its bases define; set its flags.
cdef void class_update(VM* vm, Class* cls) noexcept nogil
# The operations of rows whose special methods are written in Python.
cdef int special_equal(VM* vm, Value a, Value b, int depth, bint* out) noexcept nogil
cdef int special_order(VM* vm, Value a, Value b, int comparison, int depth, bint* out) noexcept nogil
cdef int special_binary(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil
cdef int special_inplace(VM* vm, int operator, Value a, Value b, Value* out) noexcept nogil

# Another version: what the caches know of the class holds no more. The numbers are spread, so that those of a few classes
# have different places in a cache.
cdef inline void class_renew(VM* vm, Class* cls) noexcept nogil:
    vm.class_version += 1
    cls.version = vm.class_version * <uint64_t>0x9E3779B97F4A7C15
