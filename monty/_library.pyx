"""Modules of the library: compiled when a process first imports them, then shared by all its machines."""

import ast

from libc.stdint cimport int64_t
from libc.stdlib cimport calloc

from monty._heap cimport *
from monty._loader cimport intrinsic_address, LoadedProgram
from monty.modules.library_table cimport library_code, library_find, LibraryCode, LibraryModule, store_pointer
from monty.modules.registry cimport first_module_entry, ModuleEntry
from monty.objects.dict cimport dict_new, dict_set
from monty.objects.exception cimport exception_class
from monty.objects.str cimport str_equal, str_static, str_to_host

from monty.compiler.compile import compile_module
from monty.compiler.parse import parse
from monty.compiler.verifier import verify
from monty.modules import library

# The programs of all modules that were ever imported: they live as long as the process.
cdef list programs = []


def absolute_imports(tree: ast.Module, name: str, is_package: bool) -> None:
    """Give imports that are relative to the module's package its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            package = name.split('.')
            package = package[:len(package) - node.level + (1 if is_package else 0)]
            node.module = '.'.join(package + ([node.module] if node.module else []))
            node.level = 0


def take_constants(tree: ast.Module) -> dict[str, int]:
    """Take the statements ``from _monty import ...`` out of a module; returns variable name -> address of the block."""
    found = {}
    rest = []
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == '_monty':
            for alias in node.names:
                found[alias.asname or alias.name] = intrinsic_address(alias.name)
        else:
            rest.append(node)
    tree.body = rest
    return found


# The value of an entry of a native module, and its name.
cdef Value entry_value(ModuleEntry* entry, Str** name) noexcept:
    name[0] = entry.name
    if entry.exception != 0:
        return value_immortal(&exception_class(entry.exception).head)
    if entry.native != NULL:
        name[0] = entry.native.name
        return value_immortal(&entry.native.head)
    return entry.constant


cdef int library_load(LibraryModule* module) except -1:
    cdef LoadedProgram program
    cdef LibraryCode* made
    cdef ModuleEntry* entry
    cdef Str* entry_name
    cdef Value value
    cdef int64_t i
    name = str_to_host(module.name)
    tree = parse(library.source(name, module.is_package), f'<library {name}>')
    absolute_imports(tree, name, module.is_package)
    constants = take_constants(tree)
    # What a native module of this name holds; of what is registered twice, the last.
    native = {}
    entry = first_module_entry()
    while entry != NULL:
        if str_equal(entry.module, module.name):
            entry_value(entry, &entry_name)
            native[str_to_host(entry_name)] = <size_t>entry
        entry = entry.next
    compiled = compile_module(tree, f'<library {name}>', inputs=native, module_name=name)
    verify(compiled)
    program = LoadedProgram(compiled, constants=constants, library=True)
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
    for i, global_name in enumerate(compiled.global_names):
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
