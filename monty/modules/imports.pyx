"""`import`: module objects are made on first import in each VM."""

from libc.stdint cimport int64_t

from monty._calls cimport CALLED
from monty._heap cimport *
from monty._machine cimport *
from monty.modules.library_modules cimport LibraryModule, library_find, library_start
from monty.modules.registry cimport first_module_entry, ModuleEntry
from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_set
from monty.objects.exception cimport exception_class
from monty.objects.module cimport Module, module_new
from monty.objects.str cimport str_char, str_equal, str_substring
from monty.objects.type cimport value_set_attribute


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


# The part of the dotted name up to `end`: a new reference.
cdef int name_part(VM* vm, Value name, int64_t end, Value* out) noexcept nogil:
    if end == (<Str*>name.as_.block).length:
        out[0] = value_copy(name)
        return OK
    return str_substring(vm, <Str*>name.as_.block, 0, end, out)


# One module by its full name: a new reference. CALLED: a frame runs its body now.
cdef int import_one_module(Machine* m, Value name, Value* out) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef ModuleEntry* entry = first_module_entry()
    cdef LibraryModule* library
    cdef Dict* imported = <Dict*>m.imported.as_.block
    if dict_get_str(imported, <Str*>name.as_.block, out):
        incref(out[0])
        return OK
    library = library_find(<Str*>name.as_.block)
    if library != NULL:
        return library_start(m, library, out)
    while entry != NULL and not str_equal(entry.module, <Str*>name.as_.block):
        entry = entry.next
    if entry == NULL:
        return NOT_IMPLEMENTED
    if make_module(vm, entry, out) != OK:
        return ERROR
    if dict_set(vm, imported, value_immortal(&entry.module.head), out[0]) != OK:
        decref(vm, out[0])
        return ERROR
    return OK


cdef int module_import(Machine* m, Value name, bint top, Value* out) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Str* text = <Str*>name.as_.block
    cdef Dict* imported
    cdef Value part, module, short_name
    cdef Value parent = value_unset()
    cdef Value first = value_unset()
    cdef int64_t start = 0
    cdef int64_t end = 0
    cdef int status
    if m.imported.tag == T_UNSET:
        imported = dict_new(vm, 0)
        if imported == NULL:
            return ERROR
        m.imported = value_block(&imported.head)
    while True:
        while end < text.length and str_char(text, end) != 46:
            end += 1
        status = name_part(vm, name, end, &part)
        if status == OK:
            status = import_one_module(m, part, &module)
            decref(vm, part)
        if status == CALLED and parent.tag != T_UNSET:
            # A submodule is an attribute of its package.
            if str_substring(vm, text, start, end, &short_name) != OK:
                status = ERROR
            else:
                if value_set_attribute(vm, parent, short_name, module) != OK:
                    status = ERROR
                decref(vm, short_name)
            if status == ERROR:
                decref(vm, module)
        decref(vm, parent)
        if status != OK:
            if status == CALLED:
                decref(vm, module)
            decref(vm, first)
            return status
        if end == text.length:
            break
        if first.tag == T_UNSET:
            first = value_copy(module)
        parent = module
        end += 1
        start = end
    if top and first.tag != T_UNSET:
        decref(vm, module)
        out[0] = first
        return OK
    decref(vm, first)
    out[0] = module
    return OK
