"""``try`` with ``except``, ``except*`` and ``finally``.

An ``except`` handler uses three consecutive pinned registers: the exception, the exception handled before it (see ENTER_HANDLER),
and an exception that the handler itself lets out.
"""

from __future__ import annotations

import ast

from .. import opcode_numbers as op
from ..assembler import Label
from .generator import FINALLY_BLOCK, HANDLER_BLOCK, NAME_BLOCK, STAR_BLOCK, TRY_BLOCK, Generator


def try_(g: Generator, node: ast.Try | ast.TryStar) -> None:
    """``try``"""
    if node.finalbody:
        _try_finally(g, node)
    else:
        _try_handlers(g, node)


def _try_handlers(g: Generator, node: ast.Try | ast.TryStar) -> None:
    if isinstance(node, ast.TryStar):
        _try_except_star(g, node)
    else:
        _try_except(g, node)


def _try_finally(g: Generator, node: ast.Try | ast.TryStar) -> None:
    register = g.pin(3)
    entry_bound = g.bound
    high_before = g.pinned_high
    g.pinned_high = g.pinned_top
    block = g.push_block(FINALLY_BLOCK, node)
    block.body = node.finalbody
    target = Label()
    g.open_region(target, register)
    if node.handlers:
        _try_handlers(g, node)
    else:
        g.run_body(node.body)
    g.blocks.pop()
    handler_lives = g.close_region()
    high = g.pinned_high
    g.pinned_high = max(high, high_before)
    if not g.dead or not handler_lives:
        g.copy_body(node.finalbody)
    end = Label()
    g.jump(end, None)
    if handler_lives:
        start_handler(g, target, entry_bound, register, high, None)
        cleanup = Label()
        handler = g.push_block(HANDLER_BLOCK, node)
        handler.register = register
        g.open_region(cleanup, register + 2)
        g.copy_body(node.finalbody)
        g.blocks.pop()
        g.close_region()
        # The exception goes on as if the handler's own code had raised it.
        g.emit(op.MOVE, 0, register + 2, register, 0, None)
        place_cleanup(g, cleanup, entry_bound)
        leave_and_raise(g, register)
    g.place(end)
    g.unpin(register)


def _try_except(g: Generator, node: ast.Try) -> None:
    register = g.pin(3)
    entry_bound = g.bound
    high_before = g.pinned_high
    g.pinned_high = g.pinned_top
    g.push_block(TRY_BLOCK, node)
    target = Label()
    g.open_region(target, register)
    g.run_body(node.body)
    g.blocks.pop()
    handler_lives = g.close_region()
    high = g.pinned_high
    g.pinned_high = max(high, high_before)
    g.run_body(node.orelse)
    end = Label()
    g.jump(end, None)
    if handler_lives:
        start_handler(g, target, entry_bound, register, high, node)
    cleanup = Label()
    block = g.push_block(HANDLER_BLOCK, node)
    block.register = register
    g.open_region(cleanup, register + 2)
    # For each except clause with a name: where its body's exceptions go, and the name.
    named: list[tuple[Label, str]] = []
    for handler in node.handlers:
        following = Label()
        if handler.type is not None:
            mark = g.depth
            matches = g.expression(handler.type, -1)
            g.depth = mark
            result = g.temporary()
            g.emit(op.MATCH_EXCEPTION, 0, result, register, matches, handler)
            g.depth = mark
            g.test(op.IF_TRUE, 0, 0, result, 0, following, handler.type)
        elif handler is not node.handlers[-1]:
            raise g.error("default 'except:' must be last", handler)
        if handler.name is None:
            g.run_body(handler.body)
        else:
            g.assign_name(handler.name, register, handler)
            unbind = Label()
            g.push_block(NAME_BLOCK, handler).name = handler.name
            g.open_region(unbind, register + 2)
            g.run_body(handler.body)
            g.blocks.pop()
            if g.close_region():
                named.append((unbind, handler.name))
            g.unbind_name(handler.name)
        g.emit(op.LEAVE_HANDLER, 0, register, 0, 0, None)
        g.jump(end, None)
        g.place(following)
    g.blocks.pop()
    cleanup_lives = g.close_region()
    if not g.dead:
        # No clause matched.
        g.emit(op.MOVE, 0, register + 2, register, 0, None)
        g.jump(cleanup, None)
    for unbind, name in named:
        place_cleanup(g, unbind, entry_bound)
        g.unbind_name(name)
        g.jump(cleanup, None)
    if cleanup_lives and handler_lives:
        place_cleanup(g, cleanup, entry_bound)
        leave_and_raise(g, register)
    g.place(end)
    g.unpin(register)


def _try_except_star(g: Generator, node: ast.TryStar) -> None:
    # Behind the three registers of the handler: the same three for the part that a clause handles, then the part that
    # none has handled yet, and the list of what the clauses raise.
    register = g.pin(8)
    match = register + 3
    rest = register + 6
    raised = register + 7
    entry_bound = g.bound
    high_before = g.pinned_high
    g.pinned_high = g.pinned_top
    g.push_block(TRY_BLOCK, node)
    target = Label()
    g.open_region(target, register)
    g.run_body(node.body)
    g.blocks.pop()
    handler_lives = g.close_region()
    high = g.pinned_high
    g.pinned_high = max(high, high_before)
    g.run_body(node.orelse)
    end = Label()
    g.jump(end, None)
    if handler_lives:
        start_handler(g, target, entry_bound, register, high, node)
    cleanup = Label()
    block = g.push_block(HANDLER_BLOCK, node)
    block.register = register
    g.open_region(cleanup, register + 2)
    g.emit(op.BUILD_LIST, 0, raised, g.temporaries(0), 0, None)
    g.emit(op.MOVE, 0, rest, register, 0, None)
    for handler in node.handlers:
        _star_clause(g, handler, match, rest, raised)
    g.emit(op.LIST_APPEND, 0, raised, rest, 0, None)
    g.emit(op.JOIN_RAISED, 0, register + 2, register, raised, node)
    for pinned in (rest, raised):
        g.emit(op.UNSET, 0, pinned, 0, 0, None)
    leave = Label()
    g.test(op.IF_NONE, 0, 0, register + 2, 0, leave, None)
    g.emit(op.UNSET, 0, register + 2, 0, 0, None)
    g.emit(op.LEAVE_HANDLER, 0, register, 0, 0, None)
    g.jump(end, None)
    g.blocks.pop()
    g.close_region()
    if handler_lives:
        g.place(leave)
        place_cleanup(g, cleanup, entry_bound)
        leave_and_raise(g, register)
    g.place(end)
    g.unpin(register)


def _star_clause(g: Generator, handler: ast.ExceptHandler, match: int, rest: int, raised: int) -> None:
    """One ``except*`` clause: it handles a part of the exception; what it raises is kept for later."""
    following = Label()
    mark = g.depth
    kinds = g.expression(handler.type, -1)
    g.depth = mark
    pair = g.temporaries(2)
    g.emit(op.MATCH_GROUP, 0, pair, rest, kinds, handler)
    g.emit(op.MOVE, 0, rest, pair + 1, 0, None)
    g.emit(op.MOVE, 0, match, pair, 0, None)
    g.depth = mark
    g.test(op.IF_NONE, 1, 0, match, 0, following, handler.type)
    g.emit(op.ENTER_HANDLER, 0, match, 0, 0, None)
    entry_bound = g.bound
    if handler.name is not None:
        g.assign_name(handler.name, match, handler)
    failed = Label()
    g.push_block(STAR_BLOCK, handler)
    g.open_region(failed, match + 2)
    g.run_body(handler.body)
    g.blocks.pop()
    fails = g.close_region()
    if handler.name is not None:
        g.unbind_name(handler.name)
    g.emit(op.LEAVE_HANDLER, 0, match, 0, 0, None)
    g.jump(following, None)
    if fails:
        place_cleanup(g, failed, entry_bound)
        g.emit(op.LEAVE_HANDLER, 0, match, 0, 0, None)
        g.emit(op.LIST_APPEND, 0, raised, match + 2, 0, None)
        g.emit(op.UNSET, 0, match + 2, 0, 0, None)
        if handler.name is not None:
            g.unbind_name(handler.name)
        g.jump(following, None)
    g.place(following)


def start_handler(g: Generator, target: Label, entry_bound: int, register: int, high: int,
                   place: ast.AST | None) -> None:
    """Begin the code that exceptions lead to."""
    place_cleanup(g, target, entry_bound)
    # What loops and comprehensions in the body had pinned is let go of.
    for pinned in range(register + 3, high):
        g.emit(op.UNSET, 0, pinned, 0, 0, None)
    g.emit(op.ENTER_HANDLER, 0, register, 0, 0, place)
    g.depth = 0


def place_cleanup(g: Generator, label: Label, entry_bound: int) -> None:
    """Place a label that exceptions lead to; what was surely bound when the statement began may have been unbound."""
    label.jumps += 1
    label.bound &= entry_bound & ~g.unbindable
    g.place(label)


def leave_and_raise(g: Generator, register: int) -> None:
    """Let the exception in the third register of a handler out of it."""
    g.emit(op.LEAVE_HANDLER, 0, register, 0, 0, None)
    g.emit(op.RERAISE, 0, register + 2, 0, 0, None)
    g.end()
