"""The prelude and the library, compiled: by the build, once, so that no process that starts has to.

What the build keeps is ``marshal`` data, as a ``.pyc`` is, and as trusted as the sources that lie beside it. It begins with
a digest of the compiler, of the sources and of the Python version; where that differs from what is installed, or there is
no such file, the sources are compiled when they are needed.
"""

from __future__ import annotations

import ast
import hashlib
import marshal
import os
import sys
from array import array
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .builtins import prelude
from .compiler.code import BuiltinReference, Code, Module
from .modules import library

FOLDER = os.path.dirname(__file__)
FILE = os.path.join(FOLDER, 'precompiled.bin')

# Fields of a Code that are not written as they are.
_INSTRUCTIONS = Code.__slots__.index('instructions')
_CONSTANTS = Code.__slots__.index('constants')
_POSITIONS = Code.__slots__.index('positions')


class PreludeFile(NamedTuple):
    """One file of the prelude.

    Attributes:
        module: its code; only the functions in it are used.
        functions: for each function its name, the defaults of its positional and of its keyword-only parameters.
    """

    module: Module
    functions: list[tuple[str, tuple[object, ...], dict[str, object]]]


class LibraryFile(NamedTuple):
    """One module of the library.

    Attributes:
        module: its code.
        constants: what it takes from ``_monty``: the name in the module, and the name there.
    """

    module: Module
    constants: dict[str, str]


# --- from the sources ------------------------------------------------------------------------------------------------

def compile_prelude_file(name: str, source: str) -> PreludeFile:
    """Compile a file of the prelude.

    Raises:
        SystemError: there is something else in it than functions.
    """
    from .compiler.compile import compile_module

    functions = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            keywords = {argument.arg: ast.literal_eval(default)
                        for argument, default in zip(node.args.kwonlyargs, node.args.kw_defaults) if default is not None}
            functions.append((node.name, tuple(ast.literal_eval(default) for default in node.args.defaults), keywords))
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            raise SystemError(f'prelude {name}, line {node.lineno}: only functions may stand at the top level')
    return PreludeFile(compile_module(source, f'<prelude {name}>'), functions)


def compile_library_file(name: str, is_package: bool, natives: list[str]) -> LibraryFile:
    """Compile a module of the library.

    Arguments:
        natives: names that the native module of the same name gives it; they get the first slots of its globals.
    """
    from .compiler.compile import compile_module
    from .compiler.parse import parse
    from .compiler.verifier import verify

    tree = parse(library.source(name, is_package), f'<library {name}>')
    _make_imports_absolute(tree, name, is_package)
    constants = _take_constants(tree)
    module = compile_module(tree, f'<library {name}>', inputs=natives, module_name=name)
    verify(module)
    return LibraryFile(module, constants)


def _make_imports_absolute(tree: ast.Module, name: str, is_package: bool) -> None:
    """Give imports that are relative to the module's package its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            package = name.split('.')
            package = package[:len(package) - node.level + (1 if is_package else 0)]
            node.module = '.'.join(package + ([node.module] if node.module else []))
            node.level = 0


def _take_constants(tree: ast.Module) -> dict[str, str]:
    """Take the statements ``from _monty import ...`` out of a module; returns variable name -> name in ``_monty``."""
    found = {}
    rest: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == '_monty':
            for alias in node.names:
                found[alias.asname or alias.name] = alias.name
        else:
            rest.append(node)
    tree.body = rest
    return found


# --- as data ---------------------------------------------------------------------------------------------------------

def _pack_code(code: Code) -> list[object]:
    fields = [getattr(code, field) for field in Code.__slots__]
    fields[_INSTRUCTIONS] = array('Q', code.instructions).tobytes()
    fields[_POSITIONS] = array('i', (number for position in code.positions for number in position)).tobytes()
    # No constant of a program is a list or a dict: so these are the two that are no data.
    fields[_CONSTANTS] = [_pack_code(constant) if isinstance(constant, Code)
                          else {'builtin': constant.name} if isinstance(constant, BuiltinReference)
                          else constant for constant in code.constants]
    return fields


def _unpack_code(fields: list) -> Code:
    code = Code()
    for name, field in zip(Code.__slots__, fields):
        setattr(code, name, field)
    code.instructions = array('Q', fields[_INSTRUCTIONS])
    numbers = iter(array('i', fields[_POSITIONS]))
    code.positions = list(zip(numbers, numbers, numbers, numbers))
    code.constants = [_unpack_code(constant) if type(constant) is list
                      else BuiltinReference(constant['builtin']) if type(constant) is dict
                      else constant for constant in fields[_CONSTANTS]]
    return code


def pack(module: Module) -> tuple[object, ...]:
    """Return a module as data that ``marshal`` can write."""
    return _pack_code(module.code), module.global_names, module.script_name, module.in_dict


def unpack(data: tuple) -> Module:
    """Return the module that ``pack`` made data of."""
    code, global_names, script_name, in_dict = data
    return Module(_unpack_code(code), global_names, script_name, in_dict)


# --- the file --------------------------------------------------------------------------------------------------------

def _files() -> Iterator[str]:
    """Yield the paths of all that the compiled code depends on."""
    for root in ('compiler', os.path.join('builtins', 'prelude'), os.path.join('modules', 'library')):
        for folder, folders, files in os.walk(os.path.join(FOLDER, root)):
            folders.sort()
            for file in sorted(files):
                if file.endswith('.py'):
                    yield os.path.join(folder, file)


def digest() -> bytes:
    """Return what tells one state of the compiler, the sources and Python from another."""
    state = hashlib.blake2b(str(sys.implementation.cache_tag).encode(), digest_size=16)
    for path in _files():
        state.update(os.path.relpath(path, FOLDER).encode())
        with open(path, 'rb') as file:
            state.update(file.read())
    return state.digest()


def write(natives: Callable[[str], list[str]]) -> None:
    """Compile everything, and write the file: what the build does at its end.

    Arguments:
        natives: gives the names that the native module of a name has.
    """
    files = [compile_prelude_file(name, source) for name, source in prelude.sources()]
    modules = {}
    for name, is_package in library.names():
        given = natives(name)
        compiled = compile_library_file(name, is_package, given)
        modules[name] = marshal.dumps((given, pack(compiled.module), compiled.constants))
    packed = marshal.dumps([(pack(file.module), file.functions) for file in files])
    # Written beside and then moved: who starts meanwhile sees the old one or the new one.
    with open(FILE + '.new', 'wb') as out:
        marshal.dump((digest(), packed, modules), out)
    os.replace(FILE + '.new', FILE)


_library: dict[str, bytes] = {}


def _read() -> tuple[bytes, dict[str, bytes]] | None:
    """Return what the file holds of the prelude and of the library; None where there is none, or of another state."""
    try:
        with open(FILE, 'rb') as file:
            made_from, packed, modules = marshal.load(file)
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return (packed, modules) if made_from == digest() else None


def is_current() -> bool:
    """Say whether the file is there and of the present state."""
    return _read() is not None


def prelude_files() -> list[PreludeFile]:
    """Return the files of the prelude, compiled."""
    read = _read()
    if read is None:
        return [compile_prelude_file(name, source) for name, source in prelude.sources()]
    packed, modules = read
    _library.update(modules)
    return [PreludeFile(unpack(module), functions) for module, functions in marshal.loads(packed)]


def library_file(name: str, is_package: bool, natives: list[str]) -> LibraryFile:
    """Return a module of the library, compiled; arguments as ``compile_library_file``."""
    packed = _library.get(name)
    if packed is not None:
        given, module, constants = marshal.loads(packed)
        if given == natives:
            return LibraryFile(unpack(module), constants)
    return compile_library_file(name, is_package, natives)
