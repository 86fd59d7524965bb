"""Generators as frames: made by calls, resumed, suspended by a yield, finished by a return."""

from libc.stdint cimport int32_t, int64_t, uint16_t, uint8_t
from libc.string cimport memset

from monty._calls cimport CALLED, deliver, frames_reserve, materialise, release_values
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.objects.exception cimport exception_class
from monty.objects.type cimport class_is_subclass


cdef Generator* generator_new(VM* vm, Function* f, Value* base) noexcept nogil:
    cdef Code* code = f.code
    cdef int64_t i
    cdef Generator* generator = <Generator*>heap_alloc(vm, T_GENERATOR,
                                                       sizeof(Generator) + code.register_count * sizeof(Value), True)
    if generator == NULL:
        release_values(vm, base, code.named_count)
        return NULL
    generator.facade = code.facade
    generator.function = f
    if not f.head.flags & FUNCTION_IMMORTAL:
        f.head.refcount += 1
    generator.code = code
    generator.pc = code.instructions
    generator.state = GENERATOR_CREATED
    generator.register_count = code.register_count
    generator.handled = value_unset()
    generator.sent_register = 0
    memset(generator_registers(generator), 0, code.register_count * sizeof(Value))
    for i in range(code.named_count):
        generator_registers(generator)[i] = base[i]
        base[i].tag = T_UNSET
    return generator


cdef int generator_returned(Machine* m, Value result, int dst, int action) noexcept nogil:
    cdef Frame* frame = m.frame
    cdef VM* vm = &m.vm
    cdef Value old
    if action == ACTION_FOR_ITER:
        # Exhausted: the iterator's register is cleared (its number is in the FOR_ITER word), the jump is not taken.
        decref(vm, result)
        old = frame.registers[(frame.pc - 1)[0] >> 16 & 0xFFFF]
        frame.registers[(frame.pc - 1)[0] >> 16 & 0xFFFF].tag = T_UNSET
        decref(vm, old)
        frame.pc += 1
        return OK
    if result.tag == T_NONE:
        return raise_stop_iteration(m, value_unset())
    return raise_stop_iteration(m, result)


cdef int raise_stop_iteration(Machine* m, Value argument) noexcept nogil:
    if argument.tag == T_UNSET:
        return raise_error(&m.vm, E_STOP_ITERATION, NULL)
    return raise_value(&m.vm, E_STOP_ITERATION, argument)


cdef int generator_resume(Machine* m, Generator* generator, Value sent, int dst, int action,
                          int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame
    cdef Frame* caller = m.frame
    if generator.state == GENERATOR_RUNNING:
        decref(vm, sent)
        return raise_error(vm, E_VALUE_ERROR, "generator already executing")
    if generator.state == GENERATOR_FINISHED:
        decref(vm, sent)
        if action == ACTION_FOR_ITER:
            value_store(vm, &caller.registers[(caller.pc - 1)[0] >> 16 & 0xFFFF], value_unset())
            caller.pc += 1
            return OK
        return raise_stop_iteration(m, value_unset())
    if generator.state == GENERATOR_CREATED and sent.tag != T_NONE:
        decref(vm, sent)
        return raise_error(vm, E_TYPE_ERROR, "can't send non-None value to a just-started generator")
    vm.fuel -= 4
    if (unlikely(vm.fuel < 0) and safepoint(vm) != OK) or frames_reserve(m) != OK:
        decref(vm, sent)
        return ERROR
    caller = m.frame
    frame = caller + 1
    frame.pc = generator.pc
    frame.registers = generator_registers(generator)
    frame.code = generator.code
    frame.function = generator.function
    frame.module = generator.function.module
    if not frame.function.head.flags & FUNCTION_IMMORTAL:
        generator.function.head.refcount += 1
    frame.generator = generator
    generator.head.refcount += 1
    frame.stack_top = caller.stack_top
    frame.dst = <uint16_t>dst
    frame.action = <uint8_t>action
    frame.flags = <uint8_t>flags
    frame.outer_handled = value_copy(m.handled)
    if generator.handled.tag != T_UNSET:
        value_store(vm, &m.handled, generator.handled)
        generator.handled = value_unset()
    if generator.state == GENERATOR_SUSPENDED:
        value_store(vm, &frame.registers[generator.sent_register], sent)
    generator.state = GENERATOR_RUNNING
    m.frame = frame
    return CALLED


cdef int frame_yield(Machine* m, uint16_t sent_register, Value result) noexcept nogil:
    cdef Frame* frame = m.frame
    cdef VM* vm = &m.vm
    cdef Generator* generator = frame.generator
    cdef int dst = frame.dst
    cdef int action = frame.action
    cdef int flags = frame.flags
    generator.pc = frame.pc
    generator.sent_register = sent_register
    generator.state = GENERATOR_SUSPENDED
    if m.handled.tag != T_UNSET and m.handled.as_.block != frame.outer_handled.as_.block:
        generator.handled = m.handled
        m.handled = frame.outer_handled
    else:
        decref(vm, frame.outer_handled)
    m.frame = frame - 1
    if not frame.function.head.flags & FUNCTION_IMMORTAL:
        decref(vm, value_block(&frame.function.head))
    decref(vm, value_block(&generator.head))
    return deliver(m, result, dst, action, flags)


# A StopIteration that leaves a generator's frame would end its consumer's loop silently: it becomes a RuntimeError.
cdef int stop_iteration_in_generator(Machine* m) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value stopped
    if not class_is_subclass((<Object*>vm.exception.as_.block).cls, exception_class(E_STOP_ITERATION)):
        return OK
    stopped = vm.exception
    vm.exception = value_unset()
    raise_error(vm, E_RUNTIME_ERROR, "generator raised StopIteration")
    if materialise(m) != OK:
        decref(vm, stopped)
        return ERROR
    value_store(vm, &(<ExceptionObject*>vm.exception.as_.block).cause, value_copy(stopped))
    (<ExceptionObject*>vm.exception.as_.block).suppress_context = True
    value_store(vm, &(<ExceptionObject*>vm.exception.as_.block).context, stopped)
    return OK
