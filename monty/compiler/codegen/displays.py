"""Displays of lists, tuples, sets and dicts, and f-strings."""

from __future__ import annotations

import ast

from .. import opcode_numbers as op
from ..opcodes import NO_REGISTER
from .calls import MAX_ARGUMENTS, collect_list
from .folding import NOT_CONSTANT, constant_of
from .generator import Generator

# From this length on, a list of constants is made from a constant tuple.
_CONSTANT_LIST = 6
# From this length on, CPython makes a set of constants by copying a frozenset, which shows in the order of numbers.
_CONSTANT_SET = 3


def list_(g: Generator, node: ast.List, target: int) -> int:
    """``[a, b]``"""
    elements = node.elts
    if _is_plain(elements):
        if len(elements) >= _CONSTANT_LIST:
            values = _constants(elements)
            if values is not None:
                pinned = g.pin()
                g.emit(op.BUILD_LIST, 0, pinned, g.temporaries(0), 0, node)
                mark = g.depth
                g.emit(op.LIST_EXTEND, 0, pinned, g.load_constant(values, node, -1), NO_REGISTER, node)
                g.depth = mark
                return move_pinned(g, pinned, target, node)
        return _build(g, op.BUILD_LIST, elements, node, target)
    pinned = g.pin()
    collect_list(g, elements, pinned, node)
    return move_pinned(g, pinned, target, node)


def tuple_(g: Generator, node: ast.Tuple, target: int) -> int:
    """``a, b``"""
    elements = node.elts
    if _is_plain(elements):
        values = _constants(elements)
        if values is not None:
            return g.load_constant(values, node, target)
        return _build(g, op.BUILD_TUPLE, elements, node, target)
    values = _constants(elements)
    if values is not None:
        return g.load_constant(values, node, target)
    pinned = g.pin()
    collect_list(g, elements, pinned, node)
    if target < 0:
        target = g.temporary()
    g.emit(op.LIST_TO_TUPLE, 0, target, pinned, 0, node)
    g.emit(op.UNSET, 0, pinned, 0, 0, node)
    g.unpin(pinned)
    return target


def set_(g: Generator, node: ast.Set, target: int) -> int:
    """``{a, b}``"""
    elements = node.elts
    if len(elements) >= _CONSTANT_SET:
        values = _constants(elements)
        if values is not None:
            pinned = g.pin()
            g.emit(op.BUILD_SET, 0, pinned, g.temporaries(0), 0, node)
            mark = g.depth
            g.emit(op.SET_UPDATE, 1, pinned, g.load_constant(values, node, -1), 0, node)
            g.depth = mark
            return move_pinned(g, pinned, target, node)
    if _is_plain(elements):
        return _build(g, op.BUILD_SET, elements, node, target)
    mark = g.depth
    pinned = g.pin()
    g.emit(op.BUILD_SET, 0, pinned, g.temporaries(0), 0, node)
    for element in elements:
        if type(element) is ast.Starred:
            g.emit(op.SET_UPDATE, 0, pinned, g.expression(element.value, -1), 0, node)
        else:
            g.emit(op.SET_ADD, 0, pinned, g.expression(element, -1), 0, node)
        g.depth = mark
    return move_pinned(g, pinned, target, node)


def dict_(g: Generator, node: ast.Dict, target: int) -> int:
    """``{a: b, **c}``"""
    keys = node.keys
    values = node.values
    mark = g.depth
    first = g.temporaries(0)
    count = 0
    for key in keys:
        if key is None or count == MAX_ARGUMENTS // 2:
            break
        g.expression(key, g.temporary())
        g.expression(values[count], g.temporary())
        count += 1
    g.depth = mark
    if count == len(keys):
        if target < 0:
            target = g.temporary()
        g.emit(op.BUILD_DICT, 0, target, first, count, node)
        return target
    pinned = g.pin()
    g.emit(op.BUILD_DICT, 0, pinned, first, count, node)
    for key, value in zip(keys[count:], values[count:]):
        if key is None:
            g.emit(op.DICT_UPDATE, 0, pinned, g.expression(value, -1), 0, node)
        else:
            key_register = g.operand(key, value)
            g.emit(op.DICT_SET, 0, pinned, key_register, g.expression(value, -1), node)
        g.depth = mark
    return move_pinned(g, pinned, target, node)


def move_pinned(g: Generator, pinned: int, target: int, place: ast.AST) -> int:
    """Move a finished value out of its pinned register, and give that back."""
    if target < 0:
        target = g.temporary()
    g.emit(op.MOVE, 0, target, pinned, 0, place)
    g.emit(op.UNSET, 0, pinned, 0, 0, place)
    g.unpin(pinned)
    return target


def _is_plain(elements: list[ast.expr]) -> bool:
    """Whether the elements can be laid in registers: not too many, and none with a star."""
    if len(elements) > MAX_ARGUMENTS:
        return False
    for element in elements:
        if type(element) is ast.Starred:
            return False
    return True


def _constants(elements: list[ast.expr]) -> tuple[object, ...] | None:
    values = []
    for element in elements:
        value = constant_of(element)
        if value is NOT_CONSTANT:
            return None
        values.append(value)
    return tuple(values)


def _build(g: Generator, opcode: int, elements: list[ast.expr], node: ast.expr, target: int) -> int:
    mark = g.depth
    first = g.temporaries(0)
    for element in elements:
        g.expression(element, g.temporary())
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(opcode, 0, target, first, len(elements), node)
    return target


# --- f-strings ------------------------------------------------------------------------------------------------------


def formatted_string(g: Generator, node: ast.JoinedStr, target: int) -> int:
    """``f'...'``"""
    return _join(g, node.values, node, target)


def _join(g: Generator, parts: list[ast.expr], node: ast.JoinedStr, target: int) -> int:
    if len(parts) == 1:
        return g.expression(parts[0], target)
    if not parts:
        return g.load_constant('', node, target)
    mark = g.depth
    first = g.temporaries(0)
    if len(parts) > MAX_ARGUMENTS:
        size = -(-len(parts) // MAX_ARGUMENTS)
        parts_count = 0
        for start in range(0, len(parts), size):
            _join(g, parts[start : start + size], node, g.temporary())
            parts_count += 1
    else:
        parts_count = len(parts)
        for part in parts:
            g.expression(part, g.temporary())
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(op.BUILD_STRING, 0, target, first, parts_count, node)
    return target


def formatted_value(g: Generator, node: ast.FormattedValue, target: int) -> int:
    """``{a!r:b}`` in an f-string"""
    mark = g.depth
    spec_node = node.format_spec
    specification = NO_REGISTER
    if spec_node is None:
        register = g.expression(node.value, -1)
    else:
        register = g.operand(node.value, spec_node)
        specification = g.expression(spec_node, -1)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(op.FORMAT, node.conversion if node.conversion > 0 else 0, target, register, specification, node)
    return target
