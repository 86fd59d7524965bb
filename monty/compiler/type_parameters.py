"""Type parameters and ``type`` statements (Python 3.12), rewritten to functions that are made and called at once.

``class C[T: Bound](Base[T]): ...`` becomes what would be written so, were a class statement an expression:

    C = (lambda: ((T := TypeVar('T', lambda: Bound)), (params := (T,)), (generic := Generic[T]),
                  class C(Base[T], generic): __type_params__ = params; ...)[-1])()

The functions are those that CPython makes, too. In a class body they see its namespace first: it is their parameter
``.namespace``, which the lazy ones have as a default. Names with a dot can be written by no program.
"""

from __future__ import annotations

import ast
import sys

from .code import BuiltinReference
from .symbols import CLASS_NAMESPACE
from .syntax_error import Source

_MAKE_PARAMETER = BuiltinReference('__type_parameter__')
_MAKE_ALIAS = BuiltinReference('__type_alias__')
_MAKE_BASE = BuiltinReference('__generic_base__')
_SET_PARAMETERS = BuiltinReference('__set_type_params__')

PARAMETERS = '.type_params'
BASE = '.generic_base'
# The name under which a statement binds its function or class for the expression that it is part of.
DEFINED = '.defined'

BOUND = 1
CONSTRAINTS = 2


class Definition(ast.expr):
    """An expression that is the function or class which its only statement defines."""

    _fields = ('body',)

    def __init__(self, statement: ast.stmt) -> None:
        self.body = [statement]


def rewrite_type_parameters(tree: ast.Module, source: Source) -> None:
    """Replace all type parameters and ``type`` statements of a tree, whose private names are mangled already.

    Raises:
        MontySyntaxError: for what must not stand in type parameters.
    """
    _Rewriter(source).body_of(tree, False)


# What CPython calls the places where some expressions are not allowed.
_REFUSED = {ast.Yield: 'yield expression', ast.YieldFrom: 'yield expression', ast.Await: 'await expression',
            ast.NamedExpr: 'named expression'}


class _Rewriter:

    def __init__(self, source: Source) -> None:
        self.source = source

    # --- walking ----------------------------------------------------------------------------------------------------

    def body_of(self, root: ast.AST, in_class: bool) -> None:
        """Rewrite the statements in a node; goes down in a list of what is left, since trees can be deep."""
        waiting: list[tuple[ast.AST, bool]] = [(root, in_class)]
        while waiting:
            node, in_class = waiting.pop()
            for field, value in ast.iter_fields(node):
                inside = field == 'body' and type(node) is ast.ClassDef or in_class and isinstance(
                    node, (ast.stmt, ast.ExceptHandler, ast.match_case)) and not isinstance(
                        node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
                if type(value) is list:
                    for number, item in enumerate(value):
                        if isinstance(item, ast.AST):
                            waiting.append((item, inside))
                            if isinstance(item, ast.stmt):
                                value[number] = self.statement(item, inside)
                elif isinstance(value, ast.AST):
                    waiting.append((value, inside))

    def statement(self, node: ast.stmt, in_class: bool) -> ast.stmt:
        """Return what a statement becomes."""
        if type(node) is ast.TypeAlias:
            return self.alias(node, in_class)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.type_params:
            return self.function(node, in_class)
        if isinstance(node, ast.ClassDef) and node.type_params:
            return self.class_(node, in_class)
        return node

    # --- the three statements ---------------------------------------------------------------------------------------

    def alias(self, node: ast.TypeAlias, in_class: bool) -> ast.stmt:
        name = node.name.id
        self.refuse(node.value, 'a type alias')
        value = self.lazy(node.value, name, in_class)
        parameters = self.parameters(node, in_class)
        call = _call(_MAKE_ALIAS, [ast.Constant(getattr(node, 'shown_name', name)),
                                   _load(PARAMETERS) if parameters else ast.Tuple([], ast.Load()), value], node)
        made = self.scope([*parameters, call], name, [], in_class, node) if parameters else call
        return _at(node, ast.Assign([ast.Name(name, ast.Store())], made))

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, in_class: bool) -> ast.stmt:
        arguments = node.args
        annotations = [argument.annotation for argument in _all_arguments(arguments)] + [node.returns]
        for annotation in annotations:
            if annotation is not None:
                self.refuse(annotation, 'the definition of a generic')
        parameters = self.parameters(node, in_class)
        # Defaults are evaluated outside.
        given: list[tuple[str, ast.expr]] = []
        for values in (arguments.defaults, arguments.kw_defaults):
            for number, default in enumerate(values):
                if default is not None and type(default) is not ast.Constant:
                    hidden = f'.default{len(given)}'
                    given.append((hidden, default))
                    values[number] = ast.copy_location(_load(hidden), default)
        made = self.definition(node, [*parameters], given, in_class)
        return made

    def class_(self, node: ast.ClassDef, in_class: bool) -> ast.stmt:
        for base in [*node.bases, *[keyword.value for keyword in node.keywords]]:
            self.refuse(base, 'the definition of a generic')
        parameters = self.parameters(node, in_class)
        parameters.append(_at(node, _walrus(BASE, _call(_MAKE_BASE, [_load(PARAMETERS)], node))))
        node.bases = [*node.bases, _at(node, _load(BASE))]
        first = node.body[0]
        position = int(type(first) is ast.Expr and type(first.value) is ast.Constant and type(first.value.value) is str)
        node.body.insert(position, _at(first, ast.Assign([ast.Name('__type_params__', ast.Store())],
                                                         _load(PARAMETERS))))
        return self.definition(node, parameters, [], in_class)

    def definition(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, before: list[ast.expr],
                   given: list[tuple[str, ast.expr]], in_class: bool) -> ast.stmt:
        """Return the assignment of what a statement defines after ``before`` was evaluated in a scope of its own."""
        name = node.name
        decorators = node.decorator_list
        node.decorator_list = []
        node.type_params = []
        node.shown_name = getattr(node, 'shown_name', name)
        node.bound_name = name
        node.name = DEFINED
        made: ast.expr = ast.copy_location(Definition(node), node)
        if not isinstance(node, ast.ClassDef):
            made = _call(_SET_PARAMETERS, [made, _load(PARAMETERS)], node)
        value = self.scope([*before, made], node.shown_name, given, in_class, node)
        if decorators:
            # The decorators are evaluated first, the last one is called first.
            hidden = [f'.decorator{number}' for number in range(len(decorators))]
            inner: ast.expr = _load('.decorated')
            for each, decorator in zip(reversed(hidden), reversed(decorators)):
                inner = _at(decorator, ast.Call(_load(each), [inner], []))
            value = _at(node, ast.Call(_lambda([*hidden, '.decorated'], [], inner, node.shown_name),
                                       [*decorators, value], []))
        return _at(node, ast.Assign([ast.Name(name, ast.Store())], value))

    # --- parameters -------------------------------------------------------------------------------------------------

    def parameters(self, node: ast.AST, in_class: bool) -> list[ast.expr]:
        """Return the expressions that make the type parameters of a statement and the tuple of them."""
        result: list[ast.expr] = []
        seen: set[str] = set()
        with_default = False
        for parameter in node.type_params:
            if parameter.name in seen:
                raise self.source.error(f"duplicate type parameter '{parameter.name}'", parameter)
            if parameter.name == '__debug__':
                raise self.source.error('cannot assign to __debug__', parameter)
            seen.add(parameter.name)
            result.append(self.parameter(parameter, in_class))
            default = getattr(parameter, 'default_value', None)
            if default is None and with_default:
                raise self.source.error(f"non-default type parameter '{parameter.name}' follows default type parameter",
                                        parameter)
            with_default = with_default or default is not None
        if result:
            made = ast.Tuple([_load(parameter.name) for parameter in node.type_params], ast.Load())
            result.append(_at(node, _walrus(PARAMETERS, made)))
        return result

    def parameter(self, node: ast.AST, in_class: bool) -> ast.expr:
        kind = type(node).__name__
        shown = getattr(node, 'shown_name', node.name)
        bound = getattr(node, 'bound', None)
        default = getattr(node, 'default_value', None)
        which = 0
        made: ast.expr = ast.Constant(None)
        if bound is not None:
            which = CONSTRAINTS if type(bound) is ast.Tuple else BOUND
            self.refuse(bound, 'a TypeVar constraint' if which == CONSTRAINTS else 'a TypeVar bound')
            made = self.lazy(bound, shown, in_class)
        fallback: ast.expr = ast.Constant(None)
        if default is not None:
            self.refuse(default, f'a {kind} default')
            if type(default) is ast.Starred:
                # ``*Ts = *tuple[int, str]`` means the one value that the star makes.
                default = ast.copy_location(ast.Subscript(ast.Tuple([default], ast.Load()), ast.Constant(0),
                                                          ast.Load()), default)
                default = _at(default, default)
            fallback = self.lazy(default, shown, in_class)
        call = _call(_MAKE_PARAMETER, [ast.Constant(kind), ast.Constant(shown), ast.Constant(which), made, fallback], node)
        return _at(node, _walrus(node.name, call))

    def refuse(self, expression: ast.expr, place: str) -> None:
        """Refuse what must not stand in an annotation scope; functions in it are scopes of their own."""
        waiting: list[ast.AST] = [expression]
        while waiting:
            node = waiting.pop()
            words = _REFUSED.get(type(node))
            if words is not None:
                raise self.source.error(f'{words} cannot be used within {place}', node)
            if type(node) is ast.Lambda:
                waiting += node.args.defaults
                waiting += [each for each in node.args.kw_defaults if each is not None]
                continue
            waiting.extend(ast.iter_child_nodes(node))

    # --- functions --------------------------------------------------------------------------------------------------

    def lazy(self, value: ast.expr, name: str, in_class: bool) -> ast.Lambda:
        """Return the function that evaluates an expression when it is asked for."""
        made = _lambda([CLASS_NAMESPACE] if in_class else [], [_load(CLASS_NAMESPACE)] if in_class else [], value, name)
        made.sees_class = in_class
        return _at(value, made)

    def scope(self, steps: list[ast.expr], name: str, given: list[tuple[str, ast.expr]], in_class: bool,
              node: ast.stmt) -> ast.expr:
        """Return the call of a function that evaluates several expressions and returns the last one's value."""
        body = ast.Subscript(ast.Tuple(steps, ast.Load()), ast.Constant(len(steps) - 1), ast.Load())
        hidden = [CLASS_NAMESPACE] if in_class else []
        made = _lambda([*hidden, *[each for each, _ in given]], [], body, f'<generic parameters of {name}>')
        made.sees_class = in_class
        made.is_generic = True
        call = ast.Call(made, [*[_load(each) for each in hidden], *[value for _, value in given]], [])
        return _at(node, call)


def _all_arguments(arguments: ast.arguments) -> list[ast.arg]:
    found = [*arguments.posonlyargs, *arguments.args, arguments.vararg, *arguments.kwonlyargs, arguments.kwarg]
    return [argument for argument in found if argument is not None]


def _lambda(parameters: list[str], defaults: list[ast.expr], body: ast.expr, name: str) -> ast.Lambda:
    arguments = ast.arguments(posonlyargs=[], args=[ast.arg(each, None, lineno=1, col_offset=0, end_lineno=1,
                                                            end_col_offset=0) for each in parameters],
                              vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=defaults)
    made = ast.Lambda(arguments, body)
    made.shown_name = name
    return made


def _load(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def _walrus(name: str, value: ast.expr) -> ast.NamedExpr:
    return ast.NamedExpr(ast.Name(name, ast.Store()), value)


def _call(function: BuiltinReference, arguments: list[ast.expr], node: ast.AST) -> ast.Call:
    return _at(node, ast.Call(ast.Constant(function), arguments, []))


def _at(node: ast.AST, made: ast.AST) -> ast.AST:
    """Give what was made, and what in it has no place yet, the place of a node. What has one is complete."""
    waiting: list[ast.AST] = [made]
    while waiting:
        each = waiting.pop()
        if isinstance(each, (ast.expr, ast.stmt)):
            if hasattr(each, 'lineno') and each is not made:
                continue
            ast.copy_location(each, node)
        waiting.extend(ast.iter_child_nodes(each))
    return made
