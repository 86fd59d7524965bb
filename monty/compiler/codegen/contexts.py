"""``with`` and ``async with``.

The handler uses the three pinned registers that every handler uses (see exceptions.py); in a fourth one before them
the manager waits, and then its bound ``__exit__``.
"""

from __future__ import annotations

import ast
import sys

from .. import opcode_numbers as op
from ..assembler import Label
from .assignments import store
from .coroutines import AWAIT_AENTER, AWAIT_AEXIT, delegate
from .exceptions import leave_and_raise, place_cleanup, start_handler
from .generator import HANDLER_BLOCK, WITH_BLOCK, Generator

# Where errors of a manager's methods are shown: CPython 3.11 takes the whole statement, later ones the manager's
# expression.
_PLACE_OF_WHOLE_STATEMENT = sys.version_info < (3, 12)


def with_(g: Generator, node: ast.With | ast.AsyncWith) -> None:
    """``with a as b, c as d``"""
    _item(g, node, 0)


def _item(g: Generator, node: ast.With | ast.AsyncWith, number: int) -> None:
    """Generate the manager of one item of the statement, and inside it the following ones and the body."""
    if number == len(node.items):
        g.run_body(node.body)
        return
    item = node.items[number]
    is_async = type(node) is ast.AsyncWith
    place = node if _PLACE_OF_WHOLE_STATEMENT else item.context_expr
    manager = g.pin(4)
    register = manager + 1
    g.expression(item.context_expr, manager)
    g.depth = 0
    entered = g.temporary()
    g.emit(op.WITH_ENTER, 1 if is_async else 0, entered, manager, 0, place)
    if is_async:
        entered = delegate(g, entered, AWAIT_AENTER, entered, place)
    entry_bound = g.bound
    high_before = g.pinned_high
    g.pinned_high = g.pinned_top
    block = g.push_block(WITH_BLOCK, node)
    block.register = manager
    block.place = place
    block.is_async = is_async
    target = Label()
    g.open_region(target, register)
    if item.optional_vars is not None:
        store(g, item.optional_vars, entered)
    else:
        g.emit(op.UNSET, 0, entered, 0, 0, place)
    g.depth = 0
    _item(g, node, number + 1)
    g.blocks.pop()
    handler_lives = g.close_region()
    high = g.pinned_high
    g.pinned_high = max(high, high_before)
    exit_normally(g, manager, is_async, place)
    end = Label()
    g.jump(end, None)
    if handler_lives:
        start_handler(g, target, entry_bound, register, high, None)
        cleanup = Label()
        g.push_block(HANDLER_BLOCK, node).register = register
        g.open_region(cleanup, register + 2)
        first = g.temporaries(4)
        g.emit(op.EXCEPTION_PARTS, 0, first + 1, register, 0, place)
        _call_exit(g, manager, first, is_async, place)
        swallowed = Label()
        g.test(op.IF_TRUE, 1, 0, first, 0, swallowed, place)
        g.depth = 0
        g.blocks.pop()
        g.close_region()
        g.emit(op.MOVE, 0, register + 2, register, 0, None)
        place_cleanup(g, cleanup, entry_bound)
        g.emit(op.UNSET, 0, manager, 0, 0, None)
        leave_and_raise(g, register)
        g.place(swallowed)
        g.emit(op.LEAVE_HANDLER, 0, register, 0, 0, None)
        g.jump(end, None)
    g.place(end)
    g.unpin(manager)


def exit_normally(g: Generator, manager: int, is_async: bool, place: ast.AST) -> None:
    """Generate the call of ``__exit__(None, None, None)``."""
    mark = g.depth
    first = g.temporaries(4)
    for number in range(1, 4):
        g.load_constant(None, place, first + number)
    _call_exit(g, manager, first, is_async, place)
    g.emit(op.UNSET, 0, first, 0, 0, place)
    g.depth = mark


def _call_exit(g: Generator, manager: int, first: int, is_async: bool, place: ast.AST) -> None:
    """Generate the call of ``__exit__`` with the three arguments behind ``first``, where the result goes."""
    g.emit(op.MOVE, 0, first, manager, 0, place)
    g.emit(op.UNSET, 0, manager, 0, 0, place)
    g.emit(op.CALL, 0, first, first, 3, place)
    if is_async:
        g.depth -= 3
        delegate(g, first, AWAIT_AEXIT, first, place)
        g.depth += 3
