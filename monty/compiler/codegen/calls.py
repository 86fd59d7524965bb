"""Calls."""

from __future__ import annotations

import ast

from .. import opcode_numbers as op
from ..assembler import Place
from ..code import BuiltinReference
from ..opcodes import NO_REGISTER
from ..symbols import LOCAL
from .generator import CONSTANT, Generator
from .supers import call_super, is_super_of_class

# More arguments than this go through a list, so that they do not need a register each.
MAX_ARGUMENTS = 1_000


def call(g: Generator, node: ast.Call, target: int) -> int:
    """``f(a, b=c)``"""
    arguments = node.args
    keywords = node.keywords
    func = node.func
    spread = len(arguments) + len(keywords) > MAX_ARGUMENTS
    for argument in arguments:
        if type(argument) is ast.Starred:
            spread = True
    if keywords:
        spread = check_keywords(g, keywords, node) or spread
    if spread:
        return _call_spread(g, node, target)
    mark = g.depth
    kind = type(func)
    if kind is ast.Name and func.id == 'super' and not arguments and not keywords and is_super_of_class(g):
        return call_super(g, node, target)
    if kind is ast.Attribute:
        return _call_method(g, node, func, target)
    constant = -1
    if kind is ast.Name and not keywords:
        variable_kind, value = g.names[func.id]
        if variable_kind == CONSTANT and type(value) is BuiltinReference:
            constant = g.near_constant(value, func)
    if constant < 0:
        first = g.temporary()
        g.expression(func, first)
    else:
        first = g.temporaries(0)
    for argument in arguments:
        g.expression(argument, g.temporary())
    if keywords:
        names = []
        for keyword in keywords:
            names.append(keyword.arg)
            g.expression(keyword.value, g.temporary())
        g.depth = mark
        if target < 0:
            target = g.temporary()
        g.emit(op.CALL_KW, 0, target, first, len(arguments) + len(names), node)
        g.emit(op.EXT, 0, 0, g.near_constant(tuple(names), node), 0, node)
        return target
    g.depth = mark
    if target < 0:
        target = g.temporary()
    if constant < 0:
        g.emit(op.CALL, 0, target, first, len(arguments), node)
    else:
        g.emit(op.CALL_CONST, 0, target, first, len(arguments), node)
        g.emit(op.EXT, 0, 0, constant, 0, node)
    return target


def _call_method(g: Generator, node: ast.Call, func: ast.Attribute, target: int) -> int:
    """``a.b(c)``. The first word has the position of the attribute, for when there is none, its EXT that of the call."""
    mark = g.depth
    first = g.temporary()
    g.expression(func.value, first)
    arguments = node.args
    place: Place = node
    attribute_place: Place = func
    if func.lineno != func.end_lineno:
        # A chain of calls over several lines: the place is the line of this method's name, not of the chain's start.
        column = func.end_col_offset - len(func.attr)
        place = func.end_lineno, node.end_lineno, column, node.end_col_offset
        attribute_place = func.end_lineno, func.end_lineno, column, func.end_col_offset
    name = g.name_constant(func.attr, func)
    for argument in arguments:
        if not _is_inert(g, argument):
            g.emit(op.FIND_METHOD, 0, first, name, 0, attribute_place)
            break
    else:
        for keyword in node.keywords:
            if not _is_inert(g, keyword.value):
                g.emit(op.FIND_METHOD, 0, first, name, 0, attribute_place)
                break
    for argument in arguments:
        g.expression(argument, g.temporary())
    count = len(arguments)
    names = 0
    if node.keywords:
        keyword_names = []
        for keyword in node.keywords:
            keyword_names.append(keyword.arg)
            g.expression(keyword.value, g.temporary())
        count += len(keyword_names)
        names = g.near_constant(tuple(keyword_names), node) + 1
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(op.CALL_METHOD, 0, target, first, count, attribute_place)
    g.emit(op.EXT, 0, names, name, 0, place)
    return target


def _is_inert(g: Generator, node: ast.expr) -> bool:
    """Whether it cannot be noticed if an expression is evaluated before or after a method is looked up."""
    kind = type(node)
    if kind is ast.Constant:
        return True
    if kind is ast.Name:
        variable_kind, index = g.names[node.id]
        return variable_kind == CONSTANT or (variable_kind == LOCAL and g.bound >> index & 1 == 1)
    return kind is ast.Lambda and not node.args.defaults and not node.args.kw_defaults


def check_keywords(g: Generator, keywords: list[ast.keyword], node: ast.Call | ast.ClassDef) -> bool:
    """Refuse repeated keywords; returns whether there is a ``**``."""
    seen = set()
    spread = False
    for keyword in keywords:
        name = keyword.arg
        if name is None:
            spread = True
        elif name in seen:
            raise g.error(f'keyword argument repeated: {name}', keyword)
        elif name == '__debug__':
            raise g.error('cannot assign to __debug__', node)
        else:
            seen.add(name)
    return spread


def _call_spread(g: Generator, node: ast.Call, target: int) -> int:
    """A call with ``*`` or ``**``, or with very many arguments: a list and a dict are built for it."""
    mark = g.depth
    arguments = node.args
    callee = g.pin(3)
    positional = callee + 1
    named = callee + 2
    g.expression(node.func, callee)
    only_star = len(arguments) == 1 and type(arguments[0]) is ast.Starred
    only_mapping = len(node.keywords) == 1 and node.keywords[0].arg is None
    star = -1
    if only_star:
        # CPython iterates over an only star after the keyword arguments were evaluated.
        star = g.expression(arguments[0].value, g.temporary())
    else:
        collect_list(g, arguments, positional, node)
    if only_mapping:
        g.emit(op.DICT_MERGE, 1, named, g.expression(node.keywords[0].value, -1), callee, node)
    elif node.keywords:
        collect_keywords(g, node, named, callee)
    if only_star:
        g.emit(op.LIST_EXTEND, 1 if only_mapping else 0, positional, star, callee, node)
    g.depth = mark
    return finish_spread(g, node, callee, target)


def finish_spread(g: Generator, node: ast.Call | ast.ClassDef, callee: int, target: int) -> int:
    """Call what is pinned at ``callee`` with the list and the dict that follow it; none of them is pinned any more."""
    if not node.keywords:
        g.emit(op.UNSET, 0, callee + 2, 0, 0, node)
    if target < 0:
        target = g.temporary()
    g.emit(op.CALL_SPREAD, 0, target, callee, 0, node)
    g.unpin(callee)
    return target


def collect_list(g: Generator, elements: list[ast.expr], register: int, place: ast.AST) -> None:
    """Build a list of any length, of elements with and without star, in a pinned register."""
    mark = g.depth
    first = g.temporaries(0)
    count = 0
    for element in elements:
        if type(element) is ast.Starred or count == MAX_ARGUMENTS:
            break
        g.expression(element, g.temporary())
        count += 1
    g.depth = mark
    g.emit(op.BUILD_LIST, 0, register, first, count, place)
    for element in elements[count:]:
        if type(element) is ast.Starred:
            g.emit(op.LIST_EXTEND, 0, register, g.expression(element.value, -1), NO_REGISTER, place)
        else:
            g.emit(op.LIST_APPEND, 0, register, g.expression(element, -1), 0, place)
        g.depth = mark


def collect_keywords(g: Generator, node: ast.Call | ast.ClassDef, register: int, callee: int) -> None:
    """Build the dict of keyword arguments in a pinned register."""
    keywords = node.keywords
    mark = g.depth
    position = 0
    made = False
    while position < len(keywords) or not made:
        first = g.temporaries(0)
        count = 0
        while position < len(keywords) and keywords[position].arg is not None and count < MAX_ARGUMENTS:
            g.load_constant(keywords[position].arg, node, g.temporary())
            g.expression(keywords[position].value, g.temporary())
            count += 1
            position += 1
        g.depth = mark
        if not made:
            g.emit(op.BUILD_DICT, 0, register, first, count, node)
            made = True
        elif count:
            pairs = g.temporary()
            g.emit(op.BUILD_DICT, 0, pairs, first, count, node)
            g.emit(op.DICT_MERGE, 0, register, pairs, callee, node)
            g.depth = mark
        if position < len(keywords) and keywords[position].arg is None:
            g.emit(op.DICT_MERGE, 0, register, g.expression(keywords[position].value, -1), callee, node)
            g.depth = mark
            position += 1
