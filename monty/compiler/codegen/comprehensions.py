"""Comprehensions, whose code is part of the function around them, and generator expressions, which are functions."""

from __future__ import annotations

import ast

from .. import opcode_numbers as op
from ..assembler import Label
from ..symbols import BOUND, CELL, NAMESPACE, Scope
from .conditions import branch
from .coroutines import async_next, end_async_iteration, start_async_iteration
from .displays import move_pinned
from .functions import kind_of_generator, make_cells, make_function, qualified_name
from .generator import Generator, scope_variables
from .assignments import store
from .loops import PLACE_OF_WHOLE_LOOP, loop_target, start_iteration, start_loop


def comprehension(g: Generator, node: ast.ListComp | ast.SetComp | ast.DictComp, target: int) -> int:
    """``[a for b in c if d]`` and its like for sets and dicts"""
    mark = g.depth
    kind = type(node)
    result = g.pin()
    state = g.pin(2)
    opcode = _start(g, node.generators[0], state, node)
    scope = g.module.symbols.scopes[node]
    variables, hidden = _enter_scope(g, scope, len(node.generators) > 1)
    build = op.BUILD_LIST if kind is ast.ListComp else op.BUILD_SET if kind is ast.SetComp else op.BUILD_DICT
    g.emit(build, 0, result, g.temporaries(0), 0, node)
    _loop(g, node, 0, state, opcode, result)
    for name, variable in reversed(hidden):
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
    if g.is_class:
        # What the class body binds is not seen here.
        for name, flags in scope.flags.items():
            if not flags & BOUND and name in g.names and g.names[name][0] == NAMESPACE:
                hidden.append((name, g.names[name]))
                g.names[name] = g.names[name][1][1]
    return variables, hidden


def _loop(g: Generator, node: ast.expr, number: int, state: int, opcode: int, result: int) -> None:
    """Generate the loop of one ``for`` of a comprehension, and what is inside it."""
    generator = node.generators[number]
    if generator.is_async:
        _async_loop(g, node, number, state, result)
        return
    place = node if PLACE_OF_WHOLE_LOOP else generator.iter
    mark = g.depth
    test = Label()
    body = Label()
    g.jump(test, place)
    start_loop(g, body, test)
    g.loops += 1
    target = loop_target(g, generator.target)
    _inside(g, node, number, test, result)
    g.depth = mark
    g.loops -= 1
    g.place(test)
    g.test(opcode, 0, state, target, 0, body, place)


def _start(g: Generator, generator: ast.comprehension, state: int, node: ast.expr) -> int:
    """Evaluate what one ``for`` of a comprehension goes over. Returns FOR_ITER or FOR_RANGE."""
    iterable = generator.iter
    if generator.is_async:
        start_async_iteration(g, iterable, state, iterable)
        return op.FOR_ITER
    return start_iteration(g, iterable, state, node if PLACE_OF_WHOLE_LOOP else iterable)


def _async_loop(g: Generator, node: ast.expr, number: int, state: int, result: int) -> None:
    """As ``_loop``, of an ``async for``."""
    generator = node.generators[number]
    mark = g.depth
    failed = Label()
    following = Label()
    exception = g.pin()
    if not g.dead:
        g.bound &= ~g.unbindable
    g.place(following)
    entry_bound = g.bound
    g.loops += 1
    store(g, generator.target, async_next(g, state, failed, exception, generator.iter))
    g.depth = mark
    _inside(g, node, number, following, result)
    g.depth = mark
    g.jump(following, node)
    g.loops -= 1
    end_async_iteration(g, state, failed, exception, entry_bound, generator.iter)
    g.unpin(exception)


def _inside(g: Generator, node: ast.expr, number: int, following: Label, result: int) -> None:
    """Generate what is inside the loop of one ``for``; a condition that fails leads to the label."""
    for condition in node.generators[number].ifs:
        branch(g, condition, following, False)
    if number + 1 < len(node.generators):
        inner = g.pin(2)
        inner_opcode = _start(g, node.generators[number + 1], inner, node)
        _loop(g, node, number + 1, inner, inner_opcode, result)
        g.unpin(inner)
    else:
        _element(g, node, result)


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
    inner.start(g.module, scope, '<genexpr>', qualified_name(g, '<genexpr>'), kind_of_generator(scope),
                node.lineno)
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
    g.emit(op.GET_AITER if node.generators[0].is_async else op.GET_ITER, 0, argument, g.expression(iterable, argument), 0,
           place)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(op.CALL, 0, target, function, 1, node)
    return target
