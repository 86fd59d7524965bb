"""`import`: module objects are made on first import in each VM."""

from monty._heap cimport *
from monty._machine cimport *
from monty.modules.registry cimport first_module_entry, ModuleEntry
from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_set
from monty.objects.exception cimport exception_class
from monty.objects.module cimport Module, module_new
from monty.objects.str cimport str_equal


# A new object of the native module whose first entry this is.
cdef int make_module(VM* vm, ModuleEntry* entry, Value* out) noexcept nogil:
    cdef Str* module = entry.module
    cdef Value made, name, value
    if module_new(vm, value_immortal(&module.head), &made) != OK:
        return ERROR
    while entry != NULL:
        if entry.module == module:
            if entry.exception != 0:
                name = value_immortal(&entry.name.head)
                value = value_immortal(&exception_class(entry.exception).head)
            elif entry.native != NULL:
                name = value_immortal(&entry.native.name.head)
                value = value_immortal(&entry.native.head)
            else:
                name = value_immortal(&entry.name.head)
                value = entry.constant
            if dict_set(vm, <Dict*>(<Module*>made.as_.block).attributes.as_.block, name, value) != OK:
                decref(vm, made)
                return ERROR
        entry = entry.next
    out[0] = made
    return OK


cdef int module_import(Machine* m, Value name, bint top, Value* out) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef ModuleEntry* entry = first_module_entry()
    cdef Dict* imported
    cdef Value found
    if m.imported.tag == T_UNSET:
        imported = dict_new(vm, 0)
        if imported == NULL:
            return ERROR
        m.imported = value_block(&imported.head)
    imported = <Dict*>m.imported.as_.block
    if dict_get_str(imported, <Str*>name.as_.block, &found):
        out[0] = value_copy(found)
        return OK
    while entry != NULL and not str_equal(entry.module, <Str*>name.as_.block):
        entry = entry.next
    if entry == NULL:
        return NOT_IMPLEMENTED
    if make_module(vm, entry, &found) != OK:
        return ERROR
    if dict_set(vm, imported, value_immortal(&entry.module.head), found) != OK:
        decref(vm, found)
        return ERROR
    out[0] = found
    return OK
