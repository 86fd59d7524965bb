"""``def`` and ``lambda``."""

from __future__ import annotations

import ast
import inspect
import sys

from .. import opcode_numbers as op
from ..code import ASYNC_GENERATOR, COROUTINE, GENERATOR, KEEPS_ARGUMENTS, LAMBDA, SIMPLE_ARGUMENTS, VARARGS, VARKEYWORDS, Code
from ..type_parameters import DEFINED, Definition
from ..symbols import CELL, CLASS_CELL, GLOBAL_DECLARED, LOCAL, NAMESPACE, Scope, annotated_arguments
from .assignments import annotation
from .calls import MAX_ARGUMENTS, collect_list
from .folding import NOT_CONSTANT, constant_of
from .generator import Generator, scope_variables
from .statements import return_value


def function(g: Generator, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    """``def``, ``async def``"""
    decorators = node.decorator_list
    for decorator in decorators:
        g.expression(decorator, g.temporary())
    first_line = decorators[0].lineno if decorators else node.lineno
    scope = g.module.symbols.scopes[node]
    name = node.name
    shown = getattr(node, 'shown_name', name)
    qualname = shown if is_declared_global(g, node) else qualified_name(g, shown)
    kind, index = g.names[name]
    target = -1
    if kind == LOCAL and not decorators:
        target = index
    register = _make(g, node, node.args, node.returns, scope, shown, qualname, 0, first_line, target)
    for decorator in reversed(decorators):
        # The decorator lies right below what it is applied to.
        g.emit(op.CALL, 0, register - 1, register - 1, 1, decorator)
        register -= 1
    g.assign_name(name, register, node)


def lambda_(g: Generator, node: ast.Lambda, target: int) -> int:
    """``lambda``"""
    scope = g.module.symbols.scopes[node]
    name = getattr(node, 'shown_name', '<lambda>')
    return _make(g, node, node.args, None, scope, name, qualified_name(g, name), LAMBDA, node.lineno, target)


def definition(g: Generator, node: Definition, target: int) -> int:
    """What a ``def`` or ``class`` with type parameters defines."""
    mark = g.depth
    statement = node.body[0]
    g.statements[type(statement)](g, statement)
    g.depth = mark
    return g.load(DEFINED, node, target)


def yield_(g: Generator, node: ast.Yield, target: int) -> int:
    """``yield``"""
    mark = g.depth
    value = g.expression(node.value, -1) if node.value is not None else g.load_constant(None, node, -1)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    g.emit(op.YIELD, 0, target, value, 0, node)
    return target


def is_declared_global(g: Generator, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    """Say whether the name that a ``def`` or ``class`` binds was declared global around it."""
    if not g.scope.is_generic:
        return bool(g.scope.flags.get(node.name, 0) & GLOBAL_DECLARED)
    # The name is bound where the type parameters stand, which is around their scope.
    assert g.scope.parent is not None
    return bool(g.scope.parent.flags.get(node.bound_name, 0) & GLOBAL_DECLARED)


def qualified_name(g: Generator, name: str) -> str:
    """Return the ``__qualname__`` of a function made here."""
    if g.is_module:
        return name
    if g.scope.is_generic:
        return g.code.qualname.removesuffix(g.code.name) + name
    return f'{g.code.qualname}.{name}' if g.is_class else f'{g.code.qualname}.<locals>.{name}'


def _make(g: Generator, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, arguments: ast.arguments, returns: ast.expr | None,
          scope: Scope, name: str, qualname: str, flags: int, first_line: int, target: int) -> int:
    """Generate defaults and annotations, the code of the function, and its making."""
    mark = g.depth
    first = 0
    flag = 0
    if arguments.defaults:
        flag |= 1
    if any(arguments.kw_defaults):
        flag |= 2
    annotated = [] if flags & LAMBDA else [argument for argument in annotated_arguments(arguments)
                                           if argument.annotation is not None]
    if annotated or returns is not None:
        flag |= 4
    if flag:
        first = g.temporaries(3)
        if flag & 1:
            _defaults(g, arguments, first, node)
        if flag & 2:
            _keyword_defaults(g, arguments, first + 1, node)
        if flag & 4:
            _annotations(g, annotated, returns, first + 2, node)
    code = _function_code(g, node, arguments, scope, name, qualname, flags, first_line)
    g.depth = mark
    if target < 0:
        target = g.temporary()
    return make_function(g, code, scope, target, node, flag, first)


def make_function(g: Generator, code: Code, scope: Scope, target: int, place: ast.AST, flag: int = 0,
                  first: int = 0) -> int:
    """Generate the making of a function whose defaults and annotations are laid out from register ``first``."""
    captures = code.captures
    for name in scope.free:
        kind, index = g.names[CLASS_CELL if g.is_class and name == '__class__' else name]
        if kind == NAMESPACE:
            kind, index = index[1]
        captures.append((kind == CELL, index))
    if not flag:
        first = g.temporaries(0)
    g.emit(op.MAKE_FUNCTION, flag, target, first, g.near_constant(code, place), place)
    return target


def _defaults(g: Generator, arguments: ast.arguments, register: int, place: ast.AST) -> None:
    """Put the tuple of positional defaults into a register."""
    defaults = arguments.defaults
    values = [constant_of(default) for default in defaults]
    if not any(value is NOT_CONSTANT for value in values):
        g.load_constant(tuple(values), place, register)
        return
    mark = g.depth
    if len(defaults) > MAX_ARGUMENTS:
        pinned = g.pin()
        collect_list(g, defaults, pinned, place)
        g.emit(op.LIST_TO_TUPLE, 0, register, pinned, 0, place)
        g.emit(op.UNSET, 0, pinned, 0, 0, place)
        g.unpin(pinned)
    else:
        first = g.temporaries(0)
        for default in defaults:
            g.expression(default, g.temporary())
        g.emit(op.BUILD_TUPLE, 0, register, first, len(defaults), place)
    g.depth = mark


def _pairs(g: Generator, pairs: list[tuple[str, ast.expr, bool]], register: int, place: ast.AST) -> None:
    """Put a dict of names and values (or annotations) into a register."""
    mark = g.depth
    first = g.temporaries(0)
    pinned = -1
    count = 0
    for name, value, is_annotation in pairs:
        key = g.load_constant(name, value, g.temporary())
        operand = g.temporary()
        if is_annotation:
            annotation(g, value, operand)
        else:
            g.expression(value, operand)
        count += 1
        if pinned >= 0:
            g.emit(op.DICT_SET, 0, pinned, key, operand, place)
            g.depth = mark
        elif count == MAX_ARGUMENTS // 2 and count < len(pairs):
            pinned = g.pin()
            g.depth = mark
            g.emit(op.BUILD_DICT, 0, pinned, first, count, place)
    if pinned >= 0:
        g.emit(op.MOVE, 0, register, pinned, 0, place)
        g.emit(op.UNSET, 0, pinned, 0, 0, place)
        g.unpin(pinned)
    else:
        g.emit(op.BUILD_DICT, 0, register, first, count, place)
    g.depth = mark


def _keyword_defaults(g: Generator, arguments: ast.arguments, register: int, place: ast.AST) -> None:
    _pairs(g, [(argument.arg, default, False) for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults)
               if default is not None], register, place)


def _annotations(g: Generator, annotated: list[ast.arg], returns: ast.expr | None, register: int,
                 place: ast.AST) -> None:
    pairs = [(argument.arg, argument.annotation, True) for argument in annotated]
    if returns is not None:
        pairs.append(('return', returns, True))
    _pairs(g, pairs, register, place)


def _function_code(g: Generator, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, arguments: ast.arguments, scope: Scope, name: str,
                   qualname: str, flags: int, first_line: int) -> Code:
    """Generate the code of a function."""
    positional = len(arguments.posonlyargs) + len(arguments.args)
    kinds = scope.kinds
    flags |= kind_of_generator(scope)
    if arguments.vararg is not None:
        flags |= VARARGS
    if arguments.kwarg is not None:
        flags |= VARKEYWORDS
    if positional == len(scope.parameters):
        for parameter in scope.parameters:
            if kinds[parameter] == CELL:
                break
        else:
            flags |= SIMPLE_ARGUMENTS if scope.rebinds_parameter else SIMPLE_ARGUMENTS | KEEPS_ARGUMENTS
    inner = Generator()
    inner.start(g.module, scope, name, qualname, flags, first_line)
    scope_variables(inner)
    code = inner.code
    code.argcount = positional
    code.posonly = len(arguments.posonlyargs)
    code.kwonly = len(arguments.kwonlyargs)
    inner.bound = (1 << len(scope.parameters)) - 1
    make_cells(inner)
    if flags & LAMBDA:
        return_value(inner, node.body, node.body)
    else:
        body = node.body
        first = body[0]
        if type(first) is ast.Expr and type(first.value) is ast.Constant and type(first.value.value) is str:
            code.doc = clean_docstring(first.value.value)
        inner.run_body(body)
        if not inner.dead:
            inner.emit(op.RETURN_CONST, 0, 0, inner.far_constant(None), 0, body[-1])
    return inner.complete()


def kind_of_generator(scope: Scope) -> int:
    """Return the flag that says what a call of a function makes, or 0."""
    if scope.awaits:
        return ASYNC_GENERATOR if scope.yields else COROUTINE
    return GENERATOR if scope.yields else 0


def make_cells(g: Generator) -> None:
    """Generate the cells of a function's captured variables, at its entry."""
    for kind, register in g.names.values():
        if kind == CELL:
            g.emit(op.MAKE_CELL, 0, register, 0, 0, None)


def clean_docstring(text: str) -> str:
    """Return a docstring as the running CPython's compiler would keep it: 3.13 takes the indentation off."""
    return inspect.cleandoc(text) if sys.version_info >= (3, 13) else text
