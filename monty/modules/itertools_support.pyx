"""What the library's itertools is built on: generators that show as instances of its classes."""

from libc.stdint cimport int64_t

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.objects.type cimport class_value
from monty.objects.tuple cimport Tuple, tuple_items


# Can a generator pass for an instance of the class? It has no room for attributes.
cdef bint has_no_attributes(Class* cls) noexcept nogil:
    return (not cls.flags & (CLASS_BUILTIN | CLASS_HAS_DICT) and cls.key_count == 0 and cls.slot_count == 0
            and cls.instance_type == T_INSTANCE)


# show_as(cls, generator): the generator, shown as an instance of the class or, if instances of this have attributes, of
# the nearest of its bases that has none.
cdef int show_as(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Generator* generator
    cdef Class* cls
    cdef Tuple* mro
    cdef int64_t i
    if type_of(args[0]) != T_TYPE or args[1].tag != (T_GENERATOR | COUNTED):
        return raise_error(vm, E_TYPE_ERROR, "a class and a generator are required")
    generator = <Generator*>args[1].as_.block
    if generator.facade != NULL:
        return raise_error(vm, E_TYPE_ERROR, "the generator shows as something else already")
    mro = <Tuple*>(<Class*>args[0].as_.block).mro.as_.block
    for i in range(mro.length):
        cls = <Class*>tuple_items(mro)[i].as_.block
        if has_no_attributes(cls):
            class_value(cls)        # a reference, which the generator keeps
            generator.facade = cls
            out[0] = value_copy(args[1])
            return OK
    return raise_error(vm, E_TYPE_ERROR, "instances of the class have attributes")


# variable(generator, number): what a local variable of a generator of the library is now.
cdef int variable(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Generator* generator
    if args[0].tag != (T_GENERATOR | COUNTED) or args[1].tag != T_INT:
        return raise_error(vm, E_TYPE_ERROR, "a generator and a number are required")
    generator = <Generator*>args[0].as_.block
    if generator.facade == NULL or not 0 <= args[1].as_.i < generator.code.named_count:
        return raise_error(vm, E_TYPE_ERROR, "not a generator of the library")
    out[0] = generator_registers(generator)[args[1].as_.i]
    if out[0].tag == T_UNSET:
        out[0] = value_none()
    incref(out[0])
    return OK


register_native(-1, NATIVE_INTRINSIC, b"_show_as(cls, generator, /)", show_as, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_generator_variable(generator, number, /)", variable, NULL)
