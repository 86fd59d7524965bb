"""Code whose global names live in a dict: what ``exec`` and ``eval`` compile.

The names of a program's module are registers, found when it is compiled. Code that is compiled at run time finds them
in dicts that it is given, so its tree is rewritten first: the module becomes a function of two dicts, and each of its
global names a subscript or a call. Everything else is compiled as always.

    x = f(1)        becomes     def (module)((globals), (locals)):
                                    (locals)['x'] = __load_name__((locals), (globals), 'f')(1)
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from .symbols import BOUND, CLASS, CLASS_NAMESPACE, COMPREHENSION, GENERATOR, GLOBAL, GLOBAL_DECLARED, MODULE, NAMESPACE, Scope, Symbols

# No program can write these names.
GLOBALS = '(globals)'
LOCALS = '(locals)'
MODULE_FUNCTION = '<module>'


def rewrite(tree: ast.Module, symbols: Symbols, as_value: bool, last_value: bool = False) -> ast.Module:
    """Return a module whose only statement defines the function of two dicts.

    Arguments:
        tree: of a module that compiles; it is changed.
        symbols: its scopes.
        as_value: the module is one expression, whose value the function returns.
        last_value: the function returns the value of the module's last statement, which is an expression.
    """
    rewriter = _Rewriter(symbols)
    body: list[ast.stmt] = []
    if not as_value and tree.body and ast.get_docstring(tree, clean=False) is not None:
        first = tree.body[0]
        body.append(_at(first, ast.Assign([rewriter.place('__doc__', first, ast.Store())], first.value)))
    statements = [each for each in tree.body
                  if not (isinstance(each, ast.ImportFrom) and each.module == '__future__')]
    if symbols.has_annotations:
        first = tree.body[0]
        body.append(_at(first, ast.Expr(ast.Call(_name('__set_up_annotations__'), [_name(LOCALS)], []))))
    if as_value:
        value = rewriter.visit(statements[0].value)
        body.append(_at(value, ast.Return(value)))
    elif last_value:
        body += rewriter.block(statements[:-1])
        value = rewriter.visit(statements[-1].value)
        body.append(_at(value, ast.Return(value)))
    else:
        body += rewriter.block(statements)
    if not body:
        body.append(ast.Pass(lineno=1, col_offset=0, end_lineno=1, end_col_offset=0))
    arguments = ast.arguments(posonlyargs=[], args=[_argument(GLOBALS), _argument(LOCALS)], vararg=None, kwonlyargs=[],
                              kw_defaults=[], kwarg=None, defaults=[])
    function = ast.FunctionDef(MODULE_FUNCTION, arguments, body, [], None, None, lineno=1, col_offset=0, end_lineno=1,
                               end_col_offset=0)
    function.type_params = []
    return ast.fix_missing_locations(ast.Module([function], []))


def with_call(function: ast.Module, given: list[str]) -> ast.Module:
    """Return the module that calls the function with one new dict, which holds the names that the host gives."""
    start: dict[str, ast.expr] = {'__name__': ast.Constant('__main__'), '__doc__': ast.Constant(None)}
    start |= {name: _name(name) for name in given}
    namespace = ast.Dict([ast.Constant(name) for name in start], list(start.values()))
    call = ast.Call(_name(MODULE_FUNCTION), [_name(GLOBALS), _name(GLOBALS)], [])
    first = function.body[0]
    module = ast.Module([first, _at(first, ast.Assign([ast.Name(GLOBALS, ast.Store())], namespace)),
                         _at(first, ast.Expr(call))], [])
    return ast.fix_missing_locations(module)


def _argument(name: str) -> ast.arg:
    return ast.arg(name, None, lineno=1, col_offset=0, end_lineno=1, end_col_offset=0)


def _at(node: ast.AST, made: ast.AST) -> ast.AST:
    """Give what was made, and all that is new in it, the place of a node."""
    ast.copy_location(made, node)
    for child in ast.walk(made):
        if isinstance(child, (ast.expr, ast.stmt)) and not hasattr(child, 'lineno'):
            ast.copy_location(child, node)
    return made


def _name(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


class _Rewriter(ast.NodeTransformer):
    """Rewrites the uses of global names."""

    def __init__(self, symbols: Symbols) -> None:
        self.symbols = symbols
        self.scope = symbols.module
        # A name that any function declares global is global in the module as well.
        self.module_globals = {name for scope in symbols.scopes.values() if scope.kind != GENERATOR
                               for name, flags in scope.flags.items() if flags & GLOBAL_DECLARED}
        self.module_globals |= {name for name, flags in symbols.module.flags.items() if flags & GLOBAL_DECLARED}

    # -- what a name is

    def home(self, name: str) -> str | None:
        """Return LOCALS for a name of the module, GLOBALS for a global name of a function, None for any other."""
        scope: Scope | None = self.scope
        while scope is not None and scope.kind == COMPREHENSION:
            if scope.flags.get(name, 0) & BOUND:
                return None
            scope = scope.parent
        if scope is None or scope.kind == MODULE:
            return GLOBALS if name in self.module_globals else LOCALS
        if scope.kind == CLASS and scope is not self.scope:
            # A comprehension in a class body does not see what the body binds.
            return None if name in scope.free else GLOBALS
        return GLOBALS if scope.kinds.get(name, GLOBAL) == GLOBAL else None

    def place(self, name: str, node: ast.AST, context: ast.expr_context) -> ast.Subscript:
        """Return the subscript that stands for a name that is assigned."""
        home = self.home(name) or LOCALS
        return _at(node, ast.Subscript(_name(home), ast.Constant(name), context))

    def load(self, name: str, home: str, node: ast.AST) -> ast.expr:
        if home == LOCALS:
            call = ast.Call(_name('__load_name__'), [_name(LOCALS), _name(GLOBALS), ast.Constant(name)], [])
        else:
            call = ast.Call(_name('__load_global__'), [_name(GLOBALS), ast.Constant(name)], [])
        return _at(node, call)

    # -- expressions

    def visit_Name(self, node: ast.Name) -> ast.expr:
        home = self.home(node.id)
        if home is None and isinstance(node.ctx, ast.Load) and self.is_of_class_body(node.id):
            return self.load_in_class(node)
        if home is None or node.id == '__debug__':
            return node
        if isinstance(node.ctx, ast.Load):
            return self.load(node.id, home, node)
        return self.place(node.id, node, node.ctx)

    def is_of_class_body(self, name: str) -> bool:
        """Say whether a class body looks a name up in its own namespace and then among the globals."""
        scope = self.scope
        return (scope.kind == CLASS or scope.sees_class) and scope.kinds.get(name) == NAMESPACE and (
            bool(scope.flags.get(name, 0) & BOUND) or name not in scope.free)

    def load_in_class(self, node: ast.Name) -> ast.expr:
        """Return the reading of such a name."""
        return _at(node, ast.Call(_name('__load_name__'), [_name(CLASS_NAMESPACE), _name(GLOBALS), ast.Constant(node.id)],
                                  []))

    def visit_Call(self, node: ast.Call) -> ast.expr:
        if isinstance(node.func, ast.Name) and node.func.id == 'super' and not node.args and not node.keywords \
                and self.home('super') == GLOBALS and not self.symbols.module.flags.get('super', 0) & BOUND:
            # The compiler knows what it lacks.
            return node
        return self.generic_visit(node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        value = self.visit(node.value)
        home = self.home(node.target.id)
        if home is None:
            node.value = value
            return node
        return _at(node, ast.Call(_name('__store_name__'), [_name(home), ast.Constant(node.target.id), value], []))

    def visit_comprehension_expression(self, node: ast.AST) -> ast.AST:
        first = node.generators[0]
        first.iter = self.visit(first.iter)
        outer, self.scope = self.scope, self.symbols.scopes[node]
        for generator in node.generators:
            generator.target = self.visit(generator.target)
            if generator is not first:
                generator.iter = self.visit(generator.iter)
            generator.ifs = [self.visit(each) for each in generator.ifs]
        if isinstance(node, ast.DictComp):
            node.key = self.visit(node.key)
            node.value = self.visit(node.value)
        else:
            node.elt = self.visit(node.elt)
        self.scope = outer
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_comprehension_expression

    def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:
        self.defaults(node.args)
        outer, self.scope = self.scope, self.symbols.scopes[node]
        node.body = self.visit(node.body)
        self.scope = outer
        return node

    def defaults(self, arguments: ast.arguments) -> None:
        arguments.defaults = [self.visit(each) for each in arguments.defaults]
        arguments.kw_defaults = [each if each is None else self.visit(each) for each in arguments.kw_defaults]

    # -- statements

    def block(self, statements: Iterable[ast.stmt]) -> list[ast.stmt]:
        result: list[ast.stmt] = []
        for each in statements:
            made = self.visit(each)
            if isinstance(made, list):
                result += made
            elif made is not None:
                result.append(made)
        return result

    def keep(self, name: str, node: ast.AST) -> list[ast.stmt]:
        """Return the statements that move what a statement has bound to a variable into the dict."""
        home = self.home(name)
        if home is None:
            return []
        return [_at(node, ast.Assign([self.place(name, node, ast.Store())], _name(name))),
                _at(node, ast.Delete([ast.Name(name, ast.Del())]))]

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
        node.decorator_list = [self.visit(each) for each in node.decorator_list]
        self.defaults(node.args)
        if not self.symbols.future_annotations:
            arguments = node.args
            for each in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg,
                         arguments.kwarg]:
                if each is not None and each.annotation is not None:
                    each.annotation = self.visit(each.annotation)
            if node.returns is not None:
                node.returns = self.visit(node.returns)
        outer, self.scope = self.scope, self.symbols.scopes[node]
        node.body = self.block(node.body)
        self.scope = outer
        return [node, *self.keep(node.name, node)]

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node: ast.ClassDef) -> list[ast.stmt]:
        node.decorator_list = [self.visit(each) for each in node.decorator_list]
        node.bases = [self.visit(each) for each in node.bases]
        for keyword in node.keywords:
            keyword.value = self.visit(keyword.value)
        outer, self.scope = self.scope, self.symbols.scopes[node]
        node.body = self.block(node.body)
        self.scope = outer
        return [node, *self.keep(node.name, node)]

    def visit_Global(self, node: ast.Global) -> ast.stmt:
        return _at(node, ast.Pass())

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt | list[ast.stmt]:
        if isinstance(node.target, ast.Name) and self.is_of_class_body(node.target.id):
            first = _at(node, ast.Assign([ast.Name(node.target.id, ast.Store())], self.load_in_class(node.target)))
            node.value = self.visit(node.value)
            return [first, node]
        if not isinstance(node.target, ast.Name) or self.home(node.target.id) is None:
            return self.generic_visit(node)
        name = node.target.id
        # A name that is missing is a NameError, and one of an outer dict is bound in the inner one.
        first = _at(node, ast.Assign([self.place(name, node.target, ast.Store())],
                                     self.load(name, self.home(name), node.target)))
        node.target = self.place(name, node.target, ast.Store())
        node.value = self.visit(node.value)
        return [first, node]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt | list[ast.stmt]:
        if not isinstance(node.target, ast.Name) or self.home(node.target.id) is None:
            return self.generic_visit(node)
        made: list[ast.stmt] = []
        name = node.target.id
        if node.value is not None:
            made.append(_at(node, ast.Assign([self.place(name, node.target, ast.Store())], self.visit(node.value))))
        if node.simple and self.scope.kind == MODULE:
            noted: ast.expr = (ast.Constant(ast.unparse(node.annotation)) if self.symbols.future_annotations
                               else self.visit(node.annotation))
            made.append(_at(node, ast.Expr(ast.Call(_name('__note_annotation__'),
                                                    [_name(LOCALS), ast.Constant(name), noted], []))))
        return made or _at(node, ast.Pass())

    def visit_Delete(self, node: ast.Delete) -> list[ast.stmt]:
        made: list[ast.stmt] = []
        for target in node.targets:
            if isinstance(target, ast.Name) and self.home(target.id) is not None:
                made.append(_at(target, ast.Expr(ast.Call(
                    _name('__delete_name__'), [_name(self.home(target.id)), ast.Constant(target.id)], []))))
            else:
                made.append(_at(node, ast.Delete([self.visit(target)])))
        return made

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> list[ast.stmt]:
        if node.names[0].name == '*':
            hidden = '(module)'
            return [_at(node, ast.Import([_at(node, ast.alias(node.module, hidden))])),
                    _at(node, ast.Expr(ast.Call(_name('__import_star__'), [_name(LOCALS), _name(hidden)], [])))]
        made: list[ast.stmt] = [node]
        for alias in node.names:
            made += self.keep(alias.asname or alias.name.split('.')[0], node)
        return made

    visit_ImportFrom = visit_Import

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.ExceptHandler:
        if node.type is not None:
            node.type = self.visit(node.type)
        name = node.name
        node_body = self.block(node.body)
        if name is not None and self.home(name) is not None:
            store = _at(node, ast.Assign([self.place(name, node, ast.Store())], _name(name)))
            discard = _at(node, ast.Expr(ast.Call(_name('__discard_name__'),
                                                  [_name(self.home(name)), ast.Constant(name)], [])))
            node_body = [store, _at(node, ast.Try(node_body, [], [], [discard]))]
        node.body = node_body
        return node

    def visit_match_case(self, node: ast.match_case) -> ast.match_case:
        names = [name for each in ast.walk(node.pattern) for name in [
            getattr(each, 'rest', None) if isinstance(each, ast.MatchMapping) else getattr(each, 'name', None)] if name]
        node.pattern = self.visit(node.pattern)
        body = self.block(node.body)
        guard = node.guard if node.guard is None else self.visit(node.guard)
        kept = [name for name in names if self.home(name) is not None]
        stores = [_at(node.pattern, ast.Assign([self.place(name, node.pattern, ast.Store())], _name(name)))
                  for name in kept]
        if guard is None:
            node.body = [*stores, *body]
        else:
            calls: list[ast.expr] = [_at(guard, ast.Compare(ast.Call(
                _name('__store_name__'), [_name(self.home(name)), ast.Constant(name), _name(name)], []),
                [ast.Is()], [_name(name)])) for name in kept]
            node.guard = _at(guard, ast.BoolOp(ast.And(), [*calls, guard])) if calls else guard
            node.body = body
        return node
