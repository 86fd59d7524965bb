"""What the prelude asks of classes: their special methods, and what patterns of them match."""

from libc.stdint cimport int64_t

from monty._contexts cimport bind_special
from monty._generated cimport *
from monty._heap cimport *
from monty._patterns cimport matches_self
from monty._specials cimport is_iterator
from monty.objects.str cimport str_static
from monty.objects.tuple cimport Tuple, tuple_items
from monty.objects.type cimport value_find_special

cdef Str* NAME_LEN = str_static(b"__len__")
cdef Str* NAME_LENGTH_HINT = str_static(b"__length_hint__")


# The special method of that name, bound, or None.
cdef int find_special(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value found
    if value_find_special(vm, args[0], <Str*>args[1].as_.block, &found) != OK:
        out[0] = value_none()
        return OK
    return bind_special(vm, found, args[0], out)


# Has its class a __next__?
cdef int has_next(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(is_iterator(vm, args[0]))
    return OK


# Has its class a __len__ or __length_hint__ that the program wrote?
cdef int has_length(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value found
    out[0] = value_bool(args[0].tag & SUBCLASSED
                        and (value_find_special(vm, args[0], NAME_LEN, &found) == OK
                             or value_find_special(vm, args[0], NAME_LENGTH_HINT, &found) == OK))
    return OK


# Does a positional pattern of the class match the subject itself, because it derives from one of which that is so?
cdef int class_matches_self(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Tuple* mro = <Tuple*>(<Class*>args[0].as_.block).mro.as_.block
    cdef int64_t i
    out[0] = value_bool(False)
    for i in range(mro.length):
        if matches_self(<Class*>tuple_items(mro)[i].as_.block):
            out[0] = value_bool(True)
    return OK


register_native(-1, NATIVE_INTRINSIC, b"_find_special(object, name, /)", find_special, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_has_length(object, /)", has_length, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_is_iterator(object, /)", has_next, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_matches_self(cls, /)", class_matches_self, NULL)
