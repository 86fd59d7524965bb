"""Who owns a name: one pass over the tree collects the names of each scope, a second one decides what they are.

List, set and dict comprehensions are scopes of names, but not frames: their code is part of the function around them,
and their variables are registers there. Generator expressions are functions.
"""

from __future__ import annotations

import ast

from .syntax_error import Source

# What is known about a name in a scope (bits).
USED = 1
BOUND = 2
PARAMETER = 4
GLOBAL_DECLARED = 8
NONLOCAL_DECLARED = 16
ANNOTATED = 32
WALRUS = 64          # the target of an assignment expression
UNBINDABLE = 128     # a del statement or the end of an except clause may unbind it
ITERATION = 256      # an iteration variable of this comprehension
USED_INSIDE = 512    # used by a comprehension in the scope

# Kinds of scopes.
MODULE = 0
FUNCTION = 1
COMPREHENSION = 2
GENERATOR = 3
CLASS = 4

# What a name is (``Scope.kinds``).
LOCAL = 0
CELL = 1
FREE = 2
GLOBAL = 3
NAMESPACE = 5        # looked up in the namespace of a class body first

# The name of the register that holds the namespace of a class body. No program can write it.
CLASS_NAMESPACE = '.namespace'
# That of the cell which the functions in a class body know as __class__.
CLASS_CELL = '.class'

# The deepest nesting of expressions and statements that is compiled. Chains (``a + b + c``, ``elif``) are no nesting.
MAX_NESTING = 1_000

# Statements and expressions that cannot be compiled yet, in the words of the error message.
UNSUPPORTED: dict[str, str] = {
    'TemplateStr': 'template strings',
}


class TypeParametersFound(Exception):
    """A tree has type parameters or ``type`` statements, which are to be rewritten first (type_parameters.py)."""


class Scope:
    """The names of a module, a function, a lambda or a comprehension.

    Attributes:
        kind: MODULE, FUNCTION (also lambda), COMPREHENSION (inlined), GENERATOR (a generator expression) or CLASS.
        node: the node of the tree.
        parent: the scope around it.
        children: the scopes in it.
        flags: what is known about each name, in order of appearance.
        kinds: name -> LOCAL, CELL, FREE, GLOBAL or NAMESPACE; made by the second pass.
        free: names of the free variables in closure order; made by the second pass.
        parameters: names of the parameters in register order.
        has_unbindable, has_walrus: some name of the scope has that flag.
        in_iterable: how many iterables of comprehensions the node being visited is in.
        yields: it is a function with a ``yield`` in it, or a generator expression.
        awaits: it is an ``async def``, or a generator expression with ``await`` or ``async for`` of its own.
        first_return: of an ``async def``, its first ``return`` with a value.
        sees_class: it belongs to type parameters in a class body, whose namespace is its first parameter.
        is_generic: its variables are type parameters.
        rebinds_parameter: a parameter is assigned or deleted.
    """

    __slots__ = ('kind', 'node', 'parent', 'children', 'flags', 'kinds', 'free', 'parameters', 'has_unbindable',
                 'has_walrus', 'in_iterable', 'yields', 'awaits', 'first_return', 'sees_class', 'is_generic',
                 'rebinds_parameter')

    kind: int
    node: ast.AST
    parent: Scope | None
    children: list[Scope]
    flags: dict[str, int]
    kinds: dict[str, int]
    free: list[str]
    parameters: list[str]
    has_unbindable: bool
    has_walrus: bool
    in_iterable: int
    yields: bool
    awaits: bool
    first_return: ast.Return | None
    sees_class: bool
    is_generic: bool
    rebinds_parameter: bool

    def __init__(self, kind: int, node: ast.AST, parent: Scope | None) -> None:
        self.kind = kind
        self.node = node
        self.parent = parent
        self.children = []
        self.flags = {}
        self.kinds = {}
        self.free = []
        self.parameters = []
        self.has_unbindable = False
        self.has_walrus = False
        self.in_iterable = 0
        self.yields = False
        self.awaits = False
        self.first_return = None
        self.sees_class = False
        self.is_generic = False
        self.rebinds_parameter = False
        if parent is not None:
            parent.children.append(self)
            self.in_iterable = parent.in_iterable


class Symbols:
    """All scopes of a module.

    Attributes:
        scopes: node -> its scope.
        module: the scope of the module.
        function_globals: names that functions assign through ``global``, with their flags.
        has_annotations: the module has annotated assignments of its own (so it needs ``__annotations__``).
        future_annotations: annotations are kept as text.
        has_star_import: a ``from module import *`` may bind any global name.
    """

    __slots__ = ('source', 'scopes', 'module', 'scope', 'function_globals', 'has_annotations', 'future_annotations',
                 'has_star_import', 'depth')

    source: Source
    scopes: dict[ast.AST, Scope]
    module: Scope
    scope: Scope
    function_globals: dict[str, int]
    has_annotations: bool
    future_annotations: bool
    has_star_import: bool
    depth: int

    def __init__(self, tree: ast.Module, source: Source, future_annotations: bool) -> None:
        self.source = source
        self.scopes = {}
        self.function_globals = {}
        self.has_annotations = False
        self.future_annotations = future_annotations
        self.has_star_import = False
        self.depth = 0
        self.module = self.scope = self.scopes[tree] = Scope(MODULE, tree, None)
        self.visit_all(tree.body)
        _resolve_function(self.module, {}, source)

    # --- the first pass ---------------------------------------------------------------------------------------------

    def visit(self, node: ast.AST | None) -> None:
        """Collect the names of a node."""
        kind = type(node)
        if kind is ast.Name:
            if type(node.ctx) is ast.Load:
                flags = self.scope.flags
                name = node.id
                flags[name] = flags.get(name, 0) | USED
            else:
                self.bind(node.id, node, BOUND if type(node.ctx) is ast.Store else BOUND | UNBINDABLE)
        elif kind is ast.Constant or node is None:
            pass
        else:
            self.depth += 1
            visitor = _VISITORS.get(kind)
            if visitor is not None:
                visitor(self, node)
            else:
                self.visit_fields(node, kind)
            self.depth -= 1

    def visit_all(self, nodes: list) -> None:
        """Collect the names of several nodes."""
        flags = self.scope.flags
        for node in nodes:
            kind = type(node)
            if kind is ast.Name and type(node.ctx) is ast.Load:
                name = node.id
                flags[name] = flags.get(name, 0) | USED
            elif kind is not ast.Constant:
                self.visit(node)

    def visit_fields(self, node: ast.AST, kind: type) -> None:
        """Collect the names of a node that has no rules of its own."""
        fields = _FIELDS.get(kind)
        if fields is None:
            words = UNSUPPORTED.get(kind.__name__)
            if words is not None:
                raise self.source.error(f'{words} are not supported yet' if words[-1] == 's'
                                        else f'{words} is not supported yet', node)
            if self.depth > MAX_NESTING:
                raise self.source.error('too many nested parentheses or blocks', node)
            fields = _fields_of(kind)
            _FIELDS[kind] = fields
        elif self.depth > MAX_NESTING:
            raise self.source.error('too many nested parentheses or blocks', node)
        for field in fields:
            value = getattr(node, field)
            if type(value) is list:
                self.visit_all(value)
            elif value is not None:
                self.visit(value)

    def bind(self, name: str, node: ast.AST, flag: int) -> None:
        """Note that a name is assigned or deleted."""
        scope = self.scope
        flags = scope.flags
        known = flags.get(name, 0)
        if name == '__debug__':
            raise self.source.error('cannot delete __debug__' if flag & UNBINDABLE and type(node) is ast.Name
                                    else 'cannot assign to __debug__', node)
        if flag & UNBINDABLE:
            scope.has_unbindable = True
        if known & PARAMETER:
            scope.rebinds_parameter = True
        if scope.kind == COMPREHENSION or scope.kind == GENERATOR:
            flag |= ITERATION
            if known & WALRUS:
                raise self.source.error('comprehension inner loop cannot rebind assignment expression target '
                                        f"'{name}'", node)
        elif known & GLOBAL_DECLARED:
            self.function_globals[name] = self.function_globals.get(name, 0) | flag
        flags[name] = known | flag

    def new_scope(self, kind: int, node: ast.AST) -> Scope:
        """Make the scope of a node and go into it."""
        self.scope = self.scopes[node] = Scope(kind, node, self.scope)
        return self.scope


# --- visitors -----------------------------------------------------------------------------------------------------


def _binary(symbols: Symbols, node: ast.BinOp) -> None:
    # A long chain nests to the left: go down it in a loop.
    chain = []
    left: ast.expr = node
    while type(left) is ast.BinOp:
        chain.append(left.right)
        left = left.left
    symbols.visit(left)
    chain.reverse()
    symbols.visit_all(chain)


def _call(symbols: Symbols, node: ast.Call) -> None:
    if symbols.depth > MAX_NESTING:
        raise symbols.source.error('too many nested parentheses or blocks', node)
    func = node.func
    if type(func) is ast.Name and func.id == 'super' and not node.args and not node.keywords:
        # It means the class around it and the first parameter.
        flags = symbols.scope.flags
        flags['__class__'] = flags.get('__class__', 0) | USED
    symbols.visit(func)
    if node.args:
        symbols.visit_all(node.args)
    for keyword in node.keywords:
        symbols.visit(keyword.value)


def _if(symbols: Symbols, node: ast.If) -> None:
    # So does a long elif chain nest, in ``orelse``.
    while True:
        symbols.visit(node.test)
        symbols.visit_all(node.body)
        orelse = node.orelse
        if len(orelse) == 1 and type(orelse[0]) is ast.If:
            node = orelse[0]
        else:
            break
    symbols.visit_all(orelse)


def _function(symbols: Symbols, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    if getattr(node, 'type_params', None):
        raise TypeParametersFound
    symbols.visit_all(node.decorator_list)
    symbols.bind(node.name, node, BOUND)
    arguments = node.args
    symbols.visit_all(arguments.defaults)
    for default in arguments.kw_defaults:
        symbols.visit(default)
    if not symbols.future_annotations:
        for argument in annotated_arguments(arguments):
            symbols.visit(argument.annotation)
        symbols.visit(node.returns)
    outer = symbols.scope
    scope = symbols.new_scope(FUNCTION, node)
    scope.awaits = type(node) is ast.AsyncFunctionDef
    _parameters(symbols, arguments)
    symbols.visit_all(node.body)
    if scope.awaits and scope.yields and scope.first_return is not None:
        raise symbols.source.error("'return' with value in async generator", scope.first_return)
    symbols.scope = outer


def annotated_arguments(arguments: ast.arguments) -> list[ast.arg]:
    """Return all parameters in the order in which their annotations are evaluated."""
    result = arguments.posonlyargs + arguments.args
    if arguments.vararg is not None:
        result.append(arguments.vararg)
    result += arguments.kwonlyargs
    if arguments.kwarg is not None:
        result.append(arguments.kwarg)
    return result


def _class(symbols: Symbols, node: ast.ClassDef) -> None:
    if getattr(node, 'type_params', None):
        raise TypeParametersFound
    if symbols.depth > MAX_NESTING:
        raise symbols.source.error('too many nested parentheses or blocks', node)
    symbols.visit_all(node.decorator_list)
    symbols.bind(node.name, node, BOUND)
    symbols.visit_all(node.bases)
    for keyword in node.keywords:
        symbols.visit(keyword.value)
    outer = symbols.scope
    symbols.new_scope(CLASS, node).in_iterable = 0
    symbols.visit_all(node.body)
    symbols.scope = outer


def _lambda(symbols: Symbols, node: ast.Lambda) -> None:
    symbols.visit_all(node.args.defaults)
    for default in node.args.kw_defaults:
        symbols.visit(default)
    outer = symbols.scope
    scope = symbols.new_scope(FUNCTION, node)
    scope.sees_class = getattr(node, 'sees_class', False)
    scope.is_generic = getattr(node, 'is_generic', False)
    _parameters(symbols, node.args)
    symbols.visit(node.body)
    symbols.scope = outer


def _parameters(symbols: Symbols, arguments: ast.arguments) -> None:
    scope = symbols.scope
    parameters = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    if arguments.vararg is not None:
        parameters.append(arguments.vararg)
    if arguments.kwarg is not None:
        parameters.append(arguments.kwarg)
    flags = scope.flags
    for parameter in parameters:
        name = parameter.arg
        if name in flags:
            raise symbols.source.error(f"duplicate argument '{name}' in function definition", parameter)
        if name == '__debug__':
            raise symbols.source.error('cannot assign to __debug__', scope.node)
        flags[name] = BOUND | PARAMETER
        scope.parameters.append(name)


_COMPREHENSION_WORDS = {ast.ListComp: 'list comprehension', ast.SetComp: 'set comprehension',
                        ast.DictComp: 'dict comprehension', ast.GeneratorExp: 'generator expression'}


def _yield(symbols: Symbols, node: ast.Yield | ast.YieldFrom) -> None:
    scope = symbols.scope
    if scope.kind == COMPREHENSION or scope.kind == GENERATOR:
        raise symbols.source.error(f"'yield' inside {_COMPREHENSION_WORDS[type(scope.node)]}", node)
    if scope.kind != FUNCTION:
        raise symbols.source.error("'yield' outside function", node)
    scope.yields = True
    if node.value is not None:
        symbols.visit(node.value)


def _yield_from(symbols: Symbols, node: ast.YieldFrom) -> None:
    _yield(symbols, node)
    if symbols.scope.awaits:
        raise symbols.source.error("'yield from' inside async function", node)


def _return(symbols: Symbols, node: ast.Return) -> None:
    scope = symbols.scope
    if node.value is not None:
        if scope.first_return is None:
            scope.first_return = node
        symbols.visit(node.value)


def _await(symbols: Symbols, node: ast.Await) -> None:
    _require_async(symbols, node, "'await' outside async function", "'await' outside function")
    symbols.visit(node.value)


def _async_for(symbols: Symbols, node: ast.AsyncFor) -> None:
    _require_async(symbols, node, "'async for' outside async function", "'async for' outside async function")
    symbols.visit(node.target)
    symbols.visit(node.iter)
    symbols.visit_all(node.body)
    symbols.visit_all(node.orelse)


def _async_with(symbols: Symbols, node: ast.AsyncWith) -> None:
    _require_async(symbols, node, "'async with' outside async function", "'async with' outside async function")
    symbols.visit_all(node.items)
    symbols.visit_all(node.body)


def _require_async(symbols: Symbols, node: ast.AST, message: str, message_of_module: str) -> None:
    """Refuse what only coroutines can do, elsewhere; a generator expression that does it becomes asynchronous."""
    scope = symbols.scope
    while scope.kind == COMPREHENSION:
        assert scope.parent is not None
        scope = scope.parent
    if scope.kind == GENERATOR:
        scope.awaits = True
    elif not scope.awaits:
        raise symbols.source.error(message if scope.kind == FUNCTION else message_of_module, node)


def _match(symbols: Symbols, node: ast.Match) -> None:
    symbols.visit(node.subject)
    for case in node.cases:
        symbols.visit(case.pattern)
        symbols.visit(case.guard)
        symbols.visit_all(case.body)


def _match_mapping(symbols: Symbols, node: ast.MatchMapping) -> None:
    symbols.visit_all(node.keys)
    symbols.visit_all(node.patterns)
    if node.rest is not None:
        symbols.bind(node.rest, node, BOUND)


def _match_name(symbols: Symbols, node: ast.MatchAs | ast.MatchStar) -> None:
    if type(node) is ast.MatchAs:
        symbols.visit(node.pattern)
    if node.name is not None:
        symbols.bind(node.name, node, BOUND)


def _comprehension(symbols: Symbols, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> None:
    if symbols.depth > MAX_NESTING:
        raise symbols.source.error('too many nested parentheses or blocks', node)
    outer = symbols.scope
    first = node.generators[0]
    is_generator = type(node) is ast.GeneratorExp
    if not is_generator:
        for generator in node.generators:
            if generator.is_async:
                _require_async(symbols, node, 'asynchronous comprehension outside of an asynchronous function',
                               'asynchronous comprehension outside of an asynchronous function')
    outer.in_iterable += 1
    symbols.visit(first.iter)
    outer.in_iterable -= 1
    scope = symbols.new_scope(GENERATOR if is_generator else COMPREHENSION, node)
    if is_generator:
        scope.flags['.0'] = BOUND | PARAMETER
        scope.parameters.append('.0')
        scope.yields = True
        for generator in node.generators:
            if generator.is_async:
                scope.awaits = True
    for generator in node.generators:
        symbols.visit(generator.target)
        if generator is not first:
            scope.in_iterable += 1
            symbols.visit(generator.iter)
            scope.in_iterable -= 1
        symbols.visit_all(generator.ifs)
    if type(node) is ast.DictComp:
        symbols.visit(node.key)
        symbols.visit(node.value)
    else:
        symbols.visit(node.elt)
    symbols.scope = outer
    # What the comprehension does not bind itself is a name of the scope around it.
    outer_flags = outer.flags
    for name, flags in scope.flags.items():
        if not flags & BOUND:
            outer_flags[name] = outer_flags.get(name, 0) | USED_INSIDE


def _walrus(symbols: Symbols, node: ast.NamedExpr) -> None:
    if symbols.depth > MAX_NESTING:
        raise symbols.source.error('too many nested parentheses or blocks', node)
    target = node.target
    name = target.id
    scope = symbols.scope
    if scope.in_iterable:
        raise symbols.source.error('assignment expression cannot be used in a comprehension iterable expression', node)
    symbols.visit(node.value)
    passed: list[Scope] = []
    while scope.kind == COMPREHENSION or scope.kind == GENERATOR:
        if scope.in_iterable:
            raise symbols.source.error('assignment expression cannot be used in a comprehension iterable expression',
                                       node)
        if scope.flags.get(name, 0) & ITERATION:
            raise symbols.source.error('assignment expression cannot rebind comprehension iteration variable '
                                       f"'{name}'", target)
        passed.append(scope)
        assert scope.parent is not None
        scope = scope.parent
    if scope.kind == CLASS and passed:
        raise symbols.source.error('assignment expression within a comprehension cannot be used in a class body', node)
    inner = symbols.scope
    symbols.scope = scope
    symbols.bind(name, target, BOUND | WALRUS)
    symbols.scope = inner
    scope.has_walrus = True
    is_global = scope.kind == MODULE or scope.flags[name] & GLOBAL_DECLARED
    for comprehension in passed:
        known = comprehension.flags.get(name, 0) | WALRUS | USED
        if comprehension.kind == GENERATOR:
            known |= GLOBAL_DECLARED if is_global else NONLOCAL_DECLARED
            if is_global:
                symbols.function_globals[name] = symbols.function_globals.get(name, 0) | BOUND
        comprehension.flags[name] = known


def _global(symbols: Symbols, node: ast.Global) -> None:
    _declare(symbols, node, 'global', GLOBAL_DECLARED)


def _nonlocal(symbols: Symbols, node: ast.Nonlocal) -> None:
    if symbols.scope.kind == MODULE:
        raise symbols.source.error('nonlocal declaration not allowed at module level', node)
    _declare(symbols, node, 'nonlocal', NONLOCAL_DECLARED)


def _declare(symbols: Symbols, node: ast.Global | ast.Nonlocal, word: str, flag: int) -> None:
    flags = symbols.scope.flags
    for name in node.names:
        known = flags.get(name, 0)
        message = ''
        if known & PARAMETER:
            message = f"name '{name}' is parameter and {word}"
        elif known & USED:
            message = f"name '{name}' is used prior to {word} declaration"
        elif known & ANNOTATED:
            message = f"annotated name '{name}' can't be {word}"
        elif known & BOUND:
            message = f"name '{name}' is assigned to before {word} declaration"
        if message:
            raise symbols.source.error(message, node)
        flags[name] = known | flag


def _annotated(symbols: Symbols, node: ast.AnnAssign) -> None:
    target = node.target
    scope = symbols.scope
    if type(target) is ast.Name and node.simple:
        known = scope.flags.get(target.id, 0)
        if known & (GLOBAL_DECLARED | NONLOCAL_DECLARED) and scope.kind != MODULE:
            word = 'global' if known & GLOBAL_DECLARED else 'nonlocal'
            raise symbols.source.error(f"annotated name '{target.id}' can't be {word}", node)
        symbols.bind(target.id, target, BOUND | ANNOTATED)
    elif type(target) is not ast.Name or node.value is not None:
        # `(name): annotation` alone binds nothing.
        symbols.visit(target)
    if scope.kind == MODULE and not symbols.has_annotations:
        symbols.has_annotations = True
        symbols.bind('__annotations__', node, BOUND)
    # Annotations of local variables are not evaluated, but their names count as used for ``global`` and closures.
    if not symbols.future_annotations:
        symbols.visit(node.annotation)
    symbols.visit(node.value)


def _augmented(symbols: Symbols, node: ast.AugAssign) -> None:
    symbols.visit(node.target)
    symbols.visit(node.value)


def _handler(symbols: Symbols, node: ast.ExceptHandler) -> None:
    symbols.visit(node.type)
    if node.name is not None:
        symbols.bind(node.name, node, BOUND | UNBINDABLE)
    symbols.visit_all(node.body)


def _import(symbols: Symbols, node: ast.Import | ast.ImportFrom) -> None:
    if type(node) is ast.ImportFrom and node.module == '__future__' and not node.level:
        return
    for alias in node.names:
        if alias.name == '*':
            if symbols.scope.kind != MODULE:
                raise symbols.source.error('import * only allowed at module level', alias)
            symbols.has_star_import = True
            continue
        symbols.bind(alias.asname or alias.name.partition('.')[0], node, BOUND)


def _match_singleton(symbols: Symbols, node: ast.MatchSingleton) -> None:
    # Its value is no node.
    pass


def _type_alias(symbols: Symbols, node: ast.stmt) -> None:
    raise TypeParametersFound


_VISITORS = {
    ast.BinOp: _binary,
    ast.Call: _call,
    ast.If: _if,
    ast.ClassDef: _class,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.Return: _return,
    ast.AsyncFor: _async_for,
    ast.AsyncWith: _async_with,
    ast.Match: _match,
    ast.MatchMapping: _match_mapping,
    ast.MatchSingleton: _match_singleton,
    ast.MatchAs: _match_name,
    ast.MatchStar: _match_name,
    ast.Lambda: _lambda,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.DictComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.Yield: _yield,
    ast.YieldFrom: _yield_from,
    ast.Await: _await,
    ast.NamedExpr: _walrus,
    ast.Global: _global,
    ast.Nonlocal: _nonlocal,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augmented,
    ast.ExceptHandler: _handler,
    ast.Import: _import,
    ast.ImportFrom: _import,
}

if hasattr(ast, 'TypeAlias'):
    _VISITORS[ast.TypeAlias] = _type_alias

# Fields of a node type that hold nodes; the most common types first, the others are added as they come.
_FIELDS: dict[type, tuple[str, ...]] = {
    ast.Expr: ('value',),
    ast.Assign: ('value', 'targets'),
    ast.Attribute: ('value',),
    ast.Subscript: ('value', 'slice'),
    ast.Compare: ('left', 'comparators'),
    ast.UnaryOp: ('operand',),
    ast.BoolOp: ('values',),
    ast.For: ('target', 'iter', 'body', 'orelse'),
    ast.FormattedValue: ('value', 'format_spec'),
}

_WITHOUT_NODES = {'kwd_attrs', 'ctx', 'ops', 'op', 'type_comment', 'attr', 'id', 'kind', 'name', 'conversion', 'simple'}


def _fields_of(kind: type) -> tuple[str, ...]:
    return tuple([field for field in kind._fields if field not in _WITHOUT_NODES])


# --- the second pass ------------------------------------------------------------------------------------------------


def _resolve_function(scope: Scope, enclosing: dict[str, bool], source: Source) -> dict[str, None]:
    """Decide what the names of a module, function or generator expression are.

    ``enclosing`` has the names of the functions around it, and whether each is a type parameter. Returns the free variables (dicts serve as ordered sets).
    """
    if scope.kind == CLASS:
        return _resolve_class(scope, enclosing, source)
    kinds = scope.kinds
    is_module = scope.kind == MODULE
    inner = enclosing
    children = scope.children
    if children and not is_module:
        inner = dict(enclosing)
    for name, flags in scope.flags.items():
        if flags & GLOBAL_DECLARED:
            if flags & NONLOCAL_DECLARED:
                raise source.error(f"name '{name}' is nonlocal and global", _declaration(scope, name))
            kinds[name] = GLOBAL
            if children and not is_module:
                inner.pop(name, None)
        elif flags & NONLOCAL_DECLARED:
            if name not in enclosing:
                raise source.error(f"no binding for nonlocal '{name}' found", _declaration(scope, name))
            _check_type_parameter(scope, name, enclosing, source)
            kinds[name] = FREE
        elif is_module:
            kinds[name] = GLOBAL
        elif flags & BOUND:
            kinds[name] = LOCAL
            if children:
                inner[name] = scope.is_generic
        elif scope.sees_class:
            kinds[name] = NAMESPACE
        else:
            kinds[name] = FREE if name in enclosing else GLOBAL
    for child in children:
        captured = (_resolve_comprehension if child.kind == COMPREHENSION else _resolve_function)(child, inner, source)
        for name in captured:
            if kinds.get(name) == LOCAL:
                kinds[name] = CELL
            elif name not in kinds:
                kinds[name] = FREE
    free = scope.free = [name for name, kind in kinds.items()
                         if kind == FREE or kind == NAMESPACE and name in enclosing]
    return dict.fromkeys(free)


def _check_type_parameter(scope: Scope, name: str, enclosing: dict[str, bool], source: Source) -> None:
    if enclosing[name]:
        raise source.error(f"nonlocal binding not allowed for type parameter '{name}'", _declaration(scope, name))


def _resolve_class(scope: Scope, enclosing: dict[str, bool], source: Source) -> dict[str, None]:
    """Decide what the names of a class body are; returns its free variables.

    What the body binds is not seen by the functions and comprehensions in it; what these, or the body itself, use of the
    functions around is free. ``__class__`` is a cell of the body if a function in it wants it.
    """
    kinds = scope.kinds
    free: dict[str, None] = {}
    for name, flags in scope.flags.items():
        if flags & GLOBAL_DECLARED:
            if flags & NONLOCAL_DECLARED:
                raise source.error(f"name '{name}' is nonlocal and global", _declaration(scope, name))
            kinds[name] = GLOBAL
        elif flags & NONLOCAL_DECLARED:
            if name not in enclosing:
                raise source.error(f"no binding for nonlocal '{name}' found", _declaration(scope, name))
            _check_type_parameter(scope, name, enclosing, source)
            kinds[name] = FREE
            free[name] = None
        elif name == CLASS_NAMESPACE:
            kinds[name] = LOCAL
        else:
            kinds[name] = NAMESPACE
            if name in enclosing and (flags & USED_INSIDE or not flags & BOUND):
                free[name] = None
    inner = dict(enclosing)
    inner['__class__'] = False
    for child in scope.children:
        captured = (_resolve_comprehension if child.kind == COMPREHENSION else _resolve_function)(child, inner, source)
        for name in captured:
            if name == '__class__':
                kinds[CLASS_CELL] = CELL
            else:
                free[name] = None
                kinds.setdefault(name, FREE)
    scope.free = list(free)
    return free


def _resolve_comprehension(scope: Scope, enclosing: dict[str, bool], source: Source) -> dict[str, None]:
    """Decide which variables of a comprehension need cells; returns the other names that functions in it capture."""
    kinds = scope.kinds
    inner = enclosing
    children = scope.children
    if children:
        inner = dict(enclosing)
    for name, flags in scope.flags.items():
        if flags & BOUND:
            kinds[name] = LOCAL
            if children:
                inner[name] = False
    outward: dict[str, None] = {}
    for child in children:
        captured = (_resolve_comprehension if child.kind == COMPREHENSION else _resolve_function)(child, inner, source)
        for name in captured:
            if name in kinds:
                kinds[name] = CELL
            else:
                outward[name] = None
    return outward


def _declaration(scope: Scope, name: str) -> ast.AST:
    """Return the statement that declares a name global or nonlocal."""
    for node in ast.walk(scope.node):
        if isinstance(node, ast.Global | ast.Nonlocal) and name in node.names:
            return node
    return scope.node
