"""``Code``: what the compiler hands to the machine, and all that the two halves share."""

from __future__ import annotations

# Bits of ``Code.flags``.
VARARGS = 1          # has a *args parameter
VARKEYWORDS = 2      # has a **kwargs parameter
GENERATOR = 4        # calling it makes a generator
MODULE = 8           # module code: its first registers are the module's globals
SIMPLE_ARGUMENTS = 16  # only positional-or-keyword or positional-only parameters, none captured by a cell
COROUTINE = 32       # async def
ASYNC_GENERATOR = 64
LAMBDA = 128
KEEPS_ARGUMENTS = 256  # SIMPLE_ARGUMENTS, and no parameter is ever assigned or deleted
CLASS = 512          # the body of a class: its one parameter is the namespace


class BuiltinReference:
    """A constant that stands for the builtin of that name (``len``, ``ValueError``)."""

    __slots__ = ('name',)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f'<builtin {self.name}>'


class Code:
    """The register code of one function, or of a module.

    Attributes:
        name: ``__name__`` of the function, ``<module>``, ``<lambda>``, ``<genexpr>``.
        qualname: ``__qualname__``.
        flags: bits named at the top of this module.
        argcount: positional parameters, positional-only ones included.
        posonly: how many of them are positional-only.
        kwonly: keyword-only parameters. Registers: positional, keyword-only, then *args, then **kwargs.
        register_count: registers of a frame, at most 65535.
        first_temp: the first register that is a temporary.
        instructions: instruction words (ints of 64 bits), see opcodes.py.
        constants: None, bool, int, float, complex, str, bytes, Ellipsis, tuple of these,
            frozenset of these but tuples, Code, BuiltinReference.
        register_names: names of the parameters and named locals, in register order.
        free_names: names of the free variables, in closure order.
        captures: where each free variable comes from when the function is made: ``(True, register)``, a cell in the
            maker's frame, or ``(False, index)``, one of the maker's own free variables.
        exception_table: ``(start, end, target, register)``: an exception raised by an instruction in [start, end)
            goes on at target with the exception in R[register]. The innermost comes first.
        positions: for each instruction (line, end line, column, end column); columns count UTF-8 bytes from 0, as in
            ast nodes; line 0 means none.
        doc: docstring or None.
        first_line: line of the def.
    """

    __slots__ = ('name', 'qualname', 'flags', 'argcount', 'posonly', 'kwonly', 'register_count', 'first_temp',
                 'instructions', 'constants', 'register_names', 'free_names', 'captures', 'exception_table',
                 'positions', 'doc', 'first_line')

    name: str
    qualname: str
    flags: int
    argcount: int
    posonly: int
    kwonly: int
    register_count: int
    first_temp: int
    instructions: list[int]
    constants: list[object]
    register_names: list[str]
    free_names: list[str]
    captures: list[tuple[bool, int]]
    exception_table: list[tuple[int, int, int, int]]
    positions: list[tuple[int, int, int, int]]
    doc: str | None
    first_line: int

    def __repr__(self) -> str:
        return f'<Code {self.qualname}, {len(self.instructions)} instructions>'


class Module:
    """A compiled module: its code, and the names of its globals by slot (which are its code's first registers).

    ``in_dict``: its names live in a dict, and its code only makes the function that is the module, and calls it.
    """

    __slots__ = ('code', 'global_names', 'script_name', 'in_dict')

    def __init__(self, code: Code, global_names: list[str], script_name: str, in_dict: bool = False) -> None:
        self.code = code
        self.global_names = global_names
        self.script_name = script_name
        self.in_dict = in_dict
