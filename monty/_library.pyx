"""Modules of the library: loaded when a process first imports them, then shared by all its machines."""

from libc.stdint cimport int64_t
from libc.stdlib cimport calloc

from monty._heap cimport *
from monty._loader cimport intrinsic_address, LoadedProgram
from monty.modules.library_table cimport library_code, library_find, LibraryCode, LibraryModule, store_pointer
from monty.modules.registry cimport first_module_entry, ModuleEntry
from monty.objects.dict cimport dict_new, dict_set
from monty.objects.exception cimport exception_class
from monty.objects.str cimport str_equal, str_static, str_to_host

from monty.precompiled import library_file, write

# The programs of all modules that were ever imported: they live as long as the process.
cdef list programs = []


# The value of an entry of a native module, and its name.
cdef Value entry_value(ModuleEntry* entry, Str** name) noexcept:
    name[0] = entry.name
    if entry.exception != 0:
        return value_immortal(&exception_class(entry.exception).head)
    if entry.native != NULL:
        name[0] = entry.native.name
        return value_immortal(&entry.native.head)
    return entry.constant


# What a native module holds: name -> address of the entry; of what is registered twice, the last.
cdef dict native_entries(Str* module):
    cdef ModuleEntry* entry = first_module_entry()
    cdef Str* name
    found = {}
    while entry != NULL:
        if str_equal(entry.module, module):
            entry_value(entry, &name)
            found[str_to_host(name)] = <size_t>entry
        entry = entry.next
    return found


cdef int library_load(LibraryModule* module) except -1:
    cdef LoadedProgram program
    cdef LibraryCode* made
    cdef Str* entry_name
    cdef int64_t i
    name = str_to_host(module.name)
    native = native_entries(module.name)
    file = library_file(name, module.is_package, list(native))
    program = LoadedProgram(file.module, library=True, constants={
        variable: intrinsic_address(constant) for variable, constant in file.constants.items()})
    made = <LibraryCode*>program.memory(sizeof(LibraryCode))
    made.code = program.code
    made.global_names = program.global_names
    made.global_count = program.global_count
    made.preset_count = len(native)
    made.presets = <Value*>program.memory(made.preset_count * sizeof(Value))
    for i, address in enumerate(native.values()):
        made.presets[i] = entry_value(<ModuleEntry*><size_t>address, &entry_name)
    made.slots = <Block*>dict_new(&program.arena, program.global_count)
    if made.slots == NULL:
        raise MemoryError
    for i, global_name in enumerate(file.module.global_names):
        if not global_name.startswith('.'):
            if dict_set(&program.arena, <Dict*>made.slots, program.global_names[i], value_int(i)) != OK:
                raise MemoryError
    # Several threads may come here with the same module: the first one wins.
    if library_code(module) == NULL:
        programs.append(program)
        store_pointer(&module.code, made)
    return 0


from monty.objects.dict cimport Dict


def load(name: str) -> None:
    """Compile a module of the library now, as its first import would."""
    cdef bytes text = name.encode()
    cdef LibraryModule* module = library_find(str_static(text))
    if module == NULL:
        raise ModuleNotFoundError(f'no library module {name!r}')
    library_load(module)


def native_names(name: str) -> list[str]:
    """Return the names that the native module of a library module's name gives it."""
    cdef bytes text = name.encode()
    return list(native_entries(library_find(str_static(text)).name))


def precompile() -> None:
    """Write the compiled prelude and library beside the package's sources: the last step of a build."""
    write(native_names)
