"""Modules written in Python: compiled once for the process, when a program first imports them; their bodies run in each
VM that imports them, as frames whose registers are the module's globals."""

import os

from libc.stdint cimport int32_t
from libc.stdlib cimport calloc
from libc.string cimport memset

from monty._calls cimport CALLED, frames_reserve
from monty._generated cimport *
from monty._heap cimport *
from monty._loader cimport LoadedProgram
from monty._machine cimport *
from monty.objects.dict cimport Dict, dict_new, dict_remove, dict_set
from monty.objects.list cimport list_new, List
from monty.objects.module cimport Module, module_new
from monty.objects.str cimport str_equal, str_static

cdef LibraryModule* modules = NULL
# What is compiled lives as long as the process.
cdef list kept = []
cdef dict paths = {}


cdef LibraryModule* library_find(Str* name) noexcept nogil:
    cdef LibraryModule* library = modules
    while library != NULL and not str_equal(library.name, name):
        library = library.next
    return library


cdef Str* NAME_PATH = str_static(b"__path__")


# Compile it. OK, or ERROR with a SystemError: the library itself is wrong.
cdef int library_compile(VM* vm, LibraryModule* library) noexcept with gil:
    cdef LoadedProgram program
    cdef const char* reason
    if library.code != NULL:
        return OK       # another thread was quicker
    name = (<bytes>(<char*>(library.name + 1))[:library.name.length]).decode('latin-1')
    try:
        from monty.compiler.compile import compile_module

        with open(paths[name], encoding='utf-8') as file:
            module = compile_module(file.read(), f'<library {name}>', module_name=name)
        program = LoadedProgram(module, hidden=True)
    except Exception as error:
        text = f'{name}: {error}'.encode()
        kept.append(text)
        reason = text
        return raise_format(vm, E_SYSTEM_ERROR, "a module of the library cannot be compiled: %s", reason, NULL, NULL)
    kept.append(program)
    library.global_names = program.global_names
    library.global_count = program.global_count
    library.code = program.code
    return OK


cdef ModuleState* state_new(Machine* m, LibraryModule* library) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef int32_t count = library.code.register_count
    cdef ModuleState* state = <ModuleState*>buffer_new(vm, sizeof(ModuleState) + count * sizeof(Value))
    if state == NULL:
        return NULL
    memset(state, 0, sizeof(ModuleState) + count * sizeof(Value))
    state.registers = <Value*>(state + 1)
    state.register_count = count
    state.global_count = library.global_count
    state.code = library.code
    state.global_names = library.global_names
    state.name = library.name
    state.next = m.modules
    m.modules = state
    return state


# The module object of a state, in `imported`. OK or ERROR.
cdef int make_object(Machine* m, LibraryModule* library, ModuleState* state, Value* out) noexcept nogil:
    cdef VM* vm = &m.vm
    cdef Value made
    cdef Module* module
    cdef Dict* slots
    cdef List* path
    cdef int32_t i
    if module_new(vm, value_immortal(&library.name.head), &made) != OK:
        return ERROR
    module = <Module*>made.as_.block
    slots = dict_new(vm, 0)
    if slots == NULL:
        decref(vm, made)
        return ERROR
    module.slots = value_block(&slots.head)
    for i in range(state.global_count):
        if dict_set(vm, slots, state.global_names[i], value_int(i)) != OK:
            decref(vm, made)
            return ERROR
    module.state = state
    if library.is_package:
        path = list_new(vm, 0)
        if path == NULL:
            decref(vm, made)
            return ERROR
        if dict_set(vm, <Dict*>module.attributes.as_.block, value_immortal(&NAME_PATH.head),
                    value_block(&path.head)) != OK:
            decref(vm, value_block(&path.head))
            decref(vm, made)
            return ERROR
        decref(vm, value_block(&path.head))
    if dict_set(vm, <Dict*>m.imported.as_.block, value_immortal(&library.name.head), made) != OK:
        decref(vm, made)
        return ERROR
    out[0] = made
    return OK


cdef int library_start(Machine* m, LibraryModule* library, Value* out) noexcept nogil:
    cdef ModuleState* state
    cdef Frame* callee
    if library.code == NULL and library_compile(&m.vm, library) != OK:
        return ERROR
    if frames_reserve(m) != OK:
        return ERROR
    state = state_new(m, library)
    if state == NULL or make_object(m, library, state, out) != OK:
        return ERROR
    callee = m.frame + 1
    callee.pc = state.code.instructions
    callee.registers = state.registers
    callee.code = state.code
    callee.function = NULL
    callee.module = state
    callee.generator = NULL
    callee.stack_top = m.frame.stack_top
    callee.dst = 0
    callee.action = ACTION_DISCARD
    callee.flags = 0
    m.frame = callee
    return CALLED


cdef void library_forget(Machine* m, ModuleState* state) noexcept nogil:
    cdef Value removed
    if dict_remove(&m.vm, <Dict*>m.imported.as_.block, value_immortal(&state.name.head), &removed) == OK:
        decref(&m.vm, removed)


cdef void library_release(Machine* m) noexcept nogil:
    cdef ModuleState* state
    cdef Value old
    cdef int32_t i
    # Functions point to the states until all of them are released.
    state = m.modules
    while state != NULL:
        for i in range(state.register_count):
            old = state.registers[i]
            state.registers[i] = value_unset()
            decref(&m.vm, old)
        state = state.next
    heap_collect(&m.vm)
    while m.modules != NULL:
        state = m.modules
        m.modules = state.next
        buffer_free(&m.vm, state)


cdef int add(str name, str path, bint is_package) except -1:
    global modules
    cdef LibraryModule* library = <LibraryModule*>calloc(1, sizeof(LibraryModule))
    if library == NULL:
        raise MemoryError
    library.name = str_static(name.encode())
    library.is_package = is_package
    library.next = modules
    modules = library
    paths[name] = path
    return 0


def register(str folder, str prefix='') -> None:
    """Add the modules and packages of a folder."""
    for file in sorted(os.listdir(folder)):
        path = os.path.join(folder, file)
        if file.endswith('.py') and file != '__init__.py':
            add(prefix + file[:-3], path, False)
        elif os.path.isfile(os.path.join(path, '__init__.py')):
            add(prefix + file, os.path.join(path, '__init__.py'), True)
            register(path, f'{prefix}{file}.')


register(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'library'))
