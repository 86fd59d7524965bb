"""Assignment in all its forms, and ``del``."""

from __future__ import annotations

import ast

from .. import opcode_numbers as op
from ..registers import TEMPORARY
from ..symbols import LOCAL
from .expressions import operate
from .folding import NOT_CONSTANT, constant_of
from .generator import Generator

# The most targets that get a register each.
_MAX_TARGETS = 30_000


def assign(g: Generator, node: ast.Assign) -> None:
    """``a = b = value``"""
    targets = node.targets
    value = node.value
    target = targets[0]
    if len(targets) == 1:
        if type(target) is ast.Name:
            kind, index = g.names[target.id]
            if kind == LOCAL:
                g.expression(value, index)
                g.bound |= 1 << index
                return
        elif (type(target) is ast.Tuple or type(target) is ast.List) and _assign_each(g, target, value):
            return
        store(g, target, g.operand(value, target))
        return
    first = g.local_register(target)
    if first >= 0:
        # The value is computed into the first target, and copied from there; if a later target assigned that
        # variable again, this would be wrong.
        for other in targets[1:]:
            if type(other) is not ast.Name or g.local_register(other) == first:
                break
        else:
            g.expression(value, first)
            g.bound |= 1 << first
            for other in targets[1:]:
                store(g, other, first)
            return
    constant = constant_of(value)
    if constant is not NOT_CONSTANT:
        for other in targets:
            store(g, other, g.load_constant(constant, value, -1))
            g.depth = 0
        return
    pinned = g.pin()
    g.expression(value, pinned)
    for other in targets:
        store(g, other, pinned)
        g.depth = 0
    g.emit(op.UNSET, 0, pinned, 0, 0, node)
    g.unpin(pinned)


def _assign_each(g: Generator, target: ast.Tuple | ast.List, value: ast.expr) -> bool:
    """Generate ``a, b = c, d`` without making the tuple, if that can be done."""
    targets = target.elts
    if type(value) is not ast.Tuple or len(value.elts) != len(targets) or len(targets) > 100:
        return False
    for element in targets:
        if type(element) is ast.Starred:
            return False
    for element in value.elts:
        if type(element) is ast.Starred:
            return False
    # A plain variable on the right is read when it is assigned, unless something assigns it before then.
    written: set[int] = set()
    plain = True
    for element in targets:
        register = g.local_register(element)
        if register < 0:
            plain = False
        written.add(register)
    if len(written) < len(targets):
        plain = False
    registers: list[int] = []
    for element, place in zip(value.elts, targets):
        register = -1
        if plain:
            if type(element) is ast.Constant:
                registers.append(-1)
                continue
            if type(element) is ast.Name:
                kind, index = g.names[element.id]
                if kind == LOCAL and g.bound >> index & 1 and not g.hazards >> index & 1:
                    if index not in written or g.local_register(place) == index:
                        register = index
        if register < 0:
            register = g.expression(element, g.temporary())
        registers.append(register)
    for place, element, register in zip(targets, value.elts, registers):
        if register < 0:
            register = g.expression(element, g.local_register(place))
        store(g, place, register)
    return True


def store(g: Generator, target: ast.expr, register: int) -> None:
    """Assign a register to a target. A temporary is consumed; ``g.depth`` is as before."""
    kind = type(target)
    mark = g.depth
    if kind is ast.Name:
        g.assign_name(target.id, register, target)
    elif kind is ast.Attribute:
        if target.attr == '__debug__':
            raise g.error('cannot assign to __debug__', target)
        g.emit(op.SET_ATTR, 0, g.expression(target.value, -1), g.name_constant(target.attr, target), register, target)
    elif kind is ast.Subscript:
        container = g.operand(target.value, target.slice)
        g.emit(op.SET_ITEM, 0, container, g.expression(target.slice, -1), register, target)
    elif kind is ast.Tuple or kind is ast.List:
        _unpack(g, target, register)
    else:
        raise g.error('starred assignment target must be in a list or tuple', target)
    g.depth = mark


def _unpack(g: Generator, target: ast.Tuple | ast.List, register: int) -> None:
    elements = target.elts
    star = -1
    for number, element in enumerate(elements):
        if type(element) is ast.Starred:
            if star >= 0:
                raise g.error('multiple starred expressions in assignment', target)
            star = number
    if len(elements) > _MAX_TARGETS:
        raise g.error('too many targets in one assignment', target)
    first = _consecutive_locals(g, elements)
    in_place = first >= 0
    if not in_place:
        first = g.temporaries(len(elements))
    if star < 0:
        g.emit(op.UNPACK, 0, first, register, len(elements), target)
    else:
        after = len(elements) - star - 1
        if star >= 256 or after >= 256:
            raise g.error('too many expressions in star-unpacking assignment', target)
        g.emit(op.UNPACK_EX, 0, first, register, star | after << 8, target)
    if in_place:
        g.bound |= ((1 << len(elements)) - 1) << first
        return
    for number, element in enumerate(elements):
        store(g, element.value if number == star else element, first + number)


def _consecutive_locals(g: Generator, elements: list[ast.expr]) -> int:
    """Return the first register of targets that are local variables in consecutive registers, else -1."""
    first = expected = -1
    for element in elements:
        target = element.value if type(element) is ast.Starred else element
        register = g.local_register(target)
        if register < 0 or (expected >= 0 and register != expected):
            return -1
        if first < 0:
            first = register
        expected = register + 1
    return first


def augmented(g: Generator, node: ast.AugAssign) -> None:
    """``a += b``"""
    target = node.target
    kind = type(target)
    if kind is ast.Name:
        variable_kind, index = g.names[target.id]
        if variable_kind == LOCAL:
            register = g.operand(target, node.value)
            operate(g, node.op, 1, register, node.value, node, index, 0)
            g.bound |= 1 << index
        else:
            register = g.load(target.id, target, -1)
            g.assign_name(target.id, operate(g, node.op, 1, register, node.value, node, -1, 0), target)
    elif kind is ast.Attribute:
        pinned = g.pinned_top
        container = _read_twice(g, target.value, [node.value])
        name = g.name_constant(target.attr, target)
        register = g.temporary()
        g.emit(op.GET_ATTR, 0, register, container, name, target)
        result = operate(g, node.op, 1, register, node.value, node, -1, 0)
        g.emit(op.SET_ATTR, 0, container, name, result, target)
        _clear(g, pinned, node)
    else:
        assert kind is ast.Subscript
        pinned = g.pinned_top
        container = _read_twice(g, target.value, [target.slice, node.value])
        value = constant_of(target.slice)
        index = -1
        if value is NOT_CONSTANT:
            index = _read_twice(g, target.slice, [node.value])
        register = g.temporary()
        if index >= 0:
            g.emit(op.GET_ITEM, 0, register, container, index, target)
        elif type(value) is int and -0x8000 <= value <= 0x7FFF:
            g.emit(op.GET_ITEM_I, 0, register, container, value, target)
        else:
            g.depth = 0
            operand = g.load_constant(value, target.slice, -1)
            g.emit(op.GET_ITEM, 0, register, container, operand, target)
        g.depth = 1
        result = operate(g, node.op, 1, register, node.value, node, -1, 0)
        g.depth = 1
        if index < 0:
            index = g.load_constant(value, target.slice, -1)
        g.emit(op.SET_ITEM, 0, container, index, result, target)
        _clear(g, pinned, node)


def _read_twice(g: Generator, node: ast.expr, later: list[ast.expr]) -> int:
    """Evaluate an operand that is read twice, the second time after ``later``: a local in place, or a pinned one."""
    mark = g.depth
    register = g.operand_before(node, later)
    if register < TEMPORARY:
        return register
    g.depth = mark
    pinned = g.pin()
    g.emit(op.MOVE, 0, pinned, register, 0, node)
    return pinned


def _clear(g: Generator, pinned: int, place: ast.AST) -> None:
    for register in range(pinned, g.pinned_top):
        g.emit(op.UNSET, 0, register, 0, 0, place)
    g.unpin(pinned)


def annotated(g: Generator, node: ast.AnnAssign) -> None:
    """``a: int = b``"""
    target = node.target
    kind = type(target)
    if node.value is not None:
        local = g.local_register(target)
        if local >= 0:
            g.expression(node.value, local)
            g.bound |= 1 << local
        else:
            store(g, target, g.operand(node.value, target))
        g.depth = 0
    if kind is ast.Name:
        if node.simple and g.is_class:
            register = annotation(g, node.annotation, g.temporary())
            container = g.temporary()
            g.emit(op.GET_NAME, 0, container, 0, g.name_constant('__annotations__', None), node)
            key = g.load_constant(target.id, node, -1)
            g.emit(op.SET_ITEM, 0, container, key, register, node)
            return
        if node.simple and g.is_module:
            register = annotation(g, node.annotation, -1)
            container = g.load('__annotations__', node, -1)
            key = g.load_constant(target.id, node, -1)
            g.emit(op.SET_ITEM, 0, container, key, register, node)
            return
    elif node.value is None:
        # The parts of the target are evaluated, nothing is stored.
        drop(g, target.value)
        if kind is ast.Subscript:
            drop(g, target.slice)
    if (g.is_module or g.is_class) and not g.module.symbols.future_annotations:
        drop(g, node.annotation)


def annotation(g: Generator, node: ast.expr, target: int) -> int:
    """Generate the value of an annotation; with ``from __future__ import annotations`` that is its text."""
    if g.module.symbols.future_annotations:
        return g.load_constant(ast.unparse(node), node, target)
    if type(node) is ast.Starred:
        # Of `*args: *Ts`: the only item of what is unpacked.
        mark = g.depth
        unpacked = g.expression(node.value, -1)
        g.depth = mark
        if target < 0:
            target = g.temporary()
        g.emit(op.UNPACK, 0, target, unpacked, 1, node)
        return target
    return g.expression(node, target)


def drop(g: Generator, node: ast.expr) -> None:
    """Evaluate an expression for its effects alone."""
    if type(node) is ast.Constant:
        return
    mark = g.depth
    register = g.expression(node, -1)
    if register >= TEMPORARY:
        g.emit(op.UNSET, 0, register, 0, 0, node)
    g.depth = mark


def delete(g: Generator, node: ast.Delete) -> None:
    """``del a, b.c, d[e]``"""
    for target in node.targets:
        _delete_target(g, target)


def _delete_target(g: Generator, target: ast.expr) -> None:
    kind = type(target)
    mark = g.depth
    if kind is ast.Name:
        g.delete_name(target.id, target)
    elif kind is ast.Attribute:
        if target.attr == '__debug__':
            raise g.error('cannot delete __debug__', target)
        g.emit(op.DELETE_ATTR, 0, g.expression(target.value, -1), g.name_constant(target.attr, target), 0, target)
    elif kind is ast.Subscript:
        container = g.operand(target.value, target.slice)
        g.emit(op.DELETE_ITEM, 0, container, g.expression(target.slice, -1), 0, target)
    else:
        for element in target.elts:
            _delete_target(g, element)
    g.depth = mark
