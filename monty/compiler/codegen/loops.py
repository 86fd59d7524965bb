"""``for`` and ``while``. The test stands at the bottom of a loop, so that one jump per round suffices."""

from __future__ import annotations

import ast
import sys

from .. import opcode_numbers as op
from ..assembler import Label
from ..code import BuiltinReference
from ..symbols import LOCAL
from .assignments import store
from .conditions import branch
from .folding import NOT_CONSTANT, constant_of
from .generator import CONSTANT, LOOP_BLOCK, Generator


# Where an error of the iterator is shown: up to 3.12 CPython takes the whole statement or comprehension, later the
# expression that is iterated over.
PLACE_OF_WHOLE_LOOP = sys.version_info < (3, 13)


def for_(g: Generator, node: ast.For) -> None:
    """``for a in b``"""
    block = g.push_block(LOOP_BLOCK, node)
    state = g.pin(2)
    place = node if PLACE_OF_WHOLE_LOOP else node.iter
    opcode = start_iteration(g, node.iter, state, place)
    g.depth = 0
    if opcode == op.FOR_ITER:
        g.unpin(state + 1)
    test = block.continue_label = Label()
    after = block.break_label = Label()
    g.jump(test, place)
    body = Label()
    start_loop(g, body, test)
    g.loops += 1
    target = loop_target(g, node.target)
    g.run_body(node.body)
    g.loops -= 1
    g.place(test)
    g.test(opcode, 0, state, target, 0, body, place)
    g.blocks.pop()
    if node.orelse:
        g.unpin(state)
        g.run_body(node.orelse)
    g.place(after)
    if opcode == op.FOR_ITER and after.jumps:
        g.emit(op.UNSET, 0, state, 0, 0, None)
    g.unpin(state)


def start_iteration(g: Generator, node: ast.expr, state: int, place: ast.AST) -> int:
    """Evaluate what a loop goes over; its state is in one or two pinned registers. Returns FOR_ITER or FOR_RANGE."""
    mark = g.depth
    if type(node) is ast.Call and is_range(g, node):
        first = g.temporaries(0)
        for argument in node.args:
            g.expression(argument, g.temporary())
        g.emit(op.RANGE_PREP, 0, state, first, len(node.args), node)
        g.depth = mark
        return op.FOR_RANGE
    if type(node) is ast.List and node.elts:
        # A list of constants that only this loop sees can be a constant tuple.
        values = constant_of(ast.Tuple(elts=node.elts, ctx=node.ctx))
        register = g.expression(node, -1) if values is NOT_CONSTANT else g.load_constant(values, node, -1)
    else:
        register = g.expression(node, -1)
    g.emit(op.GET_ITER, 0, state, register, 0, place)
    g.depth = mark
    return op.FOR_ITER


def is_range(g: Generator, node: ast.Call) -> bool:
    """Whether a call is ``range(...)`` of the builtin, with one to three plain arguments."""
    func = node.func
    if type(func) is not ast.Name or func.id != 'range' or node.keywords or not 1 <= len(node.args) <= 3:
        return False
    kind, value = g.names['range']
    if kind != CONSTANT or type(value) is not BuiltinReference:
        return False
    for argument in node.args:
        if type(argument) is ast.Starred:
            return False
    return True


def start_loop(g: Generator, body: Label, entry: Label) -> None:
    """Place the head of a loop whose first test is at ``entry``: what the loop may unbind is not surely bound here."""
    if entry.jumps:
        body.jumps = 1
        body.bound = entry.bound & ~g.unbindable
    g.place(body)


def loop_target(g: Generator, target: ast.expr) -> int:
    """Begin the body of a loop: returns the register that the loop writes, having generated the assignment from it."""
    if type(target) is ast.Name:
        kind, index = g.names[target.id]
        if kind == LOCAL:
            g.bound |= 1 << index
            return index
    mark = g.depth
    register = g.temporary()
    store(g, target, register)
    g.depth = mark
    return register


def while_(g: Generator, node: ast.While) -> None:
    """``while a``: the test is generated twice, before the loop and at its bottom."""
    block = g.push_block(LOOP_BLOCK, node)
    after = block.break_label = Label()
    otherwise = Label()
    body = Label()
    value = constant_of(node.test)
    endless = value is not NOT_CONSTANT and bool(value)
    g.loops += 1
    if endless:
        bottom = block.continue_label = Label()
    else:
        branch(g, node.test, otherwise, False)
        bottom = block.continue_label = Label()
    g.depth = 0
    if not g.dead:
        g.bound &= ~g.unbindable
    g.place(body)
    g.run_body(node.body)
    g.place(bottom)
    if endless:
        g.jump(body, node)
    else:
        branch(g, node.test, body, True)
    g.depth = 0
    g.loops -= 1
    g.blocks.pop()
    g.place(otherwise)
    g.run_body(node.orelse)
    g.place(after)
