"""``class``: the body is a function of its namespace, and the class what ``__build_class__`` makes of it."""

from __future__ import annotations

import ast
import sys

from .. import opcode_numbers as op
from ..code import CLASS, SIMPLE_ARGUMENTS, BuiltinReference, Code
from ..opcodes import NO_REGISTER
from ..symbols import CLASS_CELL, Scope
from .calls import MAX_ARGUMENTS, check_keywords, collect_keywords, finish_spread
from .functions import clean_docstring, is_declared_global, make_cells, make_function, qualified_name
from .generator import Generator, scope_variables

_BUILD_CLASS = BuiltinReference('__build_class__')
_SET_UP_ANNOTATIONS = BuiltinReference('__set_up_annotations__')


def class_(g: Generator, node: ast.ClassDef) -> None:
    """``class``"""
    decorators = node.decorator_list
    for decorator in decorators:
        g.expression(decorator, g.temporary())
    name = node.name
    scope = g.module.symbols.scopes[node]
    shown = getattr(node, 'shown_name', name)
    qualname = shown if is_declared_global(g, node) else qualified_name(g, shown)
    code = _body_code(g, node, scope, qualname, decorators[0].lineno if decorators else node.lineno)
    spread = len(node.bases) + len(node.keywords) > MAX_ARGUMENTS
    for base in node.bases:
        if type(base) is ast.Starred:
            spread = True
    if node.keywords:
        spread = check_keywords(g, node.keywords, node) or spread
    if spread:
        register = _build_spread(g, node, scope, code)
    else:
        register = _build(g, node, scope, code)
    for decorator in reversed(decorators):
        g.emit(op.CALL, 0, register - 1, register - 1, 1, decorator)
        register -= 1
    g.assign_name(name, register, node)


def _build(g: Generator, node: ast.ClassDef, scope: Scope, code: Code) -> int:
    """Generate the call of ``__build_class__``; returns the register of the class."""
    mark = g.depth
    first = g.temporary()
    g.load_constant(_BUILD_CLASS, node, first)
    make_function(g, code, scope, g.temporary(), node)
    g.load_constant(getattr(node, 'shown_name', node.name), node, g.temporary())
    for base in node.bases:
        g.expression(base, g.temporary())
    names = []
    for keyword in node.keywords:
        names.append(keyword.arg)
        g.expression(keyword.value, g.temporary())
    g.depth = mark + 1
    count = 2 + len(node.bases)
    if names:
        g.emit(op.CALL_KW, 0, first, first, count + len(names), node)
        g.emit(op.EXT, 0, 0, g.near_constant(tuple(names), node), 0, node)
    else:
        g.emit(op.CALL, 0, first, first, count, node)
    return first


def _build_spread(g: Generator, node: ast.ClassDef, scope: Scope, code: Code) -> int:
    """The same with stars among the bases or keywords."""
    mark = g.depth
    callee = g.pin(3)
    positional = callee + 1
    named = callee + 2
    g.load_constant(_BUILD_CLASS, node, callee)
    first = g.temporaries(0)
    make_function(g, code, scope, g.temporary(), node)
    g.load_constant(getattr(node, 'shown_name', node.name), node, g.temporary())
    g.depth = mark
    g.emit(op.BUILD_LIST, 0, positional, first, 2, node)
    for base in node.bases:
        if type(base) is ast.Starred:
            g.emit(op.LIST_EXTEND, 0, positional, g.expression(base.value, -1), NO_REGISTER, node)
        else:
            g.emit(op.LIST_APPEND, 0, positional, g.expression(base, -1), 0, node)
        g.depth = mark
    if node.keywords:
        collect_keywords(g, node, named, callee)
    g.depth = mark
    return finish_spread(g, node, callee, -1)


def _body_code(g: Generator, node: ast.ClassDef, scope: Scope, qualname: str, first_line: int) -> Code:
    """Generate the code of the body."""
    inner = Generator()
    inner.start(g.module, scope, getattr(node, 'shown_name', node.name), qualname, CLASS | SIMPLE_ARGUMENTS, first_line)
    inner.is_class = True
    inner.is_function = False
    scope_variables(inner)
    inner.code.argcount = inner.code.posonly = 1
    inner.bound = 1
    make_cells(inner)
    _set(inner, '__module__', g.module.name)
    _set(inner, '__qualname__', qualname)
    if sys.version_info >= (3, 13):
        _set(inner, '__firstlineno__', first_line)
    body = node.body
    first = body[0]
    if type(first) is ast.Expr and type(first.value) is ast.Constant and type(first.value.value) is str:
        _set(inner, '__doc__', clean_docstring(first.value.value))
        body = body[1:]
    if _has_annotations(body):
        register = inner.temporaries(2)
        inner.load_constant(_SET_UP_ANNOTATIONS, None, register)
        inner.emit(op.MOVE, 0, register + 1, 0, 0, None)
        inner.emit(op.CALL, 0, register, register, 1, None)
        inner.emit(op.UNSET, 0, register, 0, 0, None)
        inner.depth = 0
    inner.run_body(body)
    variable = inner.names.get(CLASS_CELL)
    if variable is not None:
        inner.emit(op.SET_CLASS_CELL, 0, 0, variable[1], 0, None)
        if not inner.dead:
            inner.emit(op.RETURN, 0, variable[1], 0, 0, None)
    elif not inner.dead:
        inner.emit(op.RETURN_CONST, 0, 0, inner.far_constant(None), 0, None)
    return inner.complete()


def _set(g: Generator, name: str, value: object) -> None:
    g.emit(op.SET_NAME, 0, 0, g.name_constant(name, None), g.load_constant(value, None, -1), None)
    g.depth = 0


def _has_annotations(body: list[ast.stmt]) -> bool:
    """Whether a class body annotates names of its own, at any depth of statements."""
    waiting: list[ast.AST] = list(body)
    while waiting:
        node = waiting.pop()
        if type(node) is ast.AnnAssign:
            return True
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.expr)):
            continue
        waiting.extend(ast.iter_child_nodes(node))
    return False
