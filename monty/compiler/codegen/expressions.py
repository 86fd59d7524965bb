"""Operators, comparison, attributes, subscripts, conditional and assignment expressions."""

from __future__ import annotations

import ast

from .. import opcode_numbers as op
from ..assembler import Label
from ..registers import TEMPORARY
from .conditions import branch, comparator, shared_comparator
from .folding import NOT_CONSTANT, constant_of
from .generator import Generator

# Operator -> opcode, and its form with a constant on the right (or -1).
BINARY: dict[type, tuple[int, int]] = {
    ast.Add: (op.ADD, op.ADD_K),
    ast.Sub: (op.SUB, op.SUB_K),
    ast.Mult: (op.MUL, op.MUL_K),
    ast.Div: (op.TRUE_DIV, op.TRUE_DIV_K),
    ast.FloorDiv: (op.FLOOR_DIV, op.FLOOR_DIV_K),
    ast.Mod: (op.MOD, op.MOD_K),
    ast.Pow: (op.POW, op.POW_K),
    ast.MatMult: (op.MATMUL, -1),
    ast.LShift: (op.LSHIFT, -1),
    ast.RShift: (op.RSHIFT, -1),
    ast.BitAnd: (op.AND, -1),
    ast.BitOr: (op.OR, -1),
    ast.BitXor: (op.XOR, -1),
}

# Operator -> opcode, flag.
COMPARE: dict[type, tuple[int, int]] = {
    ast.Lt: (op.LT, 0),
    ast.LtE: (op.LE, 0),
    ast.Eq: (op.EQ, 0),
    ast.NotEq: (op.NE, 0),
    ast.Gt: (op.GT, 0),
    ast.GtE: (op.GE, 0),
    ast.Is: (op.IS, 0),
    ast.IsNot: (op.IS, 1),
    ast.In: (op.IN, 0),
    ast.NotIn: (op.IN, 1),
}

_UNARY: dict[type, int] = {ast.USub: op.NEG, ast.UAdd: op.POS, ast.Invert: op.INVERT, ast.Not: op.NOT}


def binary(g: Generator, node: ast.BinOp, target: int) -> int:
    """``a + b``"""
    value = constant_of(node)
    if value is not NOT_CONSTANT:
        return g.load_constant(value, node, target)
    # A long chain nests to the left: go down it in a loop, stopping at a part that is constant.
    chain = [node]
    left = node.left
    while type(left) is ast.BinOp and constant_of(left) is NOT_CONSTANT:
        chain.append(left)
        left = left.left
    mark = g.depth
    inner = chain.pop()
    register = g.operand(left, inner.right)
    while True:
        if chain:
            register = operate(g, inner.op, 0, register, inner.right, inner, -1, mark)
            inner = chain.pop()
        else:
            return operate(g, inner.op, 0, register, inner.right, inner, target, mark)


def operate(g: Generator, operator: ast.operator, flag: int, left: int, right: ast.expr, place: ast.AST, target: int,
            mark: int) -> int:
    """Evaluate the right operand and apply an operator; temporaries from ``mark`` on are consumed."""
    kind = type(operator)
    opcode, with_constant = BINARY[kind]
    value = constant_of(right)
    if value is NOT_CONSTANT:
        operand = g.expression(right, -1)
    elif type(value) is int and -0x8000 <= value <= 0x7FFF and (kind is ast.Add or kind is ast.Sub):
        opcode = op.ADD_I if kind is ast.Add else op.SUB_I
        operand = value
    elif with_constant >= 0 and g.has_near_room():
        opcode = with_constant
        operand = g.constant(value)
    else:
        operand = g.load_constant(value, right, -1)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    if not g.dead:
        g.words.append((opcode, flag, target, left, operand, place))
    return target


def unary(g: Generator, node: ast.UnaryOp, target: int) -> int:
    """``-a``, ``not a``"""
    value = constant_of(node)
    if value is not NOT_CONSTANT:
        return g.load_constant(value, node, target)
    inner = node.operand
    if type(node.op) is ast.Not and type(inner) is ast.Compare and len(inner.ops) == 1:
        # ``not a in b`` is ``a not in b``.
        opcode, flag = COMPARE[type(inner.ops[0])]
        if opcode == op.IS or opcode == op.IN:
            return _compare_once(g, inner, opcode, 1 - flag, target)
    mark = g.depth
    register = g.expression(inner, -1)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(_UNARY[type(node.op)], 0, target, register, 0, node)
    return target


def compare(g: Generator, node: ast.Compare, target: int) -> int:
    """``a < b``, ``a < b < c``"""
    if len(node.ops) == 1:
        opcode, flag = COMPARE[type(node.ops[0])]
        return _compare_once(g, node, opcode, flag, target)
    mark = g.depth
    result = g.temporary()
    end = Label()
    left = node.left
    register = g.operand(left, node.comparators[0])
    last = len(node.ops) - 1
    pinned = g.pinned_top
    for number, operator in enumerate(node.ops):
        right = node.comparators[number]
        opcode, flag = COMPARE[type(operator)]
        if number == last:
            operand = comparator(g, operator, right)
            g.emit(opcode, flag, result, register, operand, node)
            break
        operand = shared_comparator(g, operator, right, node.comparators[number + 1])
        g.emit(opcode, flag, result, register, operand, node)
        g.test(op.IF_TRUE_KEEP, 0, 0, result, 0, end, node)
        register = operand
        g.depth = mark + 1
    g.place(end)
    for register in range(pinned, g.pinned_top):
        g.emit(op.UNSET, 0, register, 0, 0, node)
    g.unpin(pinned)
    g.depth = mark + 1
    if target >= 0:
        g.emit(op.MOVE, 0, target, result, 0, node)
        g.depth = mark
        return target
    return result


def _compare_once(g: Generator, node: ast.Compare, opcode: int, flag: int, target: int) -> int:
    mark = g.depth
    right = node.comparators[0]
    register = g.operand(node.left, right)
    operand = comparator(g, node.ops[0], right)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(opcode, flag, target, register, operand, node)
    return target


def boolean(g: Generator, node: ast.BoolOp, target: int) -> int:
    """``a and b``, ``a or b`` as a value."""
    mark = g.depth
    # The target must not be written before the last operand was evaluated.
    result = target if target >= TEMPORARY else g.temporary()
    end = Label()
    flag = 1 if type(node.op) is ast.Or else 0
    last = len(node.values) - 1
    for number, value in enumerate(node.values):
        g.expression(value, result)
        if number < last:
            g.test(op.IF_TRUE_KEEP, flag, 0, result, 0, end, value)
    g.place(end)
    if target >= 0 and target != result:
        g.emit(op.MOVE, 0, target, result, 0, node)
        g.depth = mark
        return target
    return result


def conditional(g: Generator, node: ast.IfExp, target: int) -> int:
    """``a if c else b``"""
    otherwise = Label()
    end = Label()
    branch(g, node.test, otherwise, False)
    if target < 0:
        target = g.temporary()
    g.expression(node.body, target)
    g.jump(end, node)
    g.place(otherwise)
    g.expression(node.orelse, target)
    g.place(end)
    return target


def walrus(g: Generator, node: ast.NamedExpr, target: int) -> int:
    """``(x := a)``"""
    name = node.target.id
    kind, index = g.names[name]
    if kind == 0:  # a local: computed in place, and read from there
        g.expression(node.value, index)
        g.bound |= 1 << index
        if target >= 0 and target != index:
            g.emit(op.MOVE, 0, target, index, 0, node)
            return target
        return index
    mark = g.depth
    pinned = g.pin()
    g.expression(node.value, pinned)
    g.assign_name(name, pinned, node.target)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(op.MOVE, 0, target, pinned, 0, node)
    g.emit(op.UNSET, 0, pinned, 0, 0, node)
    g.unpin(pinned)
    return target


def attribute(g: Generator, node: ast.Attribute, target: int) -> int:
    """``a.b``"""
    mark = g.depth
    register = g.expression(node.value, -1)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(op.GET_ATTR, 0, target, register, g.name_constant(node.attr, node), node)
    return target


def subscript(g: Generator, node: ast.Subscript, target: int) -> int:
    """``a[b]``"""
    mark = g.depth
    index = node.slice
    value = constant_of(index)
    if type(value) is int and -0x8000 <= value <= 0x7FFF:
        register = g.expression(node.value, -1)
        opcode = op.GET_ITEM_I
        operand = value
    else:
        register = g.operand(node.value, index)
        opcode = op.GET_ITEM
        operand = g.expression(index, -1)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(opcode, 0, target, register, operand, node)
    return target


def slice_(g: Generator, node: ast.Slice, target: int) -> int:
    """``a:b:c`` in a subscript"""
    mark = g.depth
    first = g.temporaries(3)
    for number, part in enumerate((node.lower, node.upper, node.step)):
        g.depth = mark + 3
        if part is None:
            g.load_constant(None, node, first + number)
        else:
            g.expression(part, first + number)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(op.BUILD_SLICE, 0, target, first, 0, node)
    return target


def starred(g: Generator, node: ast.Starred, target: int) -> int:
    """A star where none may be; the places that allow one do not come here."""
    raise g.error("can't use starred expression here", node)
