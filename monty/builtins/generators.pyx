"""next(), and what a generator's methods do. They push the generator's frame: the machine goes on there."""

from monty._calls cimport CALLED, generator_resume
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_next
from monty.objects.exception cimport exception_instance, exception_set_context


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


cdef int generator_get_running(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool((<Generator*>args[0].as_.block).state == GENERATOR_RUNNING)
    return OK


register_native(-1, NATIVE_FUNCTION, b"next(iterator, default=None, /)", builtin_next, b"next_slow")
register_native(T_GENERATOR, NATIVE_METHOD, b"__next__(self, /)", generator_next, NULL)
register_native(T_GENERATOR, NATIVE_METHOD, b"send(self, arg, /)", generator_send, NULL)
register_native(T_GENERATOR, NATIVE_GETTER, b"gi_running(self)", generator_get_running, NULL)
