"""Slow paths: raise, except and except*."""

from libc.stdint cimport uint32_t, uint64_t

from monty._calls cimport *
from monty._generated cimport *
from monty._generators cimport GENERATOR_HANDLES
from monty._heap cimport *
from monty._machine cimport *
from monty._operands cimport *
from monty._protocol cimport *
from monty._slow cimport defer_operation
from monty._slow_names cimport raise_damaged
from monty.objects.exception cimport exception_instance, exception_matches, exception_set_context, is_exception_class
from monty.objects.instance cimport *

cdef Value* RAISE_CLASS = prelude_slot(b"raise_class")
cdef Value* RAISE_CLASS_FROM = prelude_slot(b"raise_class_from")


# Is it a class of exceptions that has more to do when it is called than to make one?
cdef inline bint is_program_exception(Value v) noexcept nogil:
    cdef Class* cls = <Class*>v.as_.block
    return is_exception_class(v) and not cls.flags & CLASS_BUILTIN and not (
        cls.flags & CLASS_PLAIN_EXCEPTION and type_of(cls.initialiser) == T_NATIVE)

cdef int raise_statement(Machine* m, uint64_t word) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value[2] operands
    cdef Value* R = m.frame.registers
    cdef uint32_t a = operand_a(word)
    cdef uint32_t b = operand_b(word)
    cdef Value exception, cause
    cdef ExceptionObject* e
    if a == NO_REGISTER:
        if m.handled.tag == T_UNSET:
            return raise_error(vm, E_RUNTIME_ERROR, "No active exception to reraise")
        vm.exception = value_copy(m.handled)
        m.reraised = True
        return ERROR
    if is_program_exception(R[a]) or (b != NO_REGISTER and is_program_exception(R[b])):
        # Its class is called first, which is the prelude's to do.
        operands[0] = R[a]
        operands[1] = R[b] if b != NO_REGISTER else value_unset()
        m.vm.deferred = RAISE_CLASS if b == NO_REGISTER else RAISE_CLASS_FROM
        return defer_operation(m, operands, 1 if b == NO_REGISTER else 2, a, b if b != NO_REGISTER else -1, 0,
                               ACTION_DISCARD, 0)
    if exception_instance(vm, R[a], &exception) != OK:
        return ERROR
    e = <ExceptionObject*>exception.as_.block
    if b != NO_REGISTER:
        if type_of(R[b]) == T_NONE:
            cause = value_none()
        elif exception_instance(vm, R[b], &cause) != OK:
            decref(vm, exception)
            return raise_error(vm, E_TYPE_ERROR, "exception causes must derive from BaseException")
        value_store(vm, &e.cause, cause)
        e.suppress_context = True
        take_temporary(m, b)
    take_temporary(m, a)
    clear_error(vm)
    vm.exception = exception
    exception_set_context(m, exception)
    return ERROR


cdef void enter_handler(Machine* m, uint32_t register) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef Generator* generator = m.frame.generator
    if type_of(R[register]) != T_EXCEPTION:
        return
    if generator != NULL and not generator.head.flags & GENERATOR_HANDLES:
        generator.head.flags |= GENERATOR_HANDLES
        # What is handled outside a generator is whatever its resumer handles when this handler is left.
        value_store(&m.vm, &R[register + 1], value_unset())
        value_store(&m.vm, &m.handled, value_copy(R[register]))
        return
    value_store(&m.vm, &R[register + 1], m.handled)
    m.handled = value_copy(R[register])


cdef void leave_handler(Machine* m, uint32_t register) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef Value outer = R[register + 1]
    R[register + 1].tag = T_UNSET
    if outer.tag == T_UNSET and m.frame.generator != NULL:
        outer = value_copy(m.frame.outer_handled)
        m.frame.generator.head.flags &= 0xFFFF ^ GENERATOR_HANDLES
    if outer.tag != T_UNSET and type_of(outer) != T_EXCEPTION:
        decref(&m.vm, outer)
        outer = value_unset()
    value_store(&m.vm, &m.handled, outer)
    value_store(&m.vm, &R[register], value_unset())


cdef int reraise(Machine* m, uint32_t register) noexcept nogil:
    cdef Value exception = m.frame.registers[register]
    if type_of(exception) != T_EXCEPTION:
        return raise_damaged(m)
    clear_error(&m.vm)
    m.vm.exception = value_copy(exception)
    take_temporary(m, register)
    m.reraised = True
    return ERROR


cdef int match_exception(Machine* m, uint64_t word) noexcept nogil:
    cdef Value* R = m.frame.registers
    cdef bint matches
    if type_of(R[operand_b(word)]) != T_EXCEPTION:
        return raise_damaged(m)
    if exception_matches(&m.vm, R[operand_b(word)], R[operand_c(word)], &matches) != OK:
        return ERROR
    take_operands(m, operand_c(word), -1)
    value_store(&m.vm, &R[operand_a(word)], value_bool(matches))
    return OK


cdef Value* EXCEPT_STAR_MATCH = prelude_slot(b"except_star_match")
cdef Value* EXCEPT_STAR_JOIN = prelude_slot(b"except_star_join")


cdef int match_group(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[2] operands
    operands[0] = m.frame.registers[operand_b(word)]
    operands[1] = m.frame.registers[operand_c(word)]
    if ((type_of(operands[0]) != T_EXCEPTION and type_of(operands[0]) != T_NONE) or operands[1].tag == T_UNSET):
        return raise_damaged(m)
    m.vm.deferred = EXCEPT_STAR_MATCH
    return defer_operation(m, operands, 2, -1, operand_c(word), operand_a(word), ACTION_UNPACK, 0)


cdef int join_raised(Machine* m, uint64_t word) noexcept nogil:
    cdef Value[2] operands
    operands[0] = m.frame.registers[operand_b(word)]
    operands[1] = m.frame.registers[operand_c(word)]
    if type_of(operands[0]) != T_EXCEPTION or operands[1].tag != (T_LIST | COUNTED):
        return raise_damaged(m)
    m.vm.deferred = EXCEPT_STAR_JOIN
    return defer_operation(m, operands, 2, -1, -1, operand_a(word), ACTION_STORE, 0)
