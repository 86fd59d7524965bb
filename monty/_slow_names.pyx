"""Slow paths: names, cells, imports."""

from libc.stdint cimport uint64_t

from monty._builtins cimport builtin_find
from monty._calls cimport *
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty._operands cimport *
from monty._protocol cimport *
from monty._slow cimport defer_operation
from monty.modules.import_names cimport raise_no_module
from monty.modules.imports cimport module_import, module_import_from
from monty.objects.exception cimport raise_named
from monty.objects.function cimport cell_new
from monty.objects.instance cimport *
from monty.objects.module cimport Module, module_write_name
from monty.objects.str_builder cimport writer_ascii, writer_discard, writer_finish, writer_init, writer_str
from monty.objects.type cimport value_find_attribute

cdef Value* MODULE_IMPORT_FROM = prelude_slot(b"module_import_from")


cdef int raise_about(Machine* m, int kind, const char* before, Value name, const char* after) noexcept nogil:
    cdef Writer w
    cdef Value message
    writer_init(&w, &m.vm)
    if (writer_ascii(&w, before, -1) != OK or writer_str(&w, <Str*>name.as_.block) != OK
            or writer_ascii(&w, after, -1) != OK):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    if kind == E_NAME_ERROR or kind == E_MODULE_NOT_FOUND_ERROR:
        return raise_named(&m.vm, kind, message, name, value_unset())
    return raise_value(&m.vm, kind, message)


cdef int raise_undefined(Machine* m, Value name) noexcept nogil:
    return raise_about(m, E_NAME_ERROR, "name '", name, "' is not defined")


cdef int raise_unbound(Machine* m, Value name) noexcept nogil:
    if m.frame.code.flags & CODE_MODULE:
        return raise_undefined(m, name)
    return raise_about(m, E_UNBOUND_LOCAL_ERROR, "cannot access local variable '", name,
                       "' where it is not associated with a value")


cdef int raise_unbound_free(Machine* m, Value name) noexcept nogil:
    return raise_about(m, E_NAME_ERROR, "cannot access free variable '", name,
                       "' where it is not associated with a value in enclosing scope")


cdef int raise_damaged(Machine* m) noexcept nogil:
    return raise_error(&m.vm, E_SYSTEM_ERROR, "damaged code: an instruction found an operand it cannot have")


cdef int get_builtin(Machine* m, Value* where, Value name) noexcept nogil:
    cdef Value found
    if not builtin_find(<Str*>name.as_.block, &found):
        return raise_undefined(m, name)
    value_store(&m.vm, where, found)
    return OK


cdef int make_cell(Machine* m, Value* where) noexcept nogil:
    cdef Value content = where[0]
    cdef Cell* cell
    where.tag = T_UNSET
    cell = cell_new(&m.vm, content)
    if cell == NULL:
        return ERROR
    where[0] = value_block(&cell.head)
    return OK


cdef int import_module(Machine* m, uint64_t word) noexcept nogil:
    cdef Value name = m.frame.code.constants[operand_b(word)]
    cdef Value found
    cdef int status = module_import(m, name, operand_flag(word) & 1, &found)
    if status == OK:
        value_store(&m.vm, &m.frame.registers[operand_a(word)], found)
        return OK
    if status == NOT_IMPLEMENTED:
        return raise_no_module(m, name)
    return status


cdef int import_from(Machine* m, uint64_t word) noexcept nogil:
    cdef Value module = m.frame.registers[operand_b(word)]
    cdef Value name = m.frame.code.constants[operand_c(word)]
    cdef Value[2] operands
    cdef Value found
    cdef Writer w
    cdef Value message
    cdef bint hooked
    cdef int status
    if module.tag == T_UNSET:
        return raise_damaged(m)
    status = value_find_attribute(&m.vm, module, <Str*>name.as_.block, &found)
    if status == OK:
        take_operands(m, operand_b(word), -1)
        value_store(&m.vm, &m.frame.registers[operand_a(word)], found)
        return OK
    if status == NOT_IMPLEMENTED or status == DEFER:
        # a submodule, or what the module's __getattr__ gives
        hooked = status == DEFER
        status = module_import_from(m, module, name, &found)
        if status == OK:
            take_operands(m, operand_b(word), -1)
            value_store(&m.vm, &m.frame.registers[operand_a(word)], found)
            return OK
        if status == NOT_IMPLEMENTED and hooked:
            operands[0] = module
            operands[1] = name
            defer_to(&m.vm, MODULE_IMPORT_FROM)
            return defer_operation(m, operands, 2, operand_b(word), -1, operand_a(word), ACTION_STORE, 0)
    if status != NOT_IMPLEMENTED:
        return status
    writer_init(&w, &m.vm)
    if (writer_ascii(&w, "cannot import name '", -1) != OK or writer_str(&w, <Str*>name.as_.block) != OK
            or writer_ascii(&w, "' from '", -1) != OK
            or (type_of(module) == T_MODULE and module_write_name(&w, module) != OK)
            or writer_ascii(&w, "' (unknown location)", -1) != OK):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    if type_of(module) != T_MODULE:
        return raise_value(&m.vm, E_IMPORT_ERROR, message)
    return raise_named(&m.vm, E_IMPORT_ERROR, message, (<Module*>module.as_.block).name, value_unset())
