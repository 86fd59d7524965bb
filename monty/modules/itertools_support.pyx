"""What the library's itertools is built on: generators that show as instances of its classes."""

from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.objects.steppers cimport Lazy, stepper_class, T_COUNT, T_REPEAT
from monty.objects.type cimport class_value


# show_as(cls, generator): the generator, shown as an instance of the class or, if instances of this have attributes, of
# the nearest of its bases that has none.
cdef int show_as(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Generator* generator
    cdef Class* cls
    if args[1].tag != (T_GENERATOR | COUNTED):
        return raise_error(vm, E_TYPE_ERROR, "a class and a generator are required")
    generator = <Generator*>args[1].as_.block
    if generator.facade != NULL:
        return raise_error(vm, E_TYPE_ERROR, "the generator shows as something else already")
    cls = stepper_class(vm, args[0])
    if cls == NULL:
        return ERROR
    class_value(cls)        # a reference, which the generator keeps
    generator.facade = cls
    out[0] = value_copy(args[1])
    return OK


# variable(generator, number): what a local variable of a generator of the library is now. Those of a count or repeat are
# numbered alike where it is none.
cdef int variable(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Generator* generator
    if args[0].tag == (T_COUNT | COUNTED) or args[0].tag == (T_REPEAT | COUNTED):
        out[0] = value_copy((<Lazy*>args[0].as_.block).second if args[1].as_.i else (<Lazy*>args[0].as_.block).first)
        return OK
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
