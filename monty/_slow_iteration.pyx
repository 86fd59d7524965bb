"""Slow paths: loops over iterables, and unpacking."""

from libc.stdint cimport int32_t, int64_t, uint32_t, uint64_t

from monty._calls cimport *
from monty._generated cimport *
from monty._generators cimport generator_resume, is_generator
from monty._heap cimport *
from monty._machine cimport *
from monty._operands cimport *
from monty._protocol cimport *
from monty._slow cimport defer_operation, loop_safepoint
from monty._specials cimport call_special, special_function, special_iterator_call
from monty.objects.class_rows cimport METHOD_NEXT
from monty.objects.exception cimport exception_class
from monty.objects.instance cimport *
from monty.objects.list cimport List, list_new
from monty.objects.range cimport range_new
from monty.objects.str cimport str_same, str_static
from monty.objects.str_type cimport str_iterator_advance, StrIterator
from monty.objects.tuple cimport Tuple, tuple_items
from monty.objects.type cimport class_is_subclass

cdef Str* NAME_NEXT = str_static(b"__next__")
cdef enum:
    MAP_ITERATORS = 8       # with more of them a map goes the long way

cdef Value* SPECIAL_NEXT = prelude_slot(b"special_next")


# May this be called for an item, with the loop as what its answer goes to? Not what resumes a generator, nor the host.
cdef bint is_mapped_at_once(Value function) noexcept nogil:
    if function.tag == (T_BOUND_METHOD | COUNTED):
        if is_generator(type_of((<BoundMethod*>function.as_.block).receiver)):
            return False
        function = (<BoundMethod*>function.as_.block).function
    if type_of(function) == T_NATIVE:
        return not is_generator((<Native*>function.as_.block).type) and not str_same(
            (<Native*>function.as_.block).name, NAME_NEXT)
    return type_of(function) == T_FUNCTION or (
        type_of(function) == T_TYPE and (<Class*>function.as_.block).flags & CLASS_BUILTIN)


# How many iterators a map has, its second variable being one or a list of them. 0: some of them run sandboxed code.
cdef uint32_t native_iterators(Value v) noexcept nogil:
    cdef List* iterators = <List*>v.as_.block
    cdef int64_t i
    if v.tag != (T_LIST | COUNTED):
        return 1 if is_native_iterator(v) else 0
    if iterators.length > MAP_ITERATORS:
        return 0
    for i in range(iterators.length):
        if not is_native_iterator(iterators.items[i]):
            return 0
    return <uint32_t>iterators.length


# The next item of map(function, iterators) into R[dst], without resuming the generator that a map is. OK, CALLED, ERROR;
# NOT_IMPLEMENTED, with nothing changed: the generator has to.
cdef int map_step(Machine* m, Generator* generator, uint32_t register, uint32_t dst) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* variables = generator_registers(generator)
    cdef Frame* frame = m.frame
    cdef Value* base = frame.stack_top
    cdef Value[MAX_NATIVE_PARAMETERS] args
    cdef Value* iterators = &variables[1]
    cdef Value function, result
    cdef Code* code
    cdef Native* native
    cdef uint32_t count, i
    cdef int status
    if generator.state > GENERATOR_SUSPENDED or not is_mapped_at_once(variables[0]):
        return NOT_IMPLEMENTED
    count = native_iterators(variables[1])
    if count == 0:
        return NOT_IMPLEMENTED
    if variables[1].tag == (T_LIST | COUNTED):
        iterators = (<List*>variables[1].as_.block).items
    vm.fuel -= 4
    if vm.fuel < 0 and safepoint(vm) != OK:
        return ERROR
    for i in range(count):
        status = types_pointer[type_of(iterators[i])].next(vm, iterators[i], &args[i])
        if status != OK:
            release_values(vm, args, i)
            return map_ended(m, register) if status == EXHAUSTED else status
    function = variables[0]
    if function.tag == (T_FUNCTION | COUNTED):
        code = (<Function*>function.as_.block).code
        if code.fast_arguments == <int32_t>count and (
                base + code.register_count + STACK_SLACK < m.stack_end and frame + 1 < m.frames_limit
                and vm.fuel >= code.instruction_count):
            vm.fuel -= code.instruction_count
            for i in range(count):
                base[i] = args[i]
            for i in range(count, <uint32_t>code.named_count):
                base[i].tag = T_UNSET
            frame_push(m, <Function*>function.as_.block, base, dst, ACTION_FOR_ITER, 0)
            return CALLED
    if function.tag == T_NATIVE:
        native = <Native*>function.as_.block
        if count - native.fewest <= native.optional and (
                native.kind == NATIVE_FUNCTION or (args[0].tag & EXACT_MASK) == native.type):
            for i in range(count, native.parameters):
                args[i].tag = T_UNSET
            m.native_action = ACTION_FOR_ITER
            status = native.function(vm, args, native.parameters, &result)
            if likely(status == OK):
                release_values(vm, args, count)
                value_store(vm, &frame.registers[dst], result)
                frame.pc += 1 + <int32_t>(frame.pc[0] >> 32)
                return OK
    if status == ERROR or stack_reserve(m, &base, count) != OK:
        release_values(vm, args, count)
        status = ERROR
    else:
        for i in range(count):
            base[i] = args[i]
        incref(function)
        status = call_value(m, function, base, count, value_unset(), dst, ACTION_FOR_ITER, 0)
        decref(vm, function)
    if status == ERROR and vm.fatal == LIMIT_NONE and materialise(m) == OK and class_is_subclass(
            (<Object*>vm.exception.as_.block).cls, exception_class(E_STOP_ITERATION)):
        # As from any iterator.
        clear_error(vm)
        return map_ended(m, register)
    return status


# There are no more items: the loop goes on behind. (The map itself asks its iterators again when it is asked again.)
cdef int map_ended(Machine* m, uint32_t register) noexcept nogil:
    value_store(&m.vm, &m.frame.registers[register], value_unset())
    m.frame.pc += 1
    return OK


cdef int slow_for_iter(Machine* m, uint64_t word) noexcept nogil:
    cdef Frame* frame = m.frame
    cdef Value iterator = frame.registers[operand_a(word)]
    cdef Value item
    cdef int status
    cdef int32_t distance
    cdef Function* function
    if type_of(iterator) == T_GENERATOR:
        if (<Generator*>iterator.as_.block).facade == types_pointer[T_MAP].cls:
            status = map_step(m, <Generator*>iterator.as_.block, operand_a(word), operand_b(word))
            if status != NOT_IMPLEMENTED:
                return status
        return generator_resume(m, <Generator*>iterator.as_.block, value_none(), operand_b(word), ACTION_FOR_ITER, 0)
    if iterator.tag & SUBCLASSED:
        function = special_function(iterator, METHOD_NEXT)
        if function != NULL:
            return call_special(m, function, &iterator, 1, -1, -1, operand_b(word), ACTION_FOR_ITER, 0)
        if class_lookup(subclass_of(iterator), NAME_NEXT, &item) and type_of(item) == T_FUNCTION:
            return call_borrowed(m, item, iterator, operand_b(word), ACTION_FOR_ITER)
        if row_of(iterator).next != NULL:
            return call_prelude(m, SPECIAL_NEXT, &iterator, 1, operand_b(word), ACTION_FOR_ITER, 0)
    if type_of(iterator) == T_STR_ITERATOR:
        status = str_iterator_advance(&m.vm, <StrIterator*>iterator.as_.block, &item)
    else:
        status = value_next(&m.vm, iterator, &item)
    if status == OK:
        value_store(&m.vm, &frame.registers[operand_b(word)], item)
        distance = <int32_t>(frame.pc[0] >> 32)
        frame.pc += 1 + distance
        if distance < 0:
            m.vm.fuel += distance
            if m.vm.fuel < 0:
                return loop_safepoint(m)
        return OK
    if status == EXHAUSTED:
        value_store(&m.vm, &frame.registers[operand_a(word)], value_unset())
        frame.pc += 1
        return OK
    return status


# Call a function of the class with the object alone. The result goes where `action` says.
cdef int call_borrowed(Machine* m, Value function, Value receiver, int dst, int action) noexcept nogil:
    cdef Value* base = m.frame.stack_top
    cdef int status
    function = value_copy(function)
    receiver = value_copy(receiver)
    if stack_reserve(m, &base, 1) != OK:
        decref(&m.vm, function)
        decref(&m.vm, receiver)
        return ERROR
    base[0] = receiver
    status = call_value(m, function, base, 1, value_unset(), dst, action, 0)
    decref(&m.vm, function)
    return status


cdef int range_prepare(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef VM* vm = &m.vm
    cdef uint32_t a = operand_a(word)
    cdef Value* args = &R[operand_b(word)]
    cdef uint32_t count = operand_c(word)
    cdef int64_t start = 0
    cdef int64_t step = 1
    cdef int64_t stop
    cdef uint64_t length = 0
    cdef uint32_t i
    cdef bint plain = 1 <= count <= 3
    cdef Value made, iterator
    cdef int status
    for i in range(count):
        if args[i].tag != T_INT:
            plain = False
    if plain:
        if count == 1:
            stop = args[0].as_.i
        else:
            start = args[0].as_.i
            stop = args[1].as_.i
            if count == 3:
                step = args[2].as_.i
        if step == 0:
            return raise_error(vm, E_VALUE_ERROR, "range() arg 3 must not be zero")
        if -0x7FFFFFFF <= step <= 0x7FFFFFFF:
            if step > 0 and start < stop:
                length = (<uint64_t>stop - <uint64_t>start - 1) / <uint64_t>step + 1
            elif step < 0 and start > stop:
                length = (<uint64_t>start - <uint64_t>stop - 1) / <uint64_t>(-step) + 1
            if length <= <uint64_t>0x7FFFFFFFFFFFFFFF:
                value_store(vm, &R[a], value_unset())
                value_store(vm, &R[a + 1], value_int(<int64_t>length))
                R[a].aux = <uint32_t><int32_t>step
                R[a].as_.i = start
                R[a].tag = T_RANGE_STATE
                return OK
    status = range_new(vm, args, count, &made)
    if status == OK:
        status = value_iterate(vm, made, &iterator)
        decref(vm, made)
    if status == OK:
        for i in range(count):
            take_temporary(m, operand_b(word) + i)
        value_store(vm, &R[a], iterator)
        value_store(vm, &R[a + 1], value_unset())
    elif status == DEFER:
        return range_of_instances(m, args, count)
    return status


cdef Value* RANGE_CONSTRUCT = prelude_slot(b"range_of_instances")


# range() of numbers that only their __index__ knows: the prelude makes the range and its iterator.
cdef int range_of_instances(Machine* m, Value* args, uint32_t count) noexcept nogil:
    cdef Value[3] operands
    cdef uint32_t i
    cdef uint32_t a = operand_a((m.frame.pc - 1)[0])
    cdef uint32_t b = operand_b((m.frame.pc - 1)[0])
    cdef int status
    for i in range(count):
        operands[i] = value_copy(args[i])
    for i in range(count):
        take_temporary(m, b + i)
    value_store(&m.vm, &m.frame.registers[a + 1], value_unset())
    status = call_prelude(m, RANGE_CONSTRUCT, operands, count, a, ACTION_STORE, 0)
    for i in range(count):
        decref(&m.vm, operands[i])
    return status


cdef int slow_get_iter(Machine* m, uint64_t word) noexcept nogil:
    cdef Value operand = m.frame.registers[operand_b(word)]
    cdef Value iterator
    cdef int status = special_iterator_call(m, operand, operand_b(word), operand_a(word))
    if status != NOT_IMPLEMENTED:
        return status
    status = value_iterate(&m.vm, operand, &iterator)
    if status == OK:
        take_operands(m, operand_b(word), -1)
        value_store(&m.vm, &m.frame.registers[operand_a(word)], iterator)
        return OK
    if status == DEFER:
        return defer_operation(m, &operand, 1, operand_b(word), -1, operand_a(word), ACTION_STORE, 0)
    return status


cdef Value* UNPACK_EXACT = prelude_slot(b"unpack_exact")
cdef Value* UNPACK_STARRED = prelude_slot(b"unpack_starred")


cdef int slow_unpack(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef Value source = R[operand_b(word)]
    cdef uint32_t count = operand_c(word)
    cdef Value* items
    cdef int64_t length, i
    cdef Value[2] operands
    cdef int tag = type_of(source)
    if (tag == T_TUPLE or tag == T_LIST) and iterates_natively(source):
        if tag == T_TUPLE:
            items = tuple_items(<Tuple*>source.as_.block)
            length = (<Tuple*>source.as_.block).length
        else:
            items = (<List*>source.as_.block).items
            length = (<List*>source.as_.block).length
        if length > count:
            return raise_format_int(vm, E_VALUE_ERROR, "too many values to unpack (expected %lld)", count, 0)
        if length < count:
            return raise_format_int(vm, E_VALUE_ERROR, "not enough values to unpack (expected %lld, got %lld)", count,
                                    length)
        incref(source)
        take_operands(m, operand_b(word), -1)
        for i in range(<int64_t>count):
            value_store(vm, &R[operand_a(word) + i], value_copy(items[i]))
        decref(vm, source)
        return OK
    if not iterates_natively(source) and not is_native_iterator(source) and tag != T_GENERATOR and (
            row_of(source).iterate == NULL):
        return raise_format(vm, E_TYPE_ERROR, "cannot unpack non-iterable %s object", type_name(source), NULL, NULL)
    operands[0] = source
    operands[1] = value_int(count)
    vm.deferred = UNPACK_EXACT
    return defer_operation(m, operands, 2, operand_b(word), -1, operand_a(word), ACTION_UNPACK, 0)


cdef int slow_unpack_ex(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value* R = m.frame.registers
    cdef Value source = R[operand_b(word)]
    cdef uint32_t a = operand_a(word)
    cdef int64_t before = operand_c(word) & 255
    cdef int64_t after = operand_c(word) >> 8
    cdef Value* items
    cdef int64_t length, i
    cdef Value[3] operands
    cdef List* rest
    cdef int tag = type_of(source)
    if (tag == T_TUPLE or tag == T_LIST) and iterates_natively(source):
        if tag == T_TUPLE:
            items = tuple_items(<Tuple*>source.as_.block)
            length = (<Tuple*>source.as_.block).length
        else:
            items = (<List*>source.as_.block).items
            length = (<List*>source.as_.block).length
        if length < before + after:
            return raise_format_int(vm, E_VALUE_ERROR,
                                    "not enough values to unpack (expected at least %lld, got %lld)", before + after,
                                    length)
        rest = list_new(vm, length - before - after)
        if rest == NULL:
            return ERROR
        for i in range(before, length - after):
            rest.items[rest.length] = value_copy(items[i])
            rest.length += 1
        incref(source)
        take_operands(m, operand_b(word), -1)
        for i in range(before):
            value_store(vm, &R[a + i], value_copy(items[i]))
        value_store(vm, &R[a + before], value_block(&rest.head))
        for i in range(after):
            value_store(vm, &R[a + before + 1 + i], value_copy(items[length - after + i]))
        decref(vm, source)
        return OK
    if not iterates_natively(source) and not is_native_iterator(source) and tag != T_GENERATOR and (
            row_of(source).iterate == NULL):
        return raise_format(vm, E_TYPE_ERROR, "cannot unpack non-iterable %s object", type_name(source), NULL, NULL)
    operands[0] = source
    operands[1] = value_int(before)
    operands[2] = value_int(after)
    vm.deferred = UNPACK_STARRED
    return defer_operation(m, operands, 3, operand_b(word), -1, a, ACTION_UNPACK, 0)
