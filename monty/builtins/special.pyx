"""What the prelude asks of classes: their special methods, and what patterns of them match."""

from libc.stdint cimport int64_t

from monty._contexts cimport bind_special
from monty._generated cimport *
from monty._heap cimport *
from monty._patterns cimport matches_self
from monty.objects.str cimport str_static
from monty.objects.tuple cimport Tuple, tuple_items
from monty.objects.type cimport value_find_special

cdef Str* NAME_NEXT = str_static(b"__next__")


# The special method of that name, bound, or None.
cdef int find_special(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value found
    if value_find_special(vm, args[0], <Str*>args[1].as_.block, &found) != OK:
        out[0] = value_none()
        return OK
    return bind_special(vm, found, args[0], out)


# Has its class a __next__?
cdef int is_iterator(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value found
    cdef int type = type_of(args[0])
    out[0] = value_bool(type == T_GENERATOR or (type != T_INSTANCE and types_pointer[type].next != NULL)
                        or value_find_special(vm, args[0], NAME_NEXT, &found) == OK)
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
register_native(-1, NATIVE_INTRINSIC, b"_is_iterator(object, /)", is_iterator, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_matches_self(cls, /)", class_matches_self, NULL)
