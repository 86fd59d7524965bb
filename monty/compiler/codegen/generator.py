"""``Generator`` generates the code of one function or module. The families of nodes are in the files beside this."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..assembler import MAX_REGISTERS, Assembler, Label, Place, Region, TooManyNames, is_small_int
from ..builtin_names import BUILTIN_NAMES
from ..code import BuiltinReference, Code
from ..opcode_numbers import (
    CHECK_BOUND,
    DELETE_CELL,
    DELETE_FREE,
    DELETE_GLOBAL,
    DELETE_LOCAL,
    DELETE_NAME,
    GET_CELL,
    GET_FREE,
    GET_GLOBAL,
    GET_NAME,
    LEAVE_HANDLER,
    LOAD_CONST,
    LOAD_INT,
    MOVE,
    NAME_OR_FREE,
    NAME_OR_GLOBAL,
    SET_CELL,
    SET_FREE,
    SET_GLOBAL,
    SET_NAME,
    UNSET,
)
from ..registers import TEMPORARY
from ..symbols import BOUND, CELL, CLASS_NAMESPACE, FREE, GLOBAL, LOCAL, NAMESPACE, UNBINDABLE, WALRUS, Scope, Symbols
from ..syntax_error import Source

# A fifth kind of name, besides those of symbols.py: nobody binds it, and its value is known.
CONSTANT = 4

# The slot of a global that nothing in the module binds.
NO_SLOT = 0xFFFF

# CPython allows no deeper nesting of loops and try statements.
MAX_BLOCKS = 20

# What a name is in the code being generated: its kind, and a register, an index of a free variable, a slot, or a value.
Variable = tuple[int, object]


class ModuleState:
    """What all code of a module shares while it is generated.

    Attributes:
        source: for error messages.
        symbols: the scopes.
        global_names: names of the globals by slot.
        slots: the slot of each.
        globals: what a global name is for a function (made as they come).
        docstring: of the module.
        name: its ``__name__``.
        copied_words: how many instructions went into repeated finally bodies.
    """

    __slots__ = ('source', 'symbols', 'global_names', 'slots', 'globals', 'docstring', 'name', 'copied_words')

    source: Source
    symbols: Symbols
    global_names: list[str]
    slots: dict[str, int]
    globals: dict[str, Variable]
    docstring: str | None
    name: str
    copied_words: int

    def __init__(self, source: Source, symbols: Symbols, global_names: list[str], docstring: str | None,
                 name: str = '__main__') -> None:
        self.source = source
        self.symbols = symbols
        self.global_names = global_names
        self.slots = {name: slot for slot, name in enumerate(global_names)}
        self.globals = {}
        self.docstring = docstring
        self.name = name
        self.copied_words = 0

    def global_variable(self, name: str) -> Variable:
        """Return what a global name is for code that is not the module's own."""
        variable = self.globals.get(name)
        if variable is None:
            slot = self.slots.get(name)
            if slot is not None:
                variable = GLOBAL, slot
            elif name in BUILTIN_NAMES:
                variable = CONSTANT, BuiltinReference(name)
            elif name == '__name__':
                variable = CONSTANT, self.name
            elif name == '__debug__':
                variable = CONSTANT, True
            elif name == '__doc__':
                variable = CONSTANT, self.docstring
            else:
                variable = GLOBAL, NO_SLOT
            self.globals[name] = variable
        return variable


class Block:
    """A statement around the code being generated that a return, break or continue must leave in order.

    Attributes:
        kind: LOOP_BLOCK, TRY_BLOCK (nothing to do), FINALLY_BLOCK, HANDLER_BLOCK, NAME_BLOCK (the body of an except
            clause with a name), STAR_BLOCK (the body of an except* clause, which cannot be left so), or WITH_BLOCK.
        break_label, continue_label: of a loop.
        body: of a finally.
        register: of a handler: the pinned register of its exception.
            Of a with statement: that of its manager.
        name: the name that is unbound at the end of an except clause.
        is_async, place: of a with statement: it is asynchronous; where errors of its ``__exit__`` are shown.
        regions: how many regions were open around the statement.
    """

    __slots__ = ('kind', 'break_label', 'continue_label', 'body', 'register', 'name', 'regions', 'is_async', 'place')

    kind: int
    break_label: Label | None
    continue_label: Label | None
    body: list[ast.stmt]
    register: int
    name: str
    regions: int
    is_async: bool
    place: ast.AST | None

    def __init__(self, kind: int, regions: int) -> None:
        self.kind = kind
        self.regions = regions
        self.break_label = None
        self.continue_label = None
        self.body = []
        self.register = -1
        self.name = ''
        self.is_async = False
        self.place = None


LOOP_BLOCK = 0
TRY_BLOCK = 1
FINALLY_BLOCK = 2
HANDLER_BLOCK = 3
NAME_BLOCK = 4
STAR_BLOCK = 5
WITH_BLOCK = 6

# Bodies of ``finally`` are generated once for each way out; all copies together may have this many instructions.
MAX_COPIED_WORDS = 300_000


class Generator(Assembler):
    """Generates the code of one function or module.

    Attributes:
        module: what is shared.
        scope: the scope of the function or module (a comprehension in it does not change this).
        code: what is being made.
        names: what each name is; a comprehension puts its variables here for its own length.
        is_module: this is the module's own code.
        is_class: this is the body of a class; its namespace is in register 0.
        is_function: a return is allowed here.
        blocks: statements that must be left in order, outermost first.
        loops: how many loops of this code are around the place.
        hazards: registers that may be assigned while an expression that has read them in place goes on, as a bit set:
            targets of assignment expressions; in module code also globals that functions assign.
        unbindable: registers that some statement may unbind, as a bit set.
        expressions, statements: tables of node type -> function.
        leave_with: generates the normal end of a with statement.
    """

    __slots__ = ('module', 'scope', 'code', 'names', 'is_module', 'blocks', 'loops', 'hazards', 'unbindable',
                 'expressions', 'statements', 'is_function', 'is_class', 'leave_with')

    module: ModuleState
    scope: Scope
    code: Code
    names: dict[str, Variable]
    is_module: bool
    is_class: bool
    blocks: list[Block]
    loops: int
    hazards: int
    unbindable: int
    expressions: dict[type, Callable[[Generator, ast.expr, int], int]]
    statements: dict[type, Callable[[Generator, ast.stmt], None]]
    is_function: bool
    leave_with: Callable[[Generator, int, bool, ast.AST | None], None]

    def start(self, module: ModuleState, scope: Scope, name: str, qualname: str, flags: int, first_line: int) -> None:
        """Begin a code without registers and names; who calls this fills them in."""
        self.module = module
        self.scope = scope
        self.names = {}
        self.is_module = False
        self.is_class = False
        self.blocks = []
        self.loops = 0
        self.hazards = 0
        self.unbindable = 0
        self.expressions = EXPRESSIONS
        self.statements = STATEMENTS
        self.is_function = True
        self.leave_with = LEAVE_WITH[0]
        code = self.code = Code()
        code.name = name
        code.qualname = qualname
        code.flags = flags
        code.argcount = code.posonly = code.kwonly = 0
        code.register_names = []
        code.free_names = []
        code.captures = []
        code.doc = None
        code.first_line = first_line

    def complete(self) -> Code:
        """Assemble and return the code."""
        if self.pinned_max + self.max_depth > MAX_REGISTERS:
            raise self.error('too many variables or nested expressions in one function', self.scope.node)
        self.finish(self.code)
        return self.code

    def error(self, message: str, node: ast.AST | None) -> Exception:
        """Return the syntax error to raise."""
        return self.module.source.error(message, node)

    # --- expressions and statements ---------------------------------------------------------------------------------

    def expression(self, node: ast.expr, target: int = -1) -> int:
        """Generate an expression and return the register of its value.

        With a target, the value is there, and nothing else is ever written there. Without one, it is a new temporary,
        or the register of a local variable, read in place.
        """
        kind = type(node)
        if kind is ast.Name:
            variable_kind, index = self.names[node.id]
            if variable_kind == LOCAL and self.bound >> index & 1:
                if target < 0 or target == index:
                    return index
                if not self.dead:
                    self.words.append((MOVE, 0, target, index, 0, node))
                return target
            return self.load(node.id, node, target)
        if kind is ast.Constant:
            return self.load_constant(node.value, node, target)
        return self.expressions[kind](self, node, target)

    def operand(self, node: ast.expr, later: ast.expr) -> int:
        """Generate an operand that is read only after ``later`` was evaluated.

        What is read in place must not be assigned meanwhile: such a variable is copied first.
        """
        register = self.expression(node, -1)
        if self.hazards and register < TEMPORARY and self.hazards >> register & 1:
            kind = type(later)
            if kind is not ast.Name and kind is not ast.Constant:
                copy = self.temporary()
                self.emit(MOVE, 0, copy, register, 0, node)
                return copy
        return register

    def operand_before(self, node: ast.expr, later: list) -> int:
        """As ``operand``, with several nodes (or None) evaluated in between."""
        register = self.expression(node, -1)
        if self.hazards and register < TEMPORARY and self.hazards >> register & 1:
            for other in later:
                if other is not None and type(other) is not ast.Name and type(other) is not ast.Constant:
                    copy = self.temporary()
                    self.emit(MOVE, 0, copy, register, 0, node)
                    return copy
        return register

    def run_body(self, body: list[ast.stmt]) -> None:
        """Generate statements."""
        statements = self.statements
        for node in body:
            statements[type(node)](self, node)
            self.depth = 0

    # --- constants --------------------------------------------------------------------------------------------------

    def load_constant(self, value: object, place: Place, target: int) -> int:
        """Load a constant into the target, else return a new temporary; in a loop, a register that keeps it."""
        if target < 0:
            if self.loops and not self.dead:
                target = self.constant_register(value)
                if target >= 0:
                    return target
            target = self.temporary()
        if not self.dead:
            if is_small_int(value):
                self.words.append((LOAD_INT, 0, target, value, 0, place))
            else:
                self.words.append((LOAD_CONST, 0, target, self.far_constant(value), 0, place))
        return target

    def name_constant(self, name: str, node: ast.AST | None) -> int:
        """Return the constant index of a name."""
        index = self.constant_index.get(name)
        if index is not None:
            return index
        return self.near_constant(name, node)

    def near_constant(self, value: object, node: ast.AST | None) -> int:
        """Return the index of a constant for a 16-bit operand."""
        try:
            return self.constant(value)
        except TooManyNames:
            raise self.error('too many names and constants in one function', node) from None

    # --- names ------------------------------------------------------------------------------------------------------

    def load(self, name: str, node: Place, target: int) -> int:
        """Generate the reading of a name."""
        kind, index = self.names[name]
        if kind == LOCAL:
            if not self.bound >> index & 1:
                if self.is_module and index < len(self.module.global_names) and name in BUILTIN_NAMES:
                    # It may still be the builtin.
                    if target < 0:
                        target = self.temporary()
                    self.emit(GET_GLOBAL, 0, target, index, self.name_constant(name, None), node)
                    return target
                self.emit(CHECK_BOUND, 0, index, self.name_constant(name, None), 0, node)
                self.bound |= 1 << index
            if target >= 0 and target != index:
                self.emit(MOVE, 0, target, index, 0, node)
                return target
            return index
        if kind == CONSTANT:
            return self.load_constant(index, node, target)
        if target < 0:
            target = self.temporary()
        constant = self.name_constant(name, None)
        if kind == NAMESPACE:
            return self.load_from_namespace(index[0], constant, node, target)
        if kind == GLOBAL:
            self.emit(GET_GLOBAL, 0, target, index, constant, node)
        elif kind == CELL:
            self.emit(GET_CELL, 0, target, index, constant, node)
        else:
            self.emit(GET_FREE, 0, target, index, constant, node)
        return target

    def load_from_namespace(self, fallback: Variable, constant: int, node: Place, target: int) -> int:
        """Generate the reading of a name of a class body: from its namespace, or else as what it is around the class."""
        self.emit(GET_NAME, 0, target, 0, constant, node)
        kind, index = fallback
        if kind == FREE:
            self.emit(NAME_OR_FREE, 0, target, index, constant, node)
        else:
            self.emit(NAME_OR_GLOBAL, 0, target, index if kind == GLOBAL else NO_SLOT, constant, node)
        return target

    def local_register(self, target: ast.expr) -> int:
        """Return the register of a target that is a plain local variable, else -1."""
        if type(target) is ast.Name:
            kind, index = self.names[target.id]
            if kind == LOCAL:
                return index
        return -1

    def assign_name(self, name: str, register: int, node: Place) -> None:
        """Generate the assignment of a register to a name."""
        kind, index = self.names[name]
        if kind == LOCAL:
            if register != index:
                self.emit(MOVE, 0, index, register, 0, node)
            self.bound |= 1 << index
        elif kind == GLOBAL:
            self.emit(SET_GLOBAL, 0, index, register, 0, node)
        elif kind == NAMESPACE:
            self.emit(SET_NAME, 0, 0, self.name_constant(name, None), register, node)
        elif kind == CELL:
            self.emit(SET_CELL, 0, index, register, 0, node)
        else:
            self.emit(SET_FREE, 0, index, register, 0, node)

    def delete_name(self, name: str, node: Place) -> None:
        """Generate ``del name``."""
        kind, index = self.names[name]
        constant = self.name_constant(name, None)
        if kind == LOCAL:
            self.emit(DELETE_LOCAL, 0, index, constant, 0, node)
            if not self.dead:
                self.bound &= ~(1 << index)
        elif kind == GLOBAL:
            self.emit(DELETE_GLOBAL, 0, index, constant, 0, node)
        elif kind == NAMESPACE:
            self.emit(DELETE_NAME, 0, 0, constant, 0, node)
        elif kind == CELL:
            self.emit(DELETE_CELL, 0, index, constant, 0, node)
        else:
            self.emit(DELETE_FREE, 0, index, constant, 0, node)

    def unbind_name(self, name: str) -> None:
        """Generate the end of the name of an except clause: it becomes unbound, whether it was bound or not."""
        kind, index = self.names[name]
        if kind == LOCAL:
            self.emit(UNSET, 0, index, 0, 0, None)
            if not self.dead:
                self.bound &= ~(1 << index)
            return
        mark = self.depth
        self.assign_name(name, self.load_constant(None, None, -1), None)
        self.depth = mark
        self.delete_name(name, None)

    # --- blocks -----------------------------------------------------------------------------------------------------

    def push_block(self, kind: int, node: ast.AST) -> Block:
        """Go into a statement that a return, break or continue must leave in order."""
        if len(self.blocks) >= MAX_BLOCKS:
            raise self.error('too many statically nested blocks', node)
        block = Block(kind, len(self.regions))
        self.blocks.append(block)
        return block

    def check_leaving(self, first: int, node: ast.AST) -> None:
        """Refuse a jump out of the blocks from number ``first`` on if an ``except*`` clause is among them."""
        for block in self.blocks[first:]:
            if block.kind == STAR_BLOCK:
                raise self.error("'break', 'continue' and 'return' cannot appear in an except* block", node)

    def leave_blocks(self, first: int) -> None:
        """Generate what a jump out of the blocks from number ``first`` on must do; they stay open for what follows."""
        blocks = self.blocks
        for block in blocks[first:]:
            if block.kind > TRY_BLOCK:
                break
        else:
            return
        if self.dead:
            return
        left = blocks[first:]
        suspended: list[Region] = []
        while len(blocks) > first:
            block = blocks.pop()
            if len(self.regions) > block.regions:
                suspended[:0] = self.suspend_regions(block.regions)
            if block.kind == FINALLY_BLOCK:
                self.copy_body(block.body)
            elif block.kind == HANDLER_BLOCK:
                self.emit(LEAVE_HANDLER, 0, block.register, 0, 0, None)
            elif block.kind == NAME_BLOCK:
                self.unbind_name(block.name)
            elif block.kind == WITH_BLOCK:
                self.leave_with(self, block.register, block.is_async, block.place)
        blocks.extend(left)
        self.resume_regions(suspended)

    def copy_body(self, body: list[ast.stmt]) -> None:
        """Generate the body of a ``finally`` once more."""
        before = len(self.words)
        self.run_body(body)
        module = self.module
        module.copied_words += len(self.words) - before + 1
        if module.copied_words > MAX_COPIED_WORDS:
            raise self.error("too many nested 'finally' clauses", body[0])


def scope_variables(generator: Generator) -> None:
    """Fill in what the names of a function's scope are; locals get the registers from 0, parameters first."""
    scope = generator.scope
    module = generator.module
    names = generator.names
    register = 0
    register_names: list[str] = []
    flags = scope.flags
    if generator.is_class:
        register_names.append(CLASS_NAMESPACE)
        names[CLASS_NAMESPACE] = LOCAL, 0
        register = 1
    hazards = unbindable = 0
    free = 0
    for name in scope.parameters:
        names[name] = scope.kinds[name], register
        register_names.append(name)
        register += 1
    for name, kind in scope.kinds.items():
        if kind == LOCAL or kind == CELL:
            if name not in names:
                names[name] = kind, register
                register_names.append(name)
                register += 1
        elif kind == FREE or kind == NAMESPACE:
            continue
        else:
            names[name] = module.global_variable(name)
    for name in scope.free:
        names[name] = FREE, free
        free += 1
    for name, kind in scope.kinds.items():
        if kind == NAMESPACE:
            # for the body itself, and for the comprehensions and functions in it
            inside = names.get(name) or module.global_variable(name)
            if name in ('__name__', '__debug__') and inside[0] == CONSTANT and not flags[name] & BOUND:
                names[name] = inside
                continue
            names[name] = NAMESPACE, (module.global_variable(name) if flags[name] & BOUND else inside, inside)
    if scope.has_walrus or scope.has_unbindable:
        for name, known in flags.items():
            if known & (WALRUS | UNBINDABLE) and scope.kinds.get(name) == LOCAL:
                bit = 1 << names[name][1]
                if known & WALRUS:
                    hazards |= bit
                if known & UNBINDABLE:
                    unbindable |= bit
    generator.hazards = hazards
    generator.unbindable = unbindable
    code = generator.code
    code.register_names = register_names
    code.free_names = scope.free
    generator.start_code(register)


# Filled by the families of nodes, in ``codegen/__init__.py``.
EXPRESSIONS: dict[type, Callable[[Generator, ast.expr, int], int]] = {}
STATEMENTS: dict[type, Callable[[Generator, ast.stmt], None]] = {}
LEAVE_WITH: list[Callable[[Generator, int, bool, ast.AST | None], None]] = []
