"""next(), and the methods of generators, coroutines and asynchronous generators. They push the generator's frame: the
machine goes on there."""

from monty._generated cimport *
from monty._generators cimport (generator_delegate, generator_finish, generator_noun, generator_raise, generator_resume,
                                is_generator)
from monty._heap cimport *
from monty._machine cimport *
from monty._protocol cimport value_next
from monty.objects.exception cimport exception_class
from monty.objects.str cimport str_from_utf8
from monty.objects.type cimport class_is_subclass

from libc.string cimport strlen


cdef int generator_next(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    return generator_resume(m, <Generator*>args[0].as_.block, value_none(), m.native_dst, ACTION_NEXT, 0)


cdef int generator_send(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    return generator_resume(m, <Generator*>args[0].as_.block, value_copy(args[1]), m.native_dst, ACTION_NEXT, 0)


# throw(exception): raised where the generator waits. Other forms are made this one by the prelude, which also closes
# what a generator waits for before it throws a GeneratorExit.
cdef int generator_throw(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    cdef Generator* generator = <Generator*>args[0].as_.block
    cdef Value exception = args[1]
    if type_of(exception) != T_EXCEPTION or args[2].tag != T_UNSET or args[3].tag != T_UNSET:
        return DEFER
    if (generator_delegate(generator) != NULL and class_is_subclass((<Object*>exception.as_.block).cls,
                                                                    exception_class(E_GENERATOR_EXIT))):
        return DEFER
    return generator_raise(m, generator, exception, False, m.native_dst, ACTION_NEXT)


cdef int generator_close(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Generator* generator = <Generator*>args[0].as_.block
    if generator.state == GENERATOR_RUNNING:
        return raise_format(vm, E_VALUE_ERROR, "%s already executing", generator_noun(generator.head.type), NULL, NULL)
    if generator.state == GENERATOR_SUSPENDED:
        return DEFER
    if generator.state == GENERATOR_CREATED:
        generator_finish(vm, generator)
    out[0] = value_none()
    return OK


# --- attributes ------------------------------------------------------------------------------------------------------

cdef int generator_get_running(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Generator* generator = <Generator*>args[0].as_.block
    if generator.head.type == T_ASYNC_GENERATOR:
        out[0] = value_bool(generator.head.flags & GENERATOR_ASYNC_RUNNING)
    else:
        out[0] = value_bool(generator.state == GENERATOR_RUNNING)
    return OK


cdef int generator_get_suspended(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool((<Generator*>args[0].as_.block).state == GENERATOR_SUSPENDED)
    return OK


# What it waits for (gi_yieldfrom, cr_await, ag_await), or None.
cdef int generator_get_delegate(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Value* delegate = NULL
    if is_generator(type_of(args[0])):
        delegate = generator_delegate(<Generator*>args[0].as_.block)
    out[0] = value_copy(delegate[0]) if delegate != NULL else value_none()
    return OK


cdef int generator_get_name(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy((<Generator*>args[0].as_.block).function.name)
    return OK


cdef int generator_get_qualname(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy((<Generator*>args[0].as_.block).function.qualname)
    return OK


cdef int get_none(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_none()
    return OK


cdef int return_self(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_copy(args[0])
    return OK


# Only the prelude's twin does it.
cdef int always_defer(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    return DEFER


# --- for the prelude -------------------------------------------------------------------------------------------------

# throw(), but not into what the generator waits for.
cdef int throw_here(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Machine* m = machine_of(vm)
    return generator_raise(m, <Generator*>args[0].as_.block, args[1], True, m.native_dst, ACTION_NEXT)


# Is it a generator, coroutine or asynchronous generator?
cdef int is_any_generator(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_bool(is_generator(type_of(args[0])))
    return OK


# 0 created, 1 suspended, 2 running, 3 finished.
cdef int generator_get_state(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    out[0] = value_int((<Generator*>args[0].as_.block).state)
    return OK


# An asynchronous generator is driven by one __anext__(), asend(), athrow() or aclose() at a time.
cdef int async_generator_enter(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Generator* generator = <Generator*>args[0].as_.block
    if generator.head.flags & GENERATOR_ASYNC_RUNNING:
        out[0] = value_bool(False)
        return OK
    generator.head.flags |= GENERATOR_ASYNC_RUNNING
    out[0] = value_bool(True)
    return OK


cdef int async_generator_leave(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    (<Generator*>args[0].as_.block).head.flags &= 0xFFFF ^ GENERATOR_ASYNC_RUNNING
    out[0] = value_none()
    return OK


# What the asynchronous generator gets when it is resumed next: a value, or an exception to raise.
cdef int async_generator_prime(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Generator* generator = <Generator*>args[0].as_.block
    if generator.state == GENERATOR_CREATED and type_of(args[1]) != T_NONE:
        return raise_error(vm, E_TYPE_ERROR, "can't send non-None value to a just-started async generator")
    if generator.state == GENERATOR_SUSPENDED:
        value_store(vm, &generator_registers(generator)[generator.sent_register], value_copy(args[1]))
        generator.head.flags |= GENERATOR_PRIMED
    out[0] = value_none()
    return OK


cdef int async_generator_prime_throw(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef Generator* generator = <Generator*>args[0].as_.block
    cdef Machine* m = machine_of(vm)
    if generator.state != GENERATOR_SUSPENDED or type_of(args[1]) != T_EXCEPTION:
        return generator_raise(m, generator, args[1], True, m.native_dst, ACTION_NEXT)
    value_store(vm, &generator_registers(generator)[generator.sent_register], value_copy(args[1]))
    generator.head.flags |= GENERATOR_PRIMED_THROW
    out[0] = value_none()
    return OK


cdef int get_noun(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    cdef const char* noun = generator_noun(type_of(args[0]))
    cdef Str* text = str_from_utf8(vm, noun, strlen(noun))
    if text == NULL:
        return ERROR
    out[0] = value_block(&text.head)
    return OK


cdef int finish(VM* vm, Value* args, Py_ssize_t count, Value* out) noexcept nogil:
    if (<Generator*>args[0].as_.block).state == GENERATOR_CREATED:
        generator_finish(vm, <Generator*>args[0].as_.block)
    out[0] = value_none()
    return OK


# The classes that only show (see FACADES in the prelude) belong to generators of the prelude.
for _type in (T_GENERATOR, T_COROUTINE, T_COROUTINE_WRAPPER, T_ASYNC_GENERATOR_ASEND, T_ASYNC_GENERATOR_ATHROW,
              T_ANEXT_AWAITABLE):
    if _type != T_COROUTINE:
        register_native(_type, NATIVE_METHOD, b"__iter__(self, /)", return_self, NULL)
        register_native(_type, NATIVE_METHOD, b"__next__(self, /)", generator_next, NULL)
    register_native(_type, NATIVE_METHOD, b"send(self, arg, /)", generator_send, NULL)
    register_native(_type, NATIVE_METHOD, b"throw(self, typ, val=None, tb=None, /)", generator_throw, b"generator_throw")
    register_native(_type, NATIVE_METHOD, b"close(self, /)", generator_close, b"generator_close")
    if T_ASYNC_GENERATOR_ASEND <= _type <= T_ANEXT_AWAITABLE:
        register_native(_type, NATIVE_METHOD, b"__await__(self, /)", return_self, NULL)

register_native(T_COROUTINE, NATIVE_METHOD, b"__await__(self, /)", always_defer, b"coroutine_wrapper")
register_native(T_ASYNC_GENERATOR, NATIVE_METHOD, b"__aiter__(self, /)", return_self, NULL)
register_native(T_ASYNC_GENERATOR, NATIVE_METHOD, b"__anext__(self, /)", always_defer, b"async_generator_anext")
register_native(T_ASYNC_GENERATOR, NATIVE_METHOD, b"asend(self, value, /)", always_defer, b"async_generator_asend")
register_native(T_ASYNC_GENERATOR, NATIVE_METHOD, b"athrow(self, typ, val=None, tb=None, /)", always_defer,
                b"async_generator_athrow")
register_native(T_ASYNC_GENERATOR, NATIVE_METHOD, b"aclose(self, /)", always_defer, b"async_generator_aclose")

register_native(T_GENERATOR, NATIVE_GETTER, b"gi_running(self)", generator_get_running, NULL)
register_native(T_GENERATOR, NATIVE_GETTER, b"gi_suspended(self)", generator_get_suspended, NULL)
register_native(T_GENERATOR, NATIVE_GETTER, b"gi_yieldfrom(self)", generator_get_delegate, NULL)
register_native(T_COROUTINE, NATIVE_GETTER, b"cr_running(self)", generator_get_running, NULL)
register_native(T_COROUTINE, NATIVE_GETTER, b"cr_suspended(self)", generator_get_suspended, NULL)
register_native(T_COROUTINE, NATIVE_GETTER, b"cr_await(self)", generator_get_delegate, NULL)
register_native(T_COROUTINE, NATIVE_GETTER, b"cr_origin(self)", get_none, NULL)
register_native(T_ASYNC_GENERATOR, NATIVE_GETTER, b"ag_running(self)", generator_get_running, NULL)
register_native(T_ASYNC_GENERATOR, NATIVE_GETTER, b"ag_await(self)", generator_get_delegate, NULL)
for _type in (T_GENERATOR, T_COROUTINE, T_ASYNC_GENERATOR):
    register_native(_type, NATIVE_GETTER, b"__name__(self)", generator_get_name, NULL)
    register_native(_type, NATIVE_GETTER, b"__qualname__(self)", generator_get_qualname, NULL)

register_native(-1, NATIVE_INTRINSIC, b"_throw_here(generator, exception, /)", throw_here, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_is_generator(value, /)", is_any_generator, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_generator_delegate(generator, /)", generator_get_delegate, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_generator_state(generator, /)", generator_get_state, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_generator_noun(generator, /)", get_noun, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_generator_finish(generator, /)", finish, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_async_generator_enter(generator, /)", async_generator_enter, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_async_generator_leave(generator, /)", async_generator_leave, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_async_generator_prime(generator, value, /)", async_generator_prime, NULL)
register_native(-1, NATIVE_INTRINSIC, b"_async_generator_prime_throw(generator, exception, /)",
                async_generator_prime_throw, NULL)
