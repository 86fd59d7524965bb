"""Simple statements, ``if``, and imports."""

from __future__ import annotations

import ast
import sys

from .. import opcode_numbers as op
from ..assembler import Label
from ..code import BuiltinReference
from ..opcodes import NO_REGISTER
from .assignments import drop
from .conditions import branch
from .folding import NOT_CONSTANT, constant_of
from .generator import FINALLY_BLOCK, LOOP_BLOCK, Generator


def expression_statement(g: Generator, node: ast.Expr) -> None:
    """An expression whose value nobody needs."""
    drop(g, node.value)


def pass_(g: Generator, node: ast.stmt) -> None:
    """``pass``; also ``global`` and ``nonlocal``, which only the symbols care about."""


def if_(g: Generator, node: ast.If) -> None:
    """``if``, ``elif``, ``else``"""
    end = Label()
    # A long elif chain nests in ``orelse``: go along it in a loop.
    while True:
        body = node.body
        orelse = node.orelse
        exit_label = _plain_exit(g, body)
        if exit_label is not None:
            # ``if c: break`` is one jump.
            branch(g, node.test, exit_label, True)
            g.depth = 0
        else:
            otherwise = Label()
            branch(g, node.test, otherwise, False)
            g.depth = 0
            g.run_body(body)
            if orelse:
                g.jump(end, None)
            g.place(otherwise)
        if len(orelse) == 1 and type(orelse[0]) is ast.If:
            node = orelse[0]
        else:
            break
    if orelse:
        g.run_body(orelse)
    g.place(end)


def _plain_exit(g: Generator, body: list[ast.stmt]) -> Label | None:
    """Return where a body leads that is a break or continue with nothing to do on the way, else None."""
    kind = type(body[0])
    if (kind is ast.Break or kind is ast.Continue) and g.blocks:
        block = g.blocks[-1]
        if block.kind == LOOP_BLOCK:
            return block.break_label if kind is ast.Break else block.continue_label
    return None


def return_(g: Generator, node: ast.Return) -> None:
    """``return a``"""
    if not g.is_function:
        raise g.error("'return' outside function", node)
    value = node.value
    for block in g.blocks:
        if block.kind >= FINALLY_BLOCK:
            g.check_leaving(0, node if value is None else value)
            _return_through(g, node)
            return
    if value is None:
        g.emit(op.RETURN_CONST, 0, 0, g.far_constant(None), 0, node)
        g.end()
    else:
        return_value(g, value, node)


def return_value(g: Generator, value: ast.expr, place: ast.AST) -> None:
    """Return the value of an expression; each way through a conditional expression returns by itself."""
    constant = constant_of(value)
    if constant is not NOT_CONSTANT:
        g.emit(op.RETURN_CONST, 0, 0, g.far_constant(constant), 0, place)
    elif type(value) is ast.IfExp:
        otherwise = Label()
        branch(g, value.test, otherwise, False)
        return_value(g, value.body, place)
        g.place(otherwise)
        return_value(g, value.orelse, place)
    else:
        mark = g.depth
        g.emit(op.RETURN, 0, g.expression(value, -1), 0, 0, place)
        g.depth = mark
    g.end()


def _return_through(g: Generator, node: ast.Return) -> None:
    """A return that leaves ``finally`` or ``except`` clauses: the value waits in a pinned register."""
    value = node.value
    constant = None if value is None else constant_of(value)
    if constant is not NOT_CONSTANT:
        g.leave_blocks(0)
        g.emit(op.RETURN_CONST, 0, 0, g.far_constant(constant), 0, node)
    else:
        pinned = g.pin()
        g.expression(value, pinned)
        g.depth = 0
        g.leave_blocks(0)
        g.emit(op.RETURN, 0, pinned, 0, 0, node)
        g.unpin(pinned)
    g.end()


def break_(g: Generator, node: ast.Break) -> None:
    """``break``"""
    _leave_loop(g, node, "'break' outside loop", True)


def continue_(g: Generator, node: ast.Continue) -> None:
    """``continue``"""
    _leave_loop(g, node, "'continue' not properly in loop", False)


def _leave_loop(g: Generator, node: ast.stmt, message: str, is_break: bool) -> None:
    blocks = g.blocks
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if block.kind == LOOP_BLOCK:
            break
    else:
        g.check_leaving(0, node)
        raise g.error(message, node)
    g.check_leaving(number + 1, node)
    g.leave_blocks(number + 1)
    label = block.break_label if is_break else block.continue_label
    g.jump(label, node)


def assert_(g: Generator, node: ast.Assert) -> None:
    """``assert a, b``"""
    passed = Label()
    branch(g, node.test, passed, True)
    place = _place_of_failure(node)
    error = g.near_constant(BuiltinReference('AssertionError'), node)
    if node.msg is None:
        register = g.temporary()
        g.emit(op.LOAD_CONST, 0, register, error, 0, place)
    else:
        register = g.temporary()
        g.expression(node.msg, register)
        g.emit(op.CALL_CONST, 0, register, register, 1, place)
        g.emit(op.EXT, 0, 0, error, 0, place)
    g.emit(op.RAISE, 0, register, NO_REGISTER, 0, place)
    g.end()
    g.place(passed)


def _place_of_failure(node: ast.Assert) -> ast.AST:
    """Return where the running CPython says that an assertion failed."""
    if sys.version_info >= (3, 13):
        return node.test
    if sys.version_info < (3, 12):
        # 3.11 shows the comparison it tested last.
        test = node.test
        while True:
            if type(test) is ast.Compare:
                return test
            if type(test) is ast.BoolOp:
                test = test.values[-1]
            elif type(test) is ast.UnaryOp and type(test.op) is ast.Not:
                test = test.operand
            else:
                break
    return node


def raise_(g: Generator, node: ast.Raise) -> None:
    """``raise``, ``raise a``, ``raise a from b``"""
    exception = cause = NO_REGISTER
    if node.exc is not None:
        if node.cause is not None:
            exception = g.operand(node.exc, node.cause)
            cause = g.expression(node.cause, -1)
        else:
            exception = g.expression(node.exc, -1)
    g.emit(op.RAISE, 0, exception, cause, 0, node)
    g.end()


def import_(g: Generator, node: ast.Import) -> None:
    """``import a.b, c as d``"""
    for alias in node.names:
        name = alias.name
        if alias.asname is None:
            top = name.partition('.')[0]
            _import_to(g, alias.asname or top, name, 1 if top != name else 0, node)
        else:
            _import_to(g, alias.asname, name, 0, node)


def _import_to(g: Generator, variable: str, module: str, flag: int, node: ast.Import) -> None:
    kind, index = g.names[variable]
    register = index if kind == 0 else g.temporary()
    g.emit(op.IMPORT, flag, register, g.name_constant(module, node), 0, node)
    g.assign_name(variable, register, node)
    g.depth = 0


def import_from(g: Generator, node: ast.ImportFrom) -> None:
    """``from a import b as c``"""
    if node.level:
        _raise_relative_import(g, node)
        return
    if node.module == '__future__':
        return
    pinned = g.pin()
    g.emit(op.IMPORT, 0, pinned, g.name_constant(node.module, node), 0, node)
    for alias in node.names:
        if alias.name == '*':
            g.emit(op.IMPORT_STAR, 0, pinned, 0, 0, node)
            break
        variable = alias.asname or alias.name
        kind, index = g.names[variable]
        register = index if kind == 0 else g.temporary()
        g.emit(op.IMPORT_FROM, 0, register, pinned, g.name_constant(alias.name, node), node)
        g.assign_name(variable, register, node)
        g.depth = 0
    g.emit(op.UNSET, 0, pinned, 0, 0, node)
    g.unpin(pinned)


def _raise_relative_import(g: Generator, node: ast.ImportFrom) -> None:
    """A script has no package that a relative import could start from: ImportError when it is run."""
    register = g.temporary()
    g.load_constant('attempted relative import with no known parent package', node, register)
    g.emit(op.CALL_CONST, 0, register, register, 1, node)
    g.emit(op.EXT, 0, 0, g.near_constant(BuiltinReference('ImportError'), node), 0, node)
    g.emit(op.RAISE, 0, register, NO_REGISTER, 0, node)
