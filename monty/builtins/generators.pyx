"""next(), and what a generator's methods do. They push the generator's frame: the machine goes on there."""

from libc.stdint cimport int32_t

from monty._calls cimport CALLED
from monty._generated cimport *
from monty._generators cimport generator_resume
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_next
from monty.objects.exception cimport exception_add_traceback, exception_set_context


cdef int builtin_next(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    cdef int tag = type_of(args[0])
    cdef int status
    if tag == T_GENERATOR:
        if args[1].tag != T_UNSET or m.native_action != ACTION_STORE:
            return DEFER
        return generator_resume(m, <Generator*>args[0].as_.block, value_none(), m.native_dst, ACTION_NEXT, 0)
    if types_pointer[tag].next == NULL:
        if tag == T_INSTANCE:
            return DEFER
        return raise_format(vm, E_TYPE_ERROR, "'%s' object is not an iterator", type_name(args[0]), NULL, NULL)
    status = value_next(vm, args[0], out)
    if status == EXHAUSTED:
        if args[1].tag != T_UNSET:
            out[0] = value_copy(args[1])
            return OK
        return raise_error(vm, E_STOP_ITERATION, NULL)
    return status


cdef int generator_next(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    return generator_resume(m, <Generator*>args[0].as_.block, value_none(), m.native_dst, ACTION_NEXT, 0)


cdef int generator_send(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    return generator_resume(m, <Generator*>args[0].as_.block, value_copy(args[1]), m.native_dst, ACTION_NEXT, 0)


# Give up what a generator that never ran holds: it is finished.
cdef void generator_finish(VM* vm, Generator* generator) noexcept nogil:
    cdef Value* registers = generator_registers(generator)
    cdef Value old
    cdef int32_t i
    generator.state = GENERATOR_FINISHED
    for i in range(generator.register_count):
        old = registers[i]
        registers[i].tag = T_UNSET
        decref(vm, old)


# throw(exception): raised at the yield where the generator waits. Other forms are made this one by the prelude.
cdef int generator_throw(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    cdef Generator* generator = <Generator*>args[0].as_.block
    cdef Value exception = args[1]
    if type_of(exception) != T_EXCEPTION or args[2].tag != T_UNSET or args[3].tag != T_UNSET:
        return DEFER
    if generator.state == GENERATOR_SUSPENDED:
        if generator_resume(m, generator, value_none(), m.native_dst, ACTION_NEXT, 0) == ERROR:
            return ERROR
    elif generator.state == GENERATOR_RUNNING:
        return raise_error(vm, E_VALUE_ERROR, "generator already executing")
    elif generator.state == GENERATOR_CREATED:
        incref(exception)
        generator_finish(vm, generator)
        if exception_add_traceback(vm, exception, generator.code, 0) != OK:
            decref(vm, exception)
            return ERROR
        clear_error(vm)
        vm.exception = exception
        return ERROR
    clear_error(vm)
    vm.exception = value_copy(exception)
    # Its context is what the generator itself is handling, not what its caller is.
    if (generator.state == GENERATOR_RUNNING and m.handled.tag != T_UNSET
            and m.handled.as_.block != m.frame.outer_handled.as_.block):
        exception_set_context(m, exception)
    return ERROR


cdef int generator_close(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Generator* generator = <Generator*>args[0].as_.block
    if generator.state == GENERATOR_RUNNING:
        return raise_error(vm, E_VALUE_ERROR, "generator already executing")
    if generator.state == GENERATOR_SUSPENDED:
        return DEFER
    if generator.state == GENERATOR_CREATED:
        generator_finish(vm, generator)
    out[0] = value_none()
    return OK


cdef int generator_get_running(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool((<Generator*>args[0].as_.block).state == GENERATOR_RUNNING)
    return OK


cdef int generator_get_suspended(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool((<Generator*>args[0].as_.block).state == GENERATOR_SUSPENDED)
    return OK


cdef int generator_get_name(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy((<Generator*>args[0].as_.block).function.name)
    return OK


cdef int generator_get_qualname(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy((<Generator*>args[0].as_.block).function.qualname)
    return OK


register_native(-1, NATIVE_FUNCTION, b"next(iterator, default=None, /)", builtin_next, b"next_slow")
register_native(T_GENERATOR, NATIVE_METHOD, b"__next__(self, /)", generator_next, NULL)
register_native(T_GENERATOR, NATIVE_METHOD, b"send(self, arg, /)", generator_send, NULL)
register_native(T_GENERATOR, NATIVE_METHOD, b"throw(self, typ, val=None, tb=None, /)", generator_throw, b"generator_throw")
register_native(T_GENERATOR, NATIVE_METHOD, b"close(self, /)", generator_close, b"generator_close")
register_native(T_GENERATOR, NATIVE_GETTER, b"gi_running(self)", generator_get_running, NULL)
register_native(T_GENERATOR, NATIVE_GETTER, b"gi_suspended(self)", generator_get_suspended, NULL)
register_native(T_GENERATOR, NATIVE_GETTER, b"__name__(self)", generator_get_name, NULL)
register_native(T_GENERATOR, NATIVE_GETTER, b"__qualname__(self)", generator_get_qualname, NULL)
