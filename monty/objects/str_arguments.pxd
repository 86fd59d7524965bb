# What the methods of str share: checks of arguments, with CPython's errors.
from libc.stdint cimport int64_t
from monty._heap cimport Str, T_NONE, T_STR, T_UNSET, Value, VM, type_of

cdef inline Str* text_of(Value v) noexcept nogil:
    return <Str*>v.as_.block

cdef inline bint is_text(Value v) noexcept nogil:
    return type_of(v) == T_STR

cdef inline bint is_absent(Value v) noexcept nogil:
    return v.tag == T_UNSET or v.tag == T_NONE

# "<what> must be str, not X"; `what` is "find()" or "replace() argument 1"; None is called None if `clinic` (as in the
# methods whose arguments CPython's argument clinic reads), else NoneType.
cdef int raise_not_text(VM* vm, const char* what, Value v, bint clinic) noexcept nogil
# A width or count: OK, ERROR, DEFER (instance with __index__).
cdef int size_argument(VM* vm, Value v, int64_t* out) noexcept nogil
# An argument that CPython reads as a C int.
cdef int int_argument(VM* vm, Value v, int64_t* out) noexcept nogil
# The bounds of a search, as slicing has them (start may lie beyond the length): OK, ERROR, DEFER.
cdef int search_range(VM* vm, Value start_value, Value stop_value, int64_t length, int64_t* start,
                      int64_t* stop) noexcept nogil
# s[start:stop] as a value, the whole being `whole` itself: new reference.
cdef int part_of(VM* vm, Value whole, int64_t start, int64_t stop, Value* out) noexcept nogil
# A new str that may turn out to need only Latin-1 (taken): its value, in the narrowest form.
cdef int narrowed(VM* vm, Str* s, Value* out) noexcept nogil
