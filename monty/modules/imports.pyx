"""`import`: module objects are made on first import in each VM; a library module's body is a frame of the machine.

An instruction that imports is executed again after every step that it had to wait for, until all that it names is there.
"""

from libc.stdint cimport int32_t, int64_t
from libc.string cimport memset

from monty._calls cimport CALLED, frames_reserve, LOAD_MODULE, release_values
from monty._collector cimport heap_collect
from monty._generated cimport *
from monty._heap cimport *
from monty._machine cimport *
from monty.modules.library_table cimport library_code, library_find, LibraryCode, LibraryModule
from monty.modules.registry cimport first_module_entry, ModuleEntry
from monty.objects.dict cimport Dict, dict_get_str, dict_new, dict_remove, dict_set
from monty.objects.exception cimport exception_class
from monty.objects.module cimport Module, module_new
from monty.objects.str cimport str_char, str_equal, str_substring
from monty.objects.str_builder cimport writer_ascii, writer_discard, writer_finish, writer_init, writer_str
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


# --- the modules that are there ---------------------------------------------------------------------------------------

cdef bint module_imported(Machine* m, Str* name, Value* out) noexcept nogil:
    cdef Value found
    cdef ModuleState* state
    if m.imported.tag == T_UNSET or not dict_get_str(<Dict*>m.imported.as_.block, name, &found):
        return False
    state = (<Module*>found.as_.block).state
    if state != NULL and state.is_private and not m.frame.code.flags & CODE_HIDDEN:
        return False
    out[0] = value_copy(found)
    return True


cdef int add_imported(Machine* m, Value name, Value module) noexcept nogil:
    cdef Dict* imported
    if m.imported.tag == T_UNSET:
        imported = dict_new(&m.vm, 0)
        if imported == NULL:
            return ERROR
        m.imported = value_block(&imported.head)
    return dict_set(&m.vm, <Dict*>m.imported.as_.block, name, module)


cdef bint module_is_package(Value module) noexcept nogil:
    cdef ModuleEntry* entry = first_module_entry()
    cdef Str* name = <Str*>(<Module*>module.as_.block).name.as_.block
    cdef int64_t i
    if (<Module*>module.as_.block).state != NULL:
        return (<Module*>module.as_.block).state.is_package
    # a native one is, if there is another with its name and a dot in front
    while entry != NULL:
        if entry.module.length > name.length and str_char(entry.module, name.length) == c'.':
            i = 0
            while i < name.length and str_char(entry.module, i) == str_char(name, i):
                i += 1
            if i == name.length:
                return True
        entry = entry.next
    return False


# A submodule becomes an attribute of its package.
cdef int bind_to_package(Machine* m, Str* name, Value module) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value part, package
    cdef int64_t dot = name.length - 1
    cdef int status
    while dot >= 0 and str_char(name, dot) != c'.':
        dot -= 1
    if dot < 0:
        return OK
    if str_substring(vm, name, 0, dot, &part) != OK:
        return ERROR
    status = OK if module_imported(m, <Str*>part.as_.block, &package) else NOT_IMPLEMENTED
    decref(vm, part)
    if status != OK:
        return OK
    status = str_substring(vm, name, dot + 1, name.length, &part)
    if status == OK:
        status = value_set_attribute(vm, package, part, module)
        decref(vm, part)
    decref(vm, package)
    return status


# --- library modules --------------------------------------------------------------------------------------------------

# Push the body of a module that is not there yet. CALLED or ERROR.
cdef int begin_module(Machine* m, LibraryModule* module, LibraryCode* library) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Code* code = library.code
    cdef Value name = value_immortal(&module.name.head)
    cdef ModuleState* state
    cdef Frame* callee
    cdef Value made
    cdef int32_t i
    vm.fuel -= code.instruction_count
    if unlikely(vm.fuel < 0) and safepoint(vm) != OK:
        return ERROR
    if frames_reserve(m) != OK:
        return ERROR
    state = <ModuleState*>buffer_new(vm, sizeof(ModuleState))
    if state == NULL:
        return ERROR
    memset(state, 0, sizeof(ModuleState))
    state.registers = <Value*>buffer_new(vm, (code.register_count + 1) * sizeof(Value))
    if state.registers == NULL:
        buffer_free(vm, state)
        return ERROR
    memset(state.registers, 0, (code.register_count + 1) * sizeof(Value))
    state.register_count = code.register_count
    state.global_count = library.global_count
    state.code = code
    state.global_names = library.global_names
    state.name = name
    state.slots = library.slots
    state.is_package = module.is_package
    state.is_private = module.is_private
    if module_new(vm, name, &made) != OK:
        buffer_free(vm, state.registers)
        buffer_free(vm, state)
        return ERROR
    (<Module*>made.as_.block).state = state
    for i in range(library.preset_count):
        state.registers[i] = library.presets[i]
    # From here on the machine owns the state, whatever becomes of the module.
    state.next = m.modules
    m.modules = state
    if add_imported(m, name, made) != OK:
        decref(vm, made)
        return ERROR
    state.module = made.as_.block
    callee = m.frame + 1
    callee.pc = code.instructions
    callee.registers = state.registers
    callee.code = code
    callee.function = NULL
    callee.module = state
    callee.generator = NULL
    callee.stack_top = m.frame.stack_top
    callee.dst = 0
    callee.action = ACTION_DISCARD
    callee.flags = FRAME_IMPORT
    m.frame = callee
    return CALLED


cdef int module_body_done(Machine* m, ModuleState* state) noexcept nogil:
    cdef Block* module = state.module
    if bind_to_package(m, <Str*>state.name.as_.block, value_block(module)) != OK:
        return ERROR
    state.module = NULL
    decref(&m.vm, value_block(module))
    return OK


cdef void module_body_dropped(Machine* m, ModuleState* state) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value found
    release_values(vm, state.registers + state.global_count, state.register_count - state.global_count)
    if state.module == NULL:
        return
    # It raised. Its globals stay, because functions of it may be in use elsewhere.
    if dict_remove(vm, <Dict*>m.imported.as_.block, state.name, &found) == OK:
        decref(vm, found)
    found = value_block(state.module)
    state.module = NULL
    decref(vm, found)


cdef void modules_release(Machine* m) noexcept nogil:
    cdef ModuleState* state = m.modules
    while state != NULL:
        release_values(&m.vm, state.registers, state.register_count)
        state = state.next
    heap_collect(&m.vm)
    while m.modules != NULL:
        state = m.modules
        m.modules = state.next
        buffer_free(&m.vm, state.registers)
        buffer_free(&m.vm, state)


# --- importing --------------------------------------------------------------------------------------------------------

cdef int module_import_one(Machine* m, Value name, Value* out) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef ModuleEntry* entry
    cdef LibraryModule* library
    cdef LibraryCode* code
    cdef Value found
    if module_imported(m, <Str*>name.as_.block, &found):
        out[0] = found
        return OK
    library = library_find(<Str*>name.as_.block)
    if library != NULL:
        if library.is_private and not m.frame.code.flags & CODE_HIDDEN:
            return NOT_IMPLEMENTED
        code = library_code(library)
        if code != NULL:
            return begin_module(m, library, code)
        m.wanted = library
        m.frame.pc -= 1
        return LOAD_MODULE
    entry = first_module_entry()
    while entry != NULL and not str_equal(entry.module, <Str*>name.as_.block):
        entry = entry.next
    if entry == NULL:
        return NOT_IMPLEMENTED
    if make_module(vm, entry, &found) != OK:
        return ERROR
    if (add_imported(m, value_immortal(&entry.module.head), found) != OK
            or bind_to_package(m, entry.module, found) != OK):
        decref(vm, found)
        return ERROR
    out[0] = found
    return OK


cdef int module_import(Machine* m, Value name, bint top, Value* out) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Str* text = <Str*>name.as_.block
    cdef Value first = value_unset()
    cdef Value part, found
    cdef int64_t end = 0
    cdef int status
    while True:
        while end < text.length and str_char(text, end) != c'.':
            end += 1
        if end == text.length:
            status = module_import_one(m, name, &found)
        else:
            status = str_substring(vm, text, 0, end, &part)
            if status == OK:
                status = module_import_one(m, part, &found)
                decref(vm, part)
        if status == OK and end < text.length and not module_is_package(found):
            decref(vm, found)
            status = NOT_IMPLEMENTED
        if status != OK:
            decref(vm, first)
            return status
        if end == text.length:
            break
        if first.tag == T_UNSET:
            first = found
        else:
            decref(vm, found)
        end += 1
    if top and first.tag != T_UNSET:
        decref(vm, found)
        out[0] = first
    else:
        decref(vm, first)
        out[0] = found
    return OK


cdef int module_import_from(Machine* m, Value package, Value name, Value* out) noexcept nogil:
    cdef Writer w
    cdef Value full
    cdef int status
    if type_of(package) != T_MODULE or not module_is_package(package):
        return NOT_IMPLEMENTED
    writer_init(&w, &m.vm)
    if (writer_str(&w, <Str*>(<Module*>package.as_.block).name.as_.block) != OK or writer_ascii(&w, ".", 1) != OK
            or writer_str(&w, <Str*>name.as_.block) != OK):
        writer_discard(&w)
        return ERROR
    if writer_finish(&w, &full) != OK:
        return ERROR
    status = module_import_one(m, full, out)
    decref(&m.vm, full)
    return status
