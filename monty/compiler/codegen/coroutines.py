"""``yield from``, ``await``, ``async for``: what waits for another generator, coroutine or asynchronous iterator.

Waiting is one instruction, YIELD_FROM, that goes on until the other is finished.
"""

from __future__ import annotations

import ast

from .. import opcode_numbers as op
from ..assembler import Label
from ..code import BuiltinReference
from ..registers import TEMPORARY
from .assignments import store
from .generator import LOOP_BLOCK, Generator

# Whose operand it is that GET_DELEGATE gets (its flag).
YIELD_FROM, AWAIT, AWAIT_AENTER, AWAIT_AEXIT, AWAIT_ANEXT = range(5)


def yield_from(g: Generator, node: ast.YieldFrom, target: int) -> int:
    """``yield from a``"""
    return _wait(g, node.value, YIELD_FROM, target, node)


def await_(g: Generator, node: ast.Await, target: int) -> int:
    """``await a``"""
    return _wait(g, node.value, AWAIT, target, node)


def _wait(g: Generator, value: ast.expr, kind: int, target: int, place: ast.AST) -> int:
    mark = g.depth
    operand = g.expression(value, -1)
    g.depth = mark
    return delegate(g, operand, kind, target, place)


def delegate(g: Generator, operand: int, kind: int, target: int, place: ast.AST) -> int:
    """Generate the waiting for what is in a register; its result is in the target, else in a new temporary."""
    iterator = g.pin()
    g.emit(op.GET_DELEGATE, kind, iterator, operand, 0, place)
    # The values sent are in the target meanwhile, which must not be a variable then.
    result = target if target >= TEMPORARY else g.temporary()
    g.load_constant(None, place, result)
    g.emit(op.YIELD_FROM, 0, result, iterator, 0, place)
    g.unpin(iterator)
    if target >= 0 and target != result:
        g.emit(op.MOVE, 0, target, result, 0, place)
        g.depth -= 1
        return target
    return result


def async_for(g: Generator, node: ast.AsyncFor) -> None:
    """``async for a in b``"""
    block = g.push_block(LOOP_BLOCK, node)
    iterator = g.pin()
    start_async_iteration(g, node.iter, iterator, node.iter)
    g.depth = 0
    after = block.break_label = Label()
    next_item = block.continue_label = Label()
    failed = Label()
    exception = g.pin()
    if not g.dead:
        g.bound &= ~g.unbindable
    g.place(next_item)
    g.loops += 1
    entry_bound = g.bound
    item = async_next(g, iterator, failed, exception, node.iter)
    store(g, node.target, item)
    g.depth = 0
    g.run_body(node.body)
    g.jump(next_item, node)
    g.loops -= 1
    g.blocks.pop()
    end_async_iteration(g, iterator, failed, exception, entry_bound, node.iter)
    g.run_body(node.orelse)
    g.place(after)
    g.emit(op.UNSET, 0, iterator, 0, 0, None)
    g.unpin(iterator)


def start_async_iteration(g: Generator, node: ast.expr, iterator: int, place: ast.AST) -> None:
    """Evaluate what an asynchronous loop goes over; the iterator is in a pinned register."""
    mark = g.depth
    g.emit(op.GET_AITER, 0, iterator, g.expression(node, -1), 0, place)
    g.depth = mark


def async_next(g: Generator, iterator: int, failed: Label, exception: int, place: ast.AST) -> int:
    """Generate the waiting for the next item, into a new temporary; at the end of all, or an error, go to a label."""
    item = g.temporary()
    g.open_region(failed, exception)
    g.emit(op.GET_ANEXT, 0, item, iterator, 0, place)
    delegate(g, item, AWAIT_ANEXT, item, place)
    g.close_region()
    return item


def end_async_iteration(g: Generator, iterator: int, failed: Label, exception: int, entry_bound: int,
                        place: ast.AST) -> None:
    """Generate where the waiting for an item leads that raised: StopAsyncIteration ends the loop."""
    failed.jumps += 1
    failed.bound &= entry_bound & ~g.unbindable
    g.place(failed)
    mark = g.depth
    kind = g.load_constant(BuiltinReference('StopAsyncIteration'), place, g.temporary())
    matches = g.temporary()
    g.emit(op.MATCH_EXCEPTION, 0, matches, exception, kind, place)
    g.depth = mark
    ended = Label()
    g.test(op.IF_TRUE, 1, 0, matches, 0, ended, place)
    g.emit(op.RERAISE, 0, exception, 0, 0, place)
    g.end()
    g.place(ended)
    g.emit(op.UNSET, 0, exception, 0, 0, place)
    g.emit(op.UNSET, 0, iterator, 0, 0, place)
