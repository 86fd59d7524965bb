"""Constant folding: arithmetic on literals, of bounded size, that does not raise."""

from __future__ import annotations

import ast

NOT_CONSTANT = object()

# The bounds CPython uses.
_MAX_INT_BITS = 128
_MAX_TEXT = 4096

_NUMBERS = frozenset({int, float, complex, bool})


def constant_of(node: ast.expr) -> object:
    """Return the value of an expression made of literals, or NOT_CONSTANT."""
    kind = type(node)
    if kind is ast.Constant:
        return node.value
    if kind is ast.UnaryOp:
        value = constant_of(node.operand)
        if value is not NOT_CONSTANT:
            return _fold_unary(type(node.op), value)
    elif kind is ast.BinOp:
        # The right operand first: in a chain, the left one is long.
        right = constant_of(node.right)
        if right is not NOT_CONSTANT:
            left = constant_of(node.left)
            if left is not NOT_CONSTANT:
                return _fold_binary(type(node.op), left, right)
    elif kind is ast.Tuple:
        values = []
        for element in node.elts:
            value = constant_of(element)
            if value is NOT_CONSTANT:
                return NOT_CONSTANT
            values.append(value)
        return tuple(values)
    return NOT_CONSTANT


def _fold_unary(operator: type, value: object) -> object:
    if operator is ast.Not:
        return not value
    if type(value) not in _NUMBERS:
        return NOT_CONSTANT
    if operator is ast.USub:
        return -value
    if operator is ast.UAdd:
        return +value
    if type(value) is int:
        return ~value
    return NOT_CONSTANT


def _fold_binary(operator: type, left: object, right: object) -> object:
    left_kind = type(left)
    right_kind = type(right)
    if left_kind in _NUMBERS and right_kind in _NUMBERS:
        fold = _FOLDS.get(operator)
        if fold is None:
            return NOT_CONSTANT
        try:
            return fold(left, right)
        except (ArithmeticError, ValueError, TypeError):
            return NOT_CONSTANT
    if operator is ast.Add:
        if left_kind is right_kind and (left_kind is str or left_kind is bytes):
            return left + right
    elif operator is ast.Mult:
        if right_kind is str or right_kind is bytes:
            left, right = right, left
            left_kind, right_kind = right_kind, left_kind
        if (left_kind is str or left_kind is bytes) and right_kind is int and len(left) * right <= _MAX_TEXT:
            return left * right
    return NOT_CONSTANT


def _multiply(left: object, right: object) -> object:
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > _MAX_INT_BITS:
        return NOT_CONSTANT
    return left * right


def _power(left: object, right: object) -> object:
    if isinstance(left, int) and isinstance(right, int) and right > 0 and left.bit_length() * right > _MAX_INT_BITS:
        return NOT_CONSTANT
    return left**right


def _shift_left(left: object, right: object) -> object:
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right > _MAX_INT_BITS:
        return NOT_CONSTANT
    return left << right


_FOLDS = {
    ast.Add: lambda left, right: left + right,
    ast.Sub: lambda left, right: left - right,
    ast.Mult: _multiply,
    ast.Div: lambda left, right: left / right,
    ast.FloorDiv: lambda left, right: left // right,
    ast.Mod: lambda left, right: left % right,
    ast.Pow: _power,
    ast.LShift: _shift_left,
    ast.RShift: lambda left, right: left >> right,
    ast.BitOr: lambda left, right: left | right,
    ast.BitAnd: lambda left, right: left & right,
    ast.BitXor: lambda left, right: left ^ right,
}
