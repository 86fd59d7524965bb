"""The instructions of with, await and async for: they find special methods of classes and call them."""

from libc.stdint cimport int64_t, uint32_t, uint64_t

from monty._calls cimport call_prelude, call_value, stack_reserve
from monty._generated cimport *
from monty._generators cimport generator_delegate, generator_of_method, is_generator
from monty._heap cimport *
from monty._machine cimport *
from monty._operands cimport operand_a, operand_b, operand_flag, take_temporary
from monty._protocol cimport value_iterate
from monty._slow_names cimport raise_damaged
from monty._specials cimport special_function
from monty.objects.class_rows cimport METHOD_ITER
from monty.objects.str cimport str_static
from monty.objects.type cimport bound_method_new, class_of, value_find_special


# Does a function that a class defines get the receiver as its first argument?
cdef inline bint binds(Value function) noexcept nogil:
    cdef int type = type_of(function)
    return type == T_FUNCTION or (type == T_NATIVE and (<Native*>function.as_.block).kind == NATIVE_METHOD)


cdef int call_special(Machine* m, Value function, Value receiver, Value* args, int64_t count, int dst,
                      int action) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* base = m.frame.stack_top
    cdef Value[8] held
    cdef int64_t i
    cdef int64_t first = 0
    cdef int status
    # The arguments may lie in registers, and these move when the stack grows.
    if binds(function):
        held[0] = value_copy(receiver)
        first = 1
    for i in range(count):
        held[first + i] = value_copy(args[i])
    if stack_reserve(m, &base, first + count) != OK:
        for i in range(first + count):
            decref(vm, held[i])
        return ERROR
    for i in range(first + count):
        base[i] = held[i]
    incref(function)
    status = call_value(m, function, base, first + count, value_unset(), dst, action, 0)
    decref(vm, function)
    return status


cdef int bind_special(VM* vm, Value function, Value receiver, Value* out) noexcept nogil:
    if binds(function):
        return bound_method_new(vm, function, receiver, out)
    out[0] = value_copy(function)
    return OK


cdef Str* NAME_ENTER = str_static(b"__enter__")
cdef Str* NAME_EXIT = str_static(b"__exit__")
cdef Str* NAME_AENTER = str_static(b"__aenter__")
cdef Str* NAME_AEXIT = str_static(b"__aexit__")
cdef Str* NAME_AWAIT = str_static(b"__await__")
cdef Str* NAME_ANEXT = str_static(b"__anext__")


cdef int with_enter(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value manager = m.frame.registers[operand_b(word)]
    cdef bint is_async = operand_flag(word) & 1
    cdef Value enter, leave, bound
    cdef int status
    if manager.tag == T_UNSET:
        return raise_damaged(m)
    if value_find_special(vm, manager, NAME_AENTER if is_async else NAME_ENTER, &enter) != OK:
        return raise_format(vm, E_TYPE_ERROR,
                            "'%s' object does not support the asynchronous context manager protocol" if is_async else
                            "'%s' object does not support the context manager protocol", type_name(manager), NULL, NULL)
    if value_find_special(vm, manager, NAME_AEXIT if is_async else NAME_EXIT, &leave) != OK:
        return raise_format(vm, E_TYPE_ERROR,
                            "'%s' object does not support the asynchronous context manager protocol "
                            "(missed __aexit__ method)" if is_async else
                            "'%s' object does not support the context manager protocol (missed __exit__ method)",
                            type_name(manager), NULL, NULL)
    if bind_special(vm, leave, manager, &bound) != OK:
        return ERROR
    m.frame.registers[operand_b(word)] = bound
    status = call_special(m, enter, manager, NULL, 0, operand_a(word), ACTION_STORE)
    decref(vm, manager)
    return status


cdef int exception_parts(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef Value exception = R[operand_b(word)]
    cdef Value* parts = &R[operand_a(word)]
    cdef Class* cls
    cdef Value traceback
    if type_of(exception) != T_EXCEPTION:
        return raise_damaged(m)
    cls = class_of(exception)
    traceback = (<ExceptionObject*>exception.as_.block).traceback
    value_store(vm, &parts[0], value_immortal(&cls.head) if cls.flags & CLASS_BUILTIN
                else value_copy(value_block(&cls.head)))
    value_store(vm, &parts[1], value_copy(exception))
    value_store(vm, &parts[2], value_copy(traceback) if traceback.tag != T_UNSET else value_none())
    return OK


# --- await -----------------------------------------------------------------------------------------------------------

cdef enum:                          # the flag of GET_DELEGATE
    OF_YIELD_FROM = 0
    OF_AWAIT = 1
    OF_AENTER = 2
    OF_AEXIT = 3
    OF_ANEXT = 4

cdef Value* AWAITER_OF = prelude_slot(b"awaiter_of")
cdef Value* ASYNC_ITERATOR_OF = prelude_slot(b"async_iterator_of")


# Can a generator be awaited?
cdef bint is_awaitable_generator(Generator* generator) noexcept nogil:
    if generator.facade != NULL:
        return T_ASYNC_GENERATOR_ASEND <= generator.facade.instance_type <= T_ANEXT_AWAITABLE
    return generator.function.head.flags & FUNCTION_ITERABLE_COROUTINE


cdef int raise_not_awaitable(VM* vm, Value v, int kind) noexcept nogil:
    cdef const char* text = "object %s can't be used in 'await' expression"
    if kind == OF_AENTER:
        text = "'async with' received an object from __aenter__ that does not implement __await__: %s"
    elif kind == OF_AEXIT:
        text = "'async with' received an object from __aexit__ that does not implement __await__: %s"
    elif kind == OF_ANEXT:
        text = "'async for' received an invalid object from __anext__: %s"
    return raise_format(vm, E_TYPE_ERROR, text, type_name(v), NULL, NULL)


cdef int get_delegate(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame = m.frame
    cdef Value operand = frame.registers[operand_b(word)]
    cdef int kind = operand_flag(word)
    cdef int type = type_of(operand)
    cdef Value[2] operands
    cdef Value found
    cdef Generator* generator
    cdef int status
    if type == T_UNSET:
        return raise_damaged(m)
    if type == T_COROUTINE and kind == OF_YIELD_FROM:
        if not (frame.code.flags & CODE_PRELUDE or (
                frame.function != NULL and frame.function.head.flags & FUNCTION_ITERABLE_COROUTINE)):
            return raise_error(vm, E_TYPE_ERROR,
                               "cannot 'yield from' a coroutine object in a non-coroutine generator")
        kind = OF_AWAIT
    if kind == OF_YIELD_FROM:
        if type == T_ASYNC_GENERATOR and frame.code.flags & CODE_PRELUDE:
            found = value_copy(operand)
        else:
            status = NOT_IMPLEMENTED
            if operand.tag & SUBCLASSED and type_of(operand) != T_TYPE and special_function(operand, METHOD_ITER) != NULL:
                status = generator_of_method(vm, special_function(operand, METHOD_ITER), operand, &found)
            if status == NOT_IMPLEMENTED:
                status = value_iterate(vm, operand, &found)
            if status == DEFER:
                incref(operand)
                take_temporary(m, operand_b(word))
                status = call_prelude(m, vm.deferred, &operand, 1, operand_a(word), ACTION_STORE, 0)
                decref(vm, operand)
                return status
            if status != OK:
                return status
    elif type == T_COROUTINE:
        if generator_delegate(<Generator*>operand.as_.block) != NULL:
            return raise_error(vm, E_RUNTIME_ERROR, "coroutine is being awaited already")
        found = value_copy(operand)
    elif type == T_ASYNC_GENERATOR and operand.aux == ANEXT_FOUND and kind == OF_ANEXT:
        generator = <Generator*>operand.as_.block
        if generator.head.flags & GENERATOR_ASYNC_RUNNING:
            return raise_error(vm, E_RUNTIME_ERROR, "anext(): asynchronous generator is already running")
        if generator.state != GENERATOR_FINISHED:
            generator.head.flags |= GENERATOR_ASYNC_RUNNING
        found = value_copy(operand)
        found.aux = 0
    elif type == T_GENERATOR and is_awaitable_generator(<Generator*>operand.as_.block):
        found = value_copy(operand)
    else:
        if value_find_special(vm, operand, NAME_AWAIT, &found) != OK:
            return raise_not_awaitable(vm, operand, kind)
        status = NOT_IMPLEMENTED
        if type_of(found) == T_FUNCTION:
            status = generator_of_method(vm, <Function*>found.as_.block, operand, &operands[0])
        if status == ERROR:
            return ERROR
        if status == OK:
            take_temporary(m, operand_b(word))
            value_store(vm, &m.frame.registers[operand_a(word)], operands[0])
            return OK
        if bind_special(vm, found, operand, &operands[0]) != OK:
            return ERROR
        take_temporary(m, operand_b(word))
        status = call_prelude(m, AWAITER_OF, operands, 1, operand_a(word), ACTION_STORE, 0)
        decref(vm, operands[0])
        return status
    take_temporary(m, operand_b(word))
    value_store(vm, &m.frame.registers[operand_a(word)], found)
    return OK


cdef int get_async_iterator(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value operand = m.frame.registers[operand_b(word)]
    cdef int status
    if operand.tag == T_UNSET:
        return raise_damaged(m)
    incref(operand)
    take_temporary(m, operand_b(word))
    if type_of(operand) == T_ASYNC_GENERATOR:
        value_store(vm, &m.frame.registers[operand_a(word)], operand)
        return OK
    status = call_prelude(m, ASYNC_ITERATOR_OF, &operand, 1, operand_a(word), ACTION_STORE, 0)
    decref(vm, operand)
    return status


cdef int get_async_next(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value iterator = m.frame.registers[operand_b(word)]
    cdef Value found
    if iterator.tag == T_UNSET:
        return raise_damaged(m)
    if type_of(iterator) == T_ASYNC_GENERATOR:
        # No object of its own for each item: GET_DELEGATE takes the generator.
        found = value_copy(iterator)
        found.aux = ANEXT_FOUND
        value_store(vm, &m.frame.registers[operand_a(word)], found)
        return OK
    if value_find_special(vm, iterator, NAME_ANEXT, &found) != OK:
        return raise_format(vm, E_TYPE_ERROR, "'async for' requires an iterator with __anext__ method, got %s",
                            type_name(iterator), NULL, NULL)
    return call_special(m, found, iterator, NULL, 0, operand_a(word), ACTION_STORE)
