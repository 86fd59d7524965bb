"""Comprehensions, whose code is part of the function around them, and generator expressions, which are functions."""

from __future__ import annotations

import ast

from .. import opcode_numbers as op
from ..assembler import Label
from ..code import GENERATOR
from ..symbols import CELL, Scope
from .conditions import branch
from .displays import move_pinned
from .functions import make_cells, make_function, qualified_name
from .generator import Generator, scope_variables
from .loops import PLACE_OF_WHOLE_LOOP, loop_target, start_iteration, start_loop


def comprehension(g: Generator, node: ast.ListComp | ast.SetComp | ast.DictComp, target: int) -> int:
    """``[a for b in c if d]`` and its like for sets and dicts"""
    mark = g.depth
    kind = type(node)
    result = g.pin()
    state = g.pin(2)
    iterable = node.generators[0].iter
    opcode = start_iteration(g, iterable, state, node if PLACE_OF_WHOLE_LOOP else iterable)
    scope = g.module.symbols.scopes[node]
    variables, hidden = _enter_scope(g, scope, len(node.generators) > 1)
    build = op.BUILD_LIST if kind is ast.ListComp else op.BUILD_SET if kind is ast.SetComp else op.BUILD_DICT
    g.emit(build, 0, result, g.temporaries(0), 0, node)
    _loop(g, node, 0, state, opcode, result)
    for name, variable in hidden:
        if variable is None:
            del g.names[name]
        else:
            g.names[name] = variable
    for register in variables:
        g.emit(op.UNSET, 0, register, 0, 0, None)
        if not g.dead:
            g.bound &= ~(1 << register)
    g.unpin(state)
    g.depth = mark
    return move_pinned(g, result, target, node)


def _enter_scope(g: Generator, scope: Scope, several: bool) -> tuple[list[int], list[tuple[str, object]]]:
    """Give a comprehension's variables registers of their own; returns these, and what their names meant before."""
    variables: list[int] = []
    hidden: list[tuple[str, object]] = []
    for name, kind in scope.kinds.items():
        register = g.pin()
        variables.append(register)
        hidden.append((name, g.names.get(name)))
        g.names[name] = kind, register
        if not g.dead:
            g.bound &= ~(1 << register)
        if kind == CELL or several:
            # The register may hold something that another statement left there; with several loops, a variable can be
            # read before it is bound.
            g.emit(op.UNSET, 0, register, 0, 0, None)
        if kind == CELL:
            # A new cell for each run.
            g.emit(op.MAKE_CELL, 0, register, 0, 0, None)
    return variables, hidden


def _loop(g: Generator, node: ast.expr, number: int, state: int, opcode: int, result: int) -> None:
    """Generate the loop of one ``for`` of a comprehension, and what is inside it."""
    generator = node.generators[number]
    place = node if PLACE_OF_WHOLE_LOOP else generator.iter
    mark = g.depth
    test = Label()
    body = Label()
    g.jump(test, place)
    start_loop(g, body, test)
    g.loops += 1
    target = loop_target(g, generator.target)
    for condition in generator.ifs:
        branch(g, condition, test, False)
    if number + 1 < len(node.generators):
        inner = g.pin(2)
        iterable = node.generators[number + 1].iter
        inner_opcode = start_iteration(g, iterable, inner, node if PLACE_OF_WHOLE_LOOP else iterable)
        _loop(g, node, number + 1, inner, inner_opcode, result)
        g.unpin(inner)
    else:
        _element(g, node, result)
    g.depth = mark
    g.loops -= 1
    g.place(test)
    g.test(opcode, 0, state, target, 0, body, place)


def _element(g: Generator, node: ast.expr, result: int) -> None:
    kind = type(node)
    if kind is ast.DictComp:
        key = g.operand(node.key, node.value)
        g.emit(op.DICT_SET, 0, result, key, g.expression(node.value, -1), node)
    elif kind is ast.GeneratorExp:
        mark = g.depth
        value = g.expression(node.elt, -1)
        g.depth = mark
        sent = g.temporary()
        g.emit(op.YIELD, 0, sent, value, 0, node)
        g.emit(op.UNSET, 0, sent, 0, 0, node)
    else:
        g.emit(op.LIST_APPEND if kind is ast.ListComp else op.SET_ADD, 0, result, g.expression(node.elt, -1), 0, node)


def generator_expression(g: Generator, node: ast.GeneratorExp, target: int) -> int:
    """``(a for b in c)``: a generator function that is called at once with the iterator over c."""
    scope = g.module.symbols.scopes[node]
    inner = Generator()
    inner.start(g.module, scope, '<genexpr>', qualified_name(g, '<genexpr>'), GENERATOR, node.lineno)
    scope_variables(inner)
    inner.code.argcount = inner.code.posonly = 1
    inner.bound = 1
    make_cells(inner)
    _loop(inner, node, 0, 0, op.FOR_ITER, -1)
    inner.emit(op.RETURN_CONST, 0, 0, inner.far_constant(None), 0, node)
    code = inner.complete()
    mark = g.depth
    function = make_function(g, code, scope, g.temporary(), node)
    argument = g.temporary()
    iterable = node.generators[0].iter
    place = node if PLACE_OF_WHOLE_LOOP else iterable
    g.emit(op.GET_ITER, 0, argument, g.expression(iterable, argument), 0, place)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(op.CALL, 0, target, function, 1, node)
    return target
