"""Conditions: jump if an expression is true or false, without making a bool where that can be avoided."""

from __future__ import annotations

import ast

from .. import opcode_numbers as op
from ..assembler import Label
from ..registers import TEMPORARY
from .folding import NOT_CONSTANT, constant_of
from .generator import Generator

# Comparison -> test of two registers, test of a register and a small int (or -1).
_TESTS: dict[type, tuple[int, int]] = {
    ast.Lt: (op.IF_LT, op.IF_LT_I),
    ast.LtE: (op.IF_LE, op.IF_LE_I),
    ast.Eq: (op.IF_EQ, op.IF_EQ_I),
    ast.NotEq: (op.IF_NE, op.IF_NE_I),
    ast.Gt: (op.IF_GT, op.IF_GT_I),
    ast.GtE: (op.IF_GE, op.IF_GE_I),
    ast.Is: (op.IF_IS, -1),
    ast.IsNot: (op.IF_IS, -1),
    ast.In: (op.IF_IN, -1),
    ast.NotIn: (op.IF_IN, -1),
}


def branch(g: Generator, node: ast.expr, label: Label, wanted: bool) -> None:
    """Jump to the label if the truth of the expression is as wanted, else go on."""
    kind = type(node)
    if kind is ast.Compare:
        if len(node.ops) == 1:
            mark = g.depth
            _test(g, g.operand(node.left, node.comparators[0]), node.ops[0], node.comparators[0], label, wanted, node)
            g.depth = mark
        else:
            _branch_chain(g, node, label, wanted)
    elif kind is ast.BoolOp:
        _branch_boolean(g, node, label, wanted)
    elif kind is ast.UnaryOp and type(node.op) is ast.Not:
        branch(g, node.operand, label, not wanted)
    elif kind is ast.IfExp:
        otherwise = Label()
        end = Label()
        branch(g, node.test, otherwise, False)
        branch(g, node.body, label, wanted)
        g.jump(end, node)
        g.place(otherwise)
        branch(g, node.orelse, label, wanted)
        g.place(end)
    else:
        value = constant_of(node)
        if value is not NOT_CONSTANT:
            if bool(value) == wanted:
                g.jump(label, node)
            return
        mark = g.depth
        register = g.expression(node, -1)
        g.depth = mark
        g.test(op.IF_TRUE, wanted, 0, register, 0, label, node)


def _test(g: Generator, left: int, operator: ast.cmpop, right: ast.expr, label: Label, wanted: bool,
          place: ast.Compare) -> None:
    """Compare a register with an expression that is evaluated here, and jump."""
    kind = type(operator)
    opcode, with_int = _TESTS[kind]
    if kind is ast.IsNot or kind is ast.NotIn:
        wanted = not wanted
    if with_int >= 0:
        value = constant_of(right)
        if type(value) is int and -0x8000 <= value <= 0x7FFF:
            g.test(with_int, wanted, 0, left, value, label, place)
            return
    elif opcode == op.IF_IS and type(right) is ast.Constant and right.value is None:
        g.test(op.IF_NONE, wanted, 0, left, 0, label, place)
        return
    g.test(opcode, wanted, 0, left, comparator(g, operator, right), label, place)


def _branch_chain(g: Generator, node: ast.Compare, label: Label, wanted: bool) -> None:
    """``a < b < c`` as a condition."""
    mark = g.depth
    pinned = g.pinned_top
    false = Label() if wanted else label
    # With pinned registers in use, the way out leads through code that clears them.
    left = g.operand(node.left, node.comparators[0])
    last = len(node.ops) - 1
    cleared = Label()
    for number in range(last):
        operator = node.ops[number]
        kind = type(operator)
        operand = shared_comparator(g, operator, node.comparators[number], node.comparators[number + 1])
        opcode = _TESTS[kind][0]
        flag = 1 if kind is ast.IsNot or kind is ast.NotIn else 0
        g.test(opcode, flag, 0, left, operand, cleared if g.pinned_top > pinned else false, node)
        left = operand
        g.depth = mark
    if g.pinned_top == pinned:
        _test(g, left, node.ops[last], node.comparators[last], label, wanted, node)
    else:
        true = label if wanted else Label()
        passed = Label()
        _test(g, left, node.ops[last], node.comparators[last], passed, True, node)
        g.place(cleared)
        _clear(g, pinned)
        g.jump(false, node)
        g.place(passed)
        _clear(g, pinned)
        if wanted:
            g.jump(true, node)
        g.unpin(pinned)
    if wanted:
        g.place(false)
    g.depth = mark


def _clear(g: Generator, pinned: int) -> None:
    for register in range(pinned, g.pinned_top):
        g.emit(op.UNSET, 0, register, 0, 0, None)


def _branch_boolean(g: Generator, node: ast.BoolOp, label: Label, wanted: bool) -> None:
    """``a and b``, ``a or b`` as a condition."""
    values = node.values
    # The value that decides at once: ``or`` is decided by a true operand, ``and`` by a false one.
    decisive = type(node.op) is ast.Or
    if decisive == wanted:
        for value in values:
            branch(g, value, label, wanted)
        return
    end = Label()
    for value in values[:-1]:
        branch(g, value, end, decisive)
    branch(g, values[-1], label, wanted)
    g.place(end)


def comparator(g: Generator, operator: ast.cmpop, node: ast.expr) -> int:
    """Evaluate a right operand of a comparison; a list or set literal to look in becomes a constant, as in CPython."""
    kind = type(node)
    if (kind is ast.List or kind is ast.Set) and node.elts and (type(operator) is ast.In or type(operator) is ast.NotIn):
        values = [constant_of(element) for element in node.elts]
        if NOT_CONSTANT not in values:
            if kind is ast.List:
                return g.load_constant(tuple(values), node, -1)
            if tuple not in map(type, values):
                return g.load_constant(frozenset(values), node, -1)
    return g.expression(node, -1)


def shared_comparator(g: Generator, operator: ast.cmpop, node: ast.expr, later: ast.expr) -> int:
    """Evaluate an operand in the middle of a chained comparison: it is read twice, so it is a local or pinned."""
    mark = g.depth
    register = comparator(g, operator, node)
    if register < TEMPORARY:
        if not (g.hazards >> register & 1) or type(later) is ast.Name or type(later) is ast.Constant:
            return register
    g.depth = mark
    pinned = g.pin()
    g.emit(op.MOVE, 0, pinned, register, 0, node)
    return pinned
