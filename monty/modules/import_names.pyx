"""`from module import *`, and what an import says of a module that is not there."""

from libc.stdint cimport int32_t, int64_t

from monty._calls cimport call_prelude
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.modules.imports cimport module_imported, module_is_package
from monty.objects.exception cimport raise_named
from monty.objects.list cimport List
from monty.objects.module cimport Module
from monty.objects.str cimport Str, str_char, str_equal, str_static, str_substring
from monty.objects.str_builder cimport writer_ascii, writer_discard, writer_finish, writer_init, writer_str
from monty.objects.tuple cimport Tuple, tuple_items
from monty.objects.type cimport value_find_attribute

cdef Str* NAME_ALL = str_static(b"__all__")


# Give the globals of that name the module's attribute. OK; NOT_IMPLEMENTED or
# DEFER if the module has none; ERROR.
cdef int import_one(Machine* m, Value module, Value name, Value* where) noexcept nogil:
    cdef Value found
    cdef int status = value_find_attribute(&m.vm, module, <Str*>name.as_.block, &found)
    if status == OK:
        value_store(&m.vm, where, found)
    return status


# The module's __getattr__ is called, which keeps what it gives; then the instruction is done again. CALLED or ERROR.
cdef int ask_module(Machine* m, Value module, Value name) noexcept nogil:
    cdef Value[2] operands
    operands[0] = module
    operands[1] = name
    m.frame.pc -= 1
    return call_prelude(m, m.vm.deferred, operands, 2, 0, ACTION_DISCARD, 0)


# The names of `__all__`: every one must be there, whether the program mentions it or not.
cdef int import_listed(Machine* m, Value module, Value* names, int64_t count) noexcept nogil:
    cdef ModuleState* state = m.frame.module
    cdef Value found
    cdef int64_t i
    cdef int32_t slot
    cdef int status
    for i in range(count):
        if type_of(names[i]) != T_STR:
            return raise_format(&m.vm, E_TYPE_ERROR, "Item in __all__ must be str, not %s", type_name(names[i]), NULL, NULL)
        status = value_find_attribute(&m.vm, module, <Str*>names[i].as_.block, &found)
        if status == DEFER:
            return ask_module(m, module, names[i])
        if status != OK:
            return raise_no_attribute(m, module, names[i]) if status != ERROR else ERROR
        for slot in range(state.global_count):
            if str_equal(<Str*>state.global_names[slot].as_.block, <Str*>names[i].as_.block):
                value_store(&m.vm, &state.registers[slot], value_copy(found))
                break
        decref(&m.vm, found)
        if poll(&m.vm, 2 * state.global_count) != OK:
            return ERROR
    return OK


cdef int raise_no_attribute(Machine* m, Value module, Value name) noexcept nogil:
    cdef Writer w
    cdef Value message
    writer_init(&w, &m.vm)
    if (writer_ascii(&w, "module '", -1) != OK or writer_str(&w, <Str*>(<Module*>module.as_.block).name.as_.block) != OK
            or writer_ascii(&w, "' has no attribute '", -1) != OK or writer_str(&w, <Str*>name.as_.block) != OK
            or writer_ascii(&w, "'", -1) != OK):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &message) != OK:
        return ERROR
    return raise_named(&m.vm, E_ATTRIBUTE_ERROR, message, name, module)


cdef int import_star(Machine* m, Value module) noexcept nogil:
    cdef ModuleState* state = m.frame.module
    cdef Value listed, name
    cdef int32_t slot
    cdef int status
    if type_of(module) != T_MODULE:
        return raise_format(&m.vm, E_IMPORT_ERROR, "from-import-* object has no __dict__ and no __all__", NULL, NULL, NULL)
    status = value_find_attribute(&m.vm, module, NAME_ALL, &listed)
    if status == ERROR:
        return ERROR
    if status == OK:
        if type_of(listed) == T_LIST:
            status = import_listed(m, module, (<List*>listed.as_.block).items, (<List*>listed.as_.block).length)
        elif type_of(listed) == T_TUPLE:
            status = import_listed(m, module, tuple_items(<Tuple*>listed.as_.block),
                                   (<Tuple*>listed.as_.block).length)
        else:
            status = raise_format(&m.vm, E_TYPE_ERROR, "__all__ must be a list or a tuple, not %s", type_name(listed),
                                  NULL, NULL)
        decref(&m.vm, listed)
        return status
    for slot in range(state.global_count):
        name = state.global_names[slot]
        if (<Str*>name.as_.block).length > 0 and str_char(<Str*>name.as_.block, 0) == 95:
            continue
        # A module's __getattr__ is not asked: what it could give is not there yet.
        if import_one(m, module, name, &state.registers[slot]) == ERROR:
            return ERROR
    return poll(&m.vm, 8 * state.global_count)


cdef int raise_no_module(Machine* m, Value name) noexcept nogil:
    # CPython imports the packages on the way first, and names the first part that is not there.
    cdef VM* vm = &m.vm
    cdef Str* text = <Str*>name.as_.block
    cdef Value part, module, message
    cdef Value parent = value_unset()
    cdef Writer w
    cdef int64_t end = 0
    cdef bint is_package = True
    cdef int status
    while True:
        while end < text.length and str_char(text, end) != 46:
            end += 1
        if str_substring(vm, text, 0, end, &part) != OK:
            decref(vm, parent)
            return ERROR
        if end == text.length:
            break
        if not module_imported(m, <Str*>part.as_.block, &module):
            break
        is_package = module_is_package(module)
        decref(vm, module)
        decref(vm, parent)
        parent = part
        end += 1
        if not is_package:
            # What lies below is not looked for; the error names the first of it.
            while end < text.length and str_char(text, end) != 46:
                end += 1
            if str_substring(vm, text, 0, end, &part) != OK:
                decref(vm, parent)
                return ERROR
            break
    writer_init(&w, vm)
    status = writer_ascii(&w, "No module named '", -1)
    if status == OK:
        status = writer_str(&w, <Str*>part.as_.block)
    if status == OK:
        status = writer_ascii(&w, "'", 1)
    if status == OK and not is_package:
        status = writer_ascii(&w, "; '", 3)
        if status == OK:
            status = writer_str(&w, <Str*>parent.as_.block)
        if status == OK:
            status = writer_ascii(&w, "' is not a package", -1)
    decref(vm, parent)
    if status != OK:
        writer_discard(&w)
    elif writer_finish(&w, &message) == OK:
        status = raise_named(vm, E_MODULE_NOT_FOUND_ERROR, message, part, value_unset())
    decref(vm, part)
    return ERROR
