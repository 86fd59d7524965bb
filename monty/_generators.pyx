"""Generators as frames: made by calls, resumed, suspended by a yield, finished by a return."""

from libc.stdint cimport int32_t, int64_t, uint16_t, uint64_t, uint8_t
from libc.string cimport memset

from monty._calls cimport CALLED, call_prelude, deliver, frames_reserve, materialise, release_values
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.objects.exception cimport exception_add_traceback, exception_class, exception_set_context
from monty.objects.tuple cimport Tuple, tuple_items
from monty.objects.type cimport class_is_subclass


cdef Generator* generator_new(VM* vm, Function* f, Value* args, int64_t count) noexcept nogil:
    cdef Code* code = f.code
    cdef Value* registers
    cdef int64_t i
    cdef int type = T_GENERATOR
    if code.flags & CODE_COROUTINE:
        type = T_COROUTINE
    elif code.flags & CODE_ASYNC_GENERATOR:
        type = T_ASYNC_GENERATOR
    cdef Generator* generator = <Generator*>heap_alloc(vm, type,
                                                       sizeof(Generator) + code.register_count * sizeof(Value), True)
    if generator == NULL:
        release_values(vm, args, count)
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
    registers = generator_registers(generator)
    for i in range(count):
        # Word by word: what was stored so cannot be loaded at once quickly.
        (<uint64_t*>&registers[i])[0] = (<uint64_t*>&args[i])[0]
        registers[i].as_.i = args[i].as_.i
        args[i].tag = T_UNSET
    for i in range(count, code.register_count):
        registers[i].tag = T_UNSET
    return generator


cdef int generator_of_method(VM* vm, Function* f, Value receiver, Value* out) noexcept nogil:
    cdef Generator* generator
    if f.code.argcount != 1 or (f.code.flags & (CODE_ANY_GENERATOR | CODE_SIMPLE_ARGUMENTS)) != (
            CODE_GENERATOR | CODE_SIMPLE_ARGUMENTS) or f.head.flags & FUNCTION_ITERABLE_COROUTINE:
        return NOT_IMPLEMENTED
    vm.fuel -= f.code.instruction_count
    incref(receiver)
    generator = generator_new(vm, f, &receiver, 1)
    if generator == NULL:
        return ERROR
    out[0] = value_block(&generator.head)
    return OK


cdef enum:
    # Flags of a generator that cannot be resumed without looking at them.
    GENERATOR_LOOKED_AT = GENERATOR_PRIMED | GENERATOR_PRIMED_THROW | GENERATOR_HANDLES


cdef const char* generator_noun(int type) noexcept nogil:
    if type == T_COROUTINE:
        return "coroutine"
    return "async generator" if type == T_ASYNC_GENERATOR else "generator"


# --- delegation: yield from, await -----------------------------------------------------------------------------------

# The frame that waits in a YIELD_FROM does so no longer: R[dst] = what the other returned (taken).
cdef int delegation_done(Machine* m, Value result, int dst) noexcept nogil:
    cdef Frame* frame = m.frame
    value_store(&m.vm, &frame.registers[dst], result)
    value_store(&m.vm, &frame.registers[(frame.pc - 1)[0] >> 32 & 0xFFFF], value_unset())
    return OK


cdef Value* generator_delegate(Generator* generator) noexcept nogil:
    cdef uint64_t word
    cdef Value* delegate
    if generator.state != GENERATOR_SUSPENDED:
        return NULL
    word = generator.pc[0]
    if (word & 0xFF) != OP_YIELD_FROM:
        return NULL
    delegate = &generator_registers(generator)[word >> 32 & 0xFFFF]
    return delegate if delegate.tag != T_UNSET else NULL


cdef bint delegation_ends(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* delegate = &m.frame.registers[word >> 32 & 0xFFFF]
    cdef ExceptionObject* e
    cdef Value result
    if delegate.tag == T_UNSET:
        return False
    value_store(vm, delegate, value_unset())
    e = <ExceptionObject*>vm.exception.as_.block
    if not class_is_subclass(e.cls, exception_class(E_STOP_ITERATION)):
        return False
    result = value_none()
    if (<Tuple*>e.args.as_.block).length > 0:
        result = value_copy(tuple_items(<Tuple*>e.args.as_.block)[0])
    value_store(vm, &m.frame.registers[word >> 16 & 0xFFFF], result)
    value_store(vm, &vm.exception, value_unset())
    m.reraised = False
    return True


cdef Value* DELEGATE_NEXT = prelude_slot(b"delegate_next")
cdef Value* DELEGATE_SEND = prelude_slot(b"delegate_send")
cdef Value* DELEGATE_THROW = prelude_slot(b"delegate_throw")


# Resume the generator that the running frame waits for, and at once the one that this one waits for, down to the
# innermost: what is sent (taken) passes through. Where something is to be looked at, generator_resume does it.
cdef int chain_resume(Machine* m, Generator* generator, Value sent, int dst) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame
    cdef Value* delegate
    cdef uint64_t* pc
    cdef uint64_t word
    cdef int type
    while True:
        frame = m.frame + 1
        if unlikely(generator.state > GENERATOR_SUSPENDED or generator.head.flags & GENERATOR_LOOKED_AT
                    or m.handled.tag != T_UNSET or frame >= m.frames_limit or vm.fuel < 4
                    or (generator.state == GENERATOR_CREATED and sent.tag != T_NONE)):
            return generator_resume(m, generator, sent, dst, ACTION_DELEGATE, 0)
        vm.fuel -= 4
        pc = generator.pc
        frame_of_generator(frame, generator, pc)
        frame.dst = <uint16_t>dst
        frame.action = ACTION_DELEGATE
        frame.outer_handled = value_unset()
        m.frame = frame
        if generator.state == GENERATOR_CREATED:
            generator.state = GENERATOR_RUNNING
            return CALLED
        generator.state = GENERATOR_RUNNING
        word = pc[0]
        if (word & 0xFF) != OP_YIELD_FROM:
            value_store(vm, &frame.registers[generator.sent_register], sent)
            return CALLED
        delegate = &frame.registers[word >> 32 & 0xFFFF]
        dst = word >> 16 & 0xFFFF
        type = type_of(delegate[0])
        if not is_generator(type):
            value_store(vm, &frame.registers[dst], sent)
            return CALLED
        # As if its YIELD_FROM were being executed.
        frame.pc = pc + 1
        generator = <Generator*>delegate.as_.block


cdef int slow_yield_from(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame = m.frame
    cdef int dst = word >> 16 & 0xFFFF
    cdef Value* sent = &frame.registers[dst]
    cdef Value* delegate = &frame.registers[word >> 32 & 0xFFFF]
    cdef Value[2] operands
    cdef Value item
    cdef int type = type_of(delegate[0])
    cdef int status
    if frame.generator == NULL or type == T_UNSET or sent.tag == T_UNSET:
        return raise_error(vm, E_SYSTEM_ERROR, "damaged code")
    if is_generator(type):
        (<uint64_t*>&item)[0] = (<uint64_t*>sent)[0]
        item.as_.i = sent.as_.i
        sent.tag = T_UNSET
        return chain_resume(m, <Generator*>delegate.as_.block, item, dst)
    operands[0] = delegate[0]
    operands[1] = sent[0]
    if sent.tag == T_NONE:
        if type == T_INSTANCE or types_pointer[type].next == NULL:
            return call_prelude(m, DELEGATE_NEXT, operands, 1, dst, ACTION_DELEGATE, 0)
        status = types_pointer[type].next(vm, operands[0], &item)
        if status == OK:
            frame.pc -= 1
            return frame_yield(m, <uint16_t>dst, item)
        if status == EXHAUSTED:
            return delegation_done(m, value_none(), dst)
        if status == DEFER:
            return call_prelude(m, DELEGATE_NEXT, operands, 1, dst, ACTION_DELEGATE, 0)
        return status
    return call_prelude(m, DELEGATE_SEND, operands, 2, dst, ACTION_DELEGATE, 0)


# Give up what a generator that is not running holds: it is finished.
cdef void generator_finish(VM* vm, Generator* generator) noexcept nogil:
    generator.state = GENERATOR_FINISHED
    release_values(vm, generator_registers(generator), generator.register_count)


cdef int generator_raise(Machine* m, Generator* generator, Value exception, bint here, int dst,
                         int action) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* delegate
    cdef Value[2] operands
    cdef uint64_t word
    cdef bint handles = False
    cdef int type
    # Down the chain of those that wait for another one: the exception is raised in the innermost.
    while True:
        type = generator.head.type
        if generator.state == GENERATOR_CREATED:
            incref(exception)
            generator_finish(vm, generator)
            if exception_add_traceback(vm, exception, generator.code, 0) != OK:
                decref(vm, exception)
                return ERROR
            clear_error(vm)
            vm.exception = exception
            return ERROR
        if generator.state == GENERATOR_FINISHED:
            if type == T_COROUTINE:
                return raise_error(vm, E_RUNTIME_ERROR, "cannot reuse already awaited coroutine")
            clear_error(vm)
            vm.exception = value_copy(exception)
            return ERROR
        delegate = generator_delegate(generator)
        if generator_resume(m, generator, value_none(), dst, action, 0) == ERROR:
            return ERROR
        handles = handles or generator.head.flags & GENERATOR_HANDLES
        if delegate != NULL:
            # As if its YIELD_FROM were being executed.
            word = m.frame.pc[0]
            m.frame.pc += 1
            if not here:
                dst = word >> 16 & 0xFFFF
                action = ACTION_DELEGATE
                if is_generator(type_of(delegate[0])):
                    generator = <Generator*>delegate.as_.block
                    continue
                operands[0] = delegate[0]
                operands[1] = exception
                return call_prelude(m, DELEGATE_THROW, operands, 2, dst, action, 0)
            value_store(vm, delegate, value_unset())
        clear_error(vm)
        vm.exception = value_copy(exception)
        # Its context is what the generator itself is handling, or one that waits for it, not what their caller is.
        if handles:
            exception_set_context(m, exception)
        return ERROR


# --- resuming, suspending, returning ---------------------------------------------------------------------------------

cdef int generator_returned(Machine* m, int type, Value result, int dst, int action) noexcept nogil:
    cdef Frame* frame = m.frame
    cdef VM* vm = &m.vm
    cdef Value old
    if type == T_ASYNC_GENERATOR:
        decref(vm, result)
        return raise_error(vm, E_STOP_ASYNC_ITERATION, NULL)
    if action == ACTION_DELEGATE:
        return delegation_done(m, result, dst)
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


cdef int generator_return(Machine* m, Value result) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame = m.frame
    cdef Generator* generator = frame.generator
    cdef Function* function = frame.function
    cdef int type = generator.head.type
    cdef int dst = frame.dst
    cdef int action = frame.action
    cdef Value old
    generator.state = GENERATOR_FINISHED
    generator.head.flags &= 0xFFFF ^ GENERATOR_ASYNC_RUNNING
    old = m.handled
    m.handled = frame.outer_handled
    decref(vm, old)
    release_values(vm, frame.registers, frame.code.register_count)
    m.frame = frame - 1
    if not function.head.flags & FUNCTION_IMMORTAL:
        decref(vm, value_block(&function.head))
    decref(vm, value_block(&generator.head))
    return generator_returned(m, type, result, dst, action)


cdef int raise_stop_iteration(Machine* m, Value argument) noexcept nogil:
    if argument.tag == T_UNSET:
        return raise_error(&m.vm, E_STOP_ITERATION, NULL)
    return raise_value(&m.vm, E_STOP_ITERATION, argument)


cdef int generator_resume(Machine* m, Generator* generator, Value sent, int dst, int action,
                          int flags) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame
    cdef Frame* caller = m.frame
    cdef int primed
    cdef int type = generator.head.type
    if generator.state == GENERATOR_RUNNING:
        decref(vm, sent)
        return raise_format(vm, E_VALUE_ERROR, "%s already executing", generator_noun(type), NULL, NULL)
    if generator.state == GENERATOR_FINISHED:
        decref(vm, sent)
        if type == T_COROUTINE:
            return raise_error(vm, E_RUNTIME_ERROR, "cannot reuse already awaited coroutine")
        if type == T_ASYNC_GENERATOR:
            return raise_error(vm, E_STOP_ASYNC_ITERATION, NULL)
        if action == ACTION_DELEGATE:
            return delegation_done(m, value_none(), dst)
        if action == ACTION_FOR_ITER:
            value_store(vm, &caller.registers[(caller.pc - 1)[0] >> 16 & 0xFFFF], value_unset())
            caller.pc += 1
            return OK
        return raise_stop_iteration(m, value_unset())
    if generator.state == GENERATOR_CREATED and sent.tag != T_NONE:
        decref(vm, sent)
        return raise_format(vm, E_TYPE_ERROR, "can't send non-None value to a just-started %s", generator_noun(type),
                            NULL, NULL)
    vm.fuel -= 4
    if (unlikely(vm.fuel < 0) and safepoint(vm) != OK) or (
            unlikely(m.frame + 1 >= m.frames_limit) and frames_reserve(m) != OK):
        decref(vm, sent)
        return ERROR
    caller = m.frame
    frame = caller + 1
    frame_of_generator(frame, generator, generator.pc)
    frame.dst = <uint16_t>dst
    frame.action = <uint8_t>action
    frame.flags = <uint8_t>flags
    frame.outer_handled = value_copy(m.handled)
    if generator.handled.tag != T_UNSET:
        value_store(vm, &m.handled, generator.handled)
        generator.handled = value_unset()
    primed = generator.head.flags & (GENERATOR_PRIMED | GENERATOR_PRIMED_THROW)
    if primed:
        decref(vm, sent)
        generator.head.flags &= 0xFFFF ^ (GENERATOR_PRIMED | GENERATOR_PRIMED_THROW)
    elif generator.state == GENERATOR_SUSPENDED:
        value_store(vm, &frame.registers[generator.sent_register], sent)
    generator.state = GENERATOR_RUNNING
    m.frame = frame
    if primed & GENERATOR_PRIMED_THROW:
        clear_error(vm)
        vm.exception = frame.registers[generator.sent_register]
        frame.registers[generator.sent_register].tag = T_UNSET
        if generator.head.flags & GENERATOR_HANDLES:
            exception_set_context(m, vm.exception)
        return ERROR
    return CALLED


cdef int frame_yield(Machine* m, uint16_t sent_register, Value result) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Frame* frame
    cdef Generator* generator
    cdef bint own = (((m.frame.pc - 1)[0] & 0xFF) == OP_YIELD and (m.frame.pc[0] & 0xFF) != OP_YIELD_FROM)
    cdef bint is_async
    cdef int dst, action, flags
    # The frames below that wait for this one yield the same value, until one is not waiting.
    while True:
        frame = m.frame
        generator = frame.generator
        dst = frame.dst
        action = frame.action
        flags = frame.flags
        generator.pc = frame.pc
        generator.sent_register = sent_register
        generator.state = GENERATOR_SUSPENDED
        if generator.head.flags & GENERATOR_HANDLES:
            generator.handled = m.handled
            m.handled = frame.outer_handled
        else:
            decref(vm, frame.outer_handled)
        m.frame = frame - 1
        if not frame.function.head.flags & FUNCTION_IMMORTAL:
            decref(vm, value_block(&frame.function.head))
        is_async = generator.head.type == T_ASYNC_GENERATOR
        if own:
            generator.head.flags &= 0xFFFF ^ GENERATOR_ASYNC_RUNNING
        decref(vm, value_block(&generator.head))
        if action != ACTION_DELEGATE:
            if action == ACTION_FOR_ITER:
                frame = m.frame
                value_store(vm, &frame.registers[dst], result)
                frame.pc += 1 + <int32_t>(frame.pc[0] >> 32)
                return OK
            return deliver(m, result, dst, action, flags)
        if own and is_async:
            # A yield of an asynchronous generator is an item for who awaits it, not for who drives that one.
            return delegation_done(m, result, dst)
        own = False
        m.frame.pc -= 1
        sent_register = <uint16_t>dst


# A StopIteration that leaves a generator's frame would end its consumer's loop silently: it becomes a RuntimeError.
cdef int stop_iteration_in_generator(Machine* m, int type) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Class* cls = (<Object*>vm.exception.as_.block).cls
    cdef Value stopped
    if class_is_subclass(cls, exception_class(E_STOP_ITERATION)):
        stopped = vm.exception
        vm.exception = value_unset()
        raise_format(vm, E_RUNTIME_ERROR, "%s raised StopIteration", generator_noun(type), NULL, NULL)
    elif type == T_ASYNC_GENERATOR and class_is_subclass(cls, exception_class(E_STOP_ASYNC_ITERATION)):
        stopped = vm.exception
        vm.exception = value_unset()
        raise_error(vm, E_RUNTIME_ERROR, "async generator raised StopAsyncIteration")
    else:
        return OK
    if materialise(m) != OK:
        decref(vm, stopped)
        return ERROR
    value_store(vm, &(<ExceptionObject*>vm.exception.as_.block).cause, value_copy(stopped))
    (<ExceptionObject*>vm.exception.as_.block).suppress_context = True
    value_store(vm, &(<ExceptionObject*>vm.exception.as_.block).context, stopped)
    return OK


cdef Value* FINISH_DROPPED = prelude_slot(b"finish_dropped")


cdef int finish_dropped(Machine* m) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Block* block = heap_next_dropped(vm)
    cdef Value value
    cdef int status
    if block == NULL:
        return OK
    value = value_block(block)
    status = call_prelude(m, FINISH_DROPPED, &value, 1, 0, ACTION_DISCARD, 0)
    if status == ERROR and vm.fatal == LIMIT_NONE:
        # No room for another frame.
        clear_error(vm)
        status = OK
    decref(vm, value)
    return status
