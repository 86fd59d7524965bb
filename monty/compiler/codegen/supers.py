"""``super()`` without arguments."""

from __future__ import annotations

import ast

from .. import opcode_numbers as op
from ..code import BuiltinReference
from ..symbols import CELL, FREE, FUNCTION, LOCAL
from .generator import CONSTANT, Generator


def is_super_of_class(g: Generator) -> bool:
    """Whether ``super`` is the builtin here, in a function of a class that has a parameter."""
    kind, value = g.names['super']
    if kind != CONSTANT or type(value) is not BuiltinReference:
        return False
    variable = g.names.get('__class__')
    return variable is not None and variable[0] in (FREE, CELL) and g.scope.kind == FUNCTION and bool(
        g.scope.parameters)


def call_super(g: Generator, node: ast.Call, target: int) -> int:
    """Generate ``super(__class__, first parameter)``."""
    mark = g.depth
    first = g.temporaries(2)
    kind, index = g.names['__class__']
    constant = g.name_constant('__class__', None)
    g.emit(op.GET_FREE if kind == FREE else op.GET_CELL, 1, first, index, constant, node)
    name = g.scope.parameters[0]
    kind, index = g.names[name]
    constant = g.name_constant(name, None)
    if kind == LOCAL:
        if not g.bound >> index & 1:
            g.emit(op.CHECK_BOUND, 1, index, constant, 0, node)
        g.emit(op.MOVE, 0, first + 1, index, 0, node)
    else:
        g.emit(op.GET_CELL, 2, first + 1, index, constant, node)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(op.CALL_CONST, 0, target, first, 2, node)
    g.emit(op.EXT, 0, 0, g.near_constant(g.names['super'][1], node), 0, node)
    return target
