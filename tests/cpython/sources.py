"""Test modules as graphs: which top-level statements and methods there are, and which names each of them uses.

Everything is found by reading the source; no test module is imported here.
"""

from __future__ import annotations

import ast
import functools
import importlib
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SUPPORT = Path(__file__).resolve().parent / 'support'

# Our own text stands for these modules.
REPLACED = {
    'unittest': 'unittest.py',
    'test.support': 'support.py',
    'test.support.warnings_helper': 'warnings_helper.py',
    'test.test_json': 'test_json.py',
    'monty_missing': 'missing.py',
}
# These as well, as long as the sandbox has no such module: the few functions that many tests need on their way.
STAND_INS = {name: f'{name}.py' for name in ('codecs', 'inspect', 'platform', 'random', 'textwrap')}
# What the host rewrites wherever it is called: import_helper has no text of its own.
IMPORT_HELPER = 'test.support.import_helper'
# Parts of the test package that are of no use without what the sandbox lacks.
NOT_BUNDLED = ('test.support', 'test.typinganndata', 'test.ann_module', 'test.mod_generics_cache', 'test.libregrtest',
               'test.test_asyncio', 'test.test_dataclasses', 'test.leakers')

# Functions that make code or names of text.
DYNAMIC = {'eval', 'exec', 'compile', 'globals', 'vars', 'check_syntax_error', 'get_type_hints', 'ForwardRef',
           'dataclass', 'make_dataclass', 'attrgetter', 'methodcaller', 'import_module', '__import__'}


@functools.cache
def module_path(name: str) -> Path | None:
    """Return where the text of a module that is bundled into programs lies; None if the module is not bundled."""
    if name in REPLACED:
        return SUPPORT / REPLACED[name]
    if name in STAND_INS:
        return SUPPORT / STAND_INS[name]
    if not name.startswith('test.') or any(name == each or name.startswith(each + '.') for each in NOT_BUNDLED):
        return None
    return installed_path(name)


def installed_path(name: str) -> Path | None:
    """Return the path of a module of CPython's own tests."""
    import test

    for root in test.__path__:
        below = Path(root, *name.split('.')[1:])
        for path in (below.with_suffix('.py'), below / '__init__.py'):
            if path.is_file():
                return path
    return None


@dataclass
class Uses:
    """What a piece of code mentions: pairs (module, name) of bundled modules, attributes, and places to rewrite."""

    names: set[tuple[str, str]] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    # (start, end, kind, payload), offsets in bytes: 'name' (module, name), 'text' str
    edits: list[tuple[int, int, str, object]] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    # Code is made of text somewhere, so words in strings may be names.
    dynamic: bool = False

    def add(self, other: Uses) -> None:
        self.names |= other.names
        self.attributes |= other.attributes
        self.words |= other.words
        self.missing |= other.missing
        self.dynamic = self.dynamic or other.dynamic


@dataclass
class Method:
    """A function defined directly in a class body."""

    name: str
    start: int
    end: int
    uses: Uses


@dataclass
class Statement:
    """A top-level statement, or one alias of an import."""

    node: ast.stmt
    index: int
    start: int
    end: int
    line: int
    binds: set[str]
    uses: Uses
    methods: list[Method] | None = None     # of a class; None for everything else
    body_start: int = 0
    text: str | None = None                 # stands instead of the source's own text
    changes: set[str] = field(default_factory=set)  # names of the module that it modifies without binding them


@dataclass
class Made:
    """A test class that a function at the top of the module makes: (name it is bound to, its definition)."""

    name: str
    node: ast.ClassDef


@dataclass(frozen=True)
class Alias:
    """What an import binds at the top of a bundled module: a module, or a name of a bundled one."""

    module: str
    name: str | None = None


class Availability:
    """Which modules the sandbox has, or should have."""

    def __init__(self, importable: dict[str, bool]) -> None:
        self.importable = importable

    # What the language's issue promises: their absence is a failure, not a reason to leave a test out.
    PROMISED = {'dataclasses', 'enum', 'abc', 'collections', 'collections.abc', 'functools', 'itertools', 'operator',
                'contextlib', 'copy', 'types', 'typing', 'json', 'json.decoder', 'json.encoder', 'json.scanner', 'math',
                'sys', 'builtins'}

    def has(self, module: str) -> bool:
        return module in self.PROMISED or self.importable.get(module, False)


class Source:
    """One module's text, split into statements."""

    def __init__(self, name: str, available: Availability, library: Library, path: Path | None = None) -> None:
        self.name = name
        self.available = available
        self.library = library
        self.path = path or module_path(name)
        assert self.path is not None, name
        with tokenize.open(self.path) as file:
            text = file.read()
        self.bytes = text.encode('utf-8', 'surrogatepass')
        self.line_starts = [0]
        for line in self.bytes.splitlines(keepends=True):
            self.line_starts.append(self.line_starts[-1] + len(line))
        self.tree = ast.parse(text)
        self.future = False
        self.docstring = ast.get_docstring(self.tree, clean=False)
        self.package = self.path.name == '__init__.py'
        self.aliases: dict[str, Alias] = {}
        self.bound: set[str] = set()
        self.all_identifiers = {node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name)
                                and not isinstance(node.ctx, ast.Load)}
        self.all_identifiers |= {node.arg for node in ast.walk(self.tree) if isinstance(node, ast.arg)}
        self.all_identifiers |= {node.name for node in ast.walk(self.tree)
                                 if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef))}
        top = set(self.tree.body)
        self.all_identifiers |= {alias.asname or alias.name for node in ast.walk(self.tree) if node not in top
                                 and isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names}
        self.statements: list[Statement] = []
        self.by_name: dict[str, list[Statement]] = {}
        self.changed_by: dict[str, list[Statement]] = {}
        self.collect_names()
        self.collect_statements()

    def offset(self, line: int, column: int) -> int:
        return self.line_starts[line - 1] + column

    def span(self, node: ast.AST) -> tuple[int, int]:
        start = self.offset(node.lineno, node.col_offset)
        for decorator in getattr(node, 'decorator_list', ()):
            # The @ stands somewhere before the decorator, on its line.
            at = self.bytes.rfind(b'@', 0, self.offset(decorator.lineno, decorator.col_offset))
            start = min(start, at)
        return start, self.offset(node.end_lineno, node.end_col_offset)

    def absolute(self, node: ast.ImportFrom) -> str:
        """Return the absolute name of the module that a from-import names."""
        if not node.level:
            return node.module or ''
        parts = self.name.split('.')
        parts = parts[:len(parts) - node.level + (1 if self.package else 0)]
        return '.'.join(parts + ([node.module] if node.module else []))

    def collect_names(self) -> None:
        """Note every name bound at the top, and which of them are names of other bundled modules."""
        for node in self.tree.body:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    target = alias.name if alias.asname else alias.name.split('.')[0]
                    if self.library.bundled(alias.name) or alias.name in ('test', IMPORT_HELPER):
                        self.aliases[alias.asname or target] = Alias(target)
            elif isinstance(node, ast.ImportFrom):
                module = self.absolute(node)
                for alias in node.names:
                    whole = f'{module}.{alias.name}'
                    if self.library.bundled(whole) or whole == IMPORT_HELPER:
                        self.aliases[alias.asname or alias.name] = Alias(whole)
                    elif self.library.bundled(module) or module == IMPORT_HELPER:
                        self.aliases[alias.asname or alias.name] = Alias(module, alias.name)
            self.bound |= bound_names(node)
            if isinstance(node, ast.ImportFrom) and node.names[0].name == '*':
                self.bound |= self.star_names(self.absolute(node))

    def collect_statements(self) -> None:
        for node in self.tree.body:
            if isinstance(node, ast.ImportFrom) and node.module == '__future__':
                self.future = self.future or any(alias.name == 'annotations' for alias in node.names)
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                for alias in node.names:
                    self.add_import(node, alias)
            elif isinstance(node, ast.If) and is_main_guard(node):
                continue
            else:
                self.add_statement(node)

    def add_import(self, node: ast.Import | ast.ImportFrom, alias: ast.alias) -> None:
        name = alias.asname or alias.name.split('.')[0]
        if name in self.aliases and alias.name != '*':
            return      # bundled: its uses are rewritten
        text, missing = self.import_text(node, alias)
        binds = {name}
        if alias.name == '*':
            binds = self.star_names(self.absolute(node))
        uses = Uses()
        if missing:
            uses.names.add(('monty_missing', 'MissingModule'))
            uses.missing.add(missing)
        self.append(Statement(node, len(self.statements), *self.span(node), node.lineno, binds, uses, text=text))

    def star_names(self, module: str) -> set[str]:
        """Return what ``from module import *`` binds in this CPython."""
        try:
            names = vars(importlib.import_module(module))
        except ImportError:
            return set()
        return set(names.get('__all__', [name for name in names if not name.startswith('_')]))

    def import_text(self, node: ast.Import | ast.ImportFrom, alias: ast.alias) -> tuple[str, str | None]:
        """Return the statement for one alias, and the missing module's name if a placeholder must be bound."""
        if isinstance(node, ast.Import):
            if self.available.has(alias.name):
                return f'import {alias.name}' + (f' as {alias.asname}' if alias.asname else ''), None
            name = alias.asname or alias.name.split('.')[0]
            return f'{name} = MissingModule({alias.name!r})', alias.name
        module = self.absolute(node)
        if self.available.has(module):
            return f'from {module} import {alias.name}' + (f' as {alias.asname}' if alias.asname else ''), None
        if alias.name == '*':
            return 'pass', None
        if module == 'test' or module.startswith('test.'):
            module = f'{module}.{alias.name}'
        return f'{alias.asname or alias.name} = MissingModule({module!r})', module

    def add_statement(self, node: ast.stmt) -> None:
        start, end = self.span(node)
        collector = UseCollector(self)
        methods = None
        body_start = 0
        if isinstance(node, ast.ClassDef):
            methods = []
            body_start = self.offset(node.body[0].lineno, 0)
            for child in node.body:
                if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    inner = UseCollector(self)
                    inner.enclosing_class(node)
                    inner.visit(child)
                    child_start, child_end = self.span(child)
                    methods.append(Method(child.name, child_start, child_end, inner.uses))
            collector.class_without_methods(node)
        else:
            collector.visit(node)
        statement = Statement(node, len(self.statements), start, end, node.lineno, bound_names(node), collector.uses,
                              methods, body_start)
        statement.changes = changed_names(node)
        self.append(statement)

    def append(self, statement: Statement) -> None:
        statement.index = len(self.statements)
        self.statements.append(statement)
        for name in statement.binds:
            self.by_name.setdefault(name, []).append(statement)
        for name in statement.changes:
            self.changed_by.setdefault(name, []).append(statement)

    def classes(self) -> Iterator[Statement]:
        """Yield the classes defined at the top, the last one of each name."""
        last: dict[str, Statement] = {}
        for statement in self.statements:
            if statement.methods is not None:
                last[statement.node.name] = statement
        yield from last.values()


    def made_classes(self) -> Iterator[Made]:
        """Yield the classes that the module binds by A, B = factory(...), where factory ends with return C, D."""
        factories = {}
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef) and isinstance(node.body[-1], ast.Return):
                inner = {each.name: each for each in node.body if isinstance(each, ast.ClassDef)}
                value = node.body[-1].value
                names = value.elts if isinstance(value, ast.Tuple) else [value]
                if inner and all(isinstance(each, ast.Name) and each.id in inner for each in names):
                    factories[node.name] = [inner[each.id] for each in names]
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and isinstance(
                    node.value.func, ast.Name) and node.value.func.id in factories:
                target = node.targets[0]
                names = target.elts if isinstance(target, ast.Tuple) else [target]
                made = factories[node.value.func.id]
                if len(names) == len(made):
                    for name, definition in zip(names, made):
                        yield Made(name.id, definition)


class Library:
    """All the sources that programs are composed from, read once each."""

    def __init__(self, available: Availability) -> None:
        self.available = available
        self.sources: dict[str, Source] = {}
        self.reading: set[str] = set()

    def bundled(self, name: str) -> bool:
        if name in STAND_INS and self.available.has(name):
            return False
        return module_path(name) is not None

    def source(self, name: str) -> Source:
        if name not in self.sources:
            # A module that is tested, though others do not bundle it, is read like any other.
            self.sources[name] = Source(name, self.available, self, module_path(name) or installed_path(name))
        return self.sources[name]

    def resolve(self, module: str, name: str) -> tuple[str, str | None] | None:
        """Return where a name of a bundled module is really defined: (module, name), or (module, None) if it is a
        module; None if there is no such name."""
        for _ in range(20):
            if module == IMPORT_HELPER:
                return (module, name)
            if module == 'test' or (self.bundled(f'{module}.{name}') or f'{module}.{name}' == IMPORT_HELPER):
                whole = f'{module}.{name}'
                return (whole, None) if self.bundled(whole) or whole == IMPORT_HELPER else None
            source = self.source(module)
            alias = source.aliases.get(name)
            if alias is None:
                return (module, name) if name in source.bound else None
            if alias.name is None:
                return (alias.module, None)
            module, name = alias.module, alias.name
        return None


class Scope:
    """The names that a function binds, as far as they hide those of the module."""

    def __init__(self, kind: str, names: set[str]) -> None:
        self.kind = kind
        self.names = names


class UseCollector(ast.NodeVisitor):
    """Collects what code mentions of bundled modules, with the places that must be rewritten."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.uses = Uses()
        self.scopes: list[Scope] = []

    # -- scopes

    def hidden(self, name: str) -> bool:
        """Say whether a name used here is not the module's."""
        for position, scope in enumerate(reversed(self.scopes)):
            if scope.kind == 'class' and position > 0:
                continue
            if name in scope.names:
                return True
        return False

    def enclosing_class(self, node: ast.ClassDef) -> None:
        self.scopes.append(Scope('class', local_names(node.body)))

    def class_without_methods(self, node: ast.ClassDef) -> None:
        for each in [*node.decorator_list, *node.bases, *node.keywords]:
            self.visit(each)
        self.enclosing_class(node)
        for child in node.body:
            if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self.visit(child)
        self.scopes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        for each in node.decorator_list:
            self.visit(each)
        self.visit_outside(node.args)
        if node.returns:
            self.visit(node.returns)
        names = local_names(node.body) | argument_names(node.args)
        self.scopes.append(Scope('function', names))
        for child in node.body[has_docstring(node.body):]:
            self.visit(child)
        self.scopes.pop()

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_outside(self, arguments: ast.arguments) -> None:
        """Visit defaults and annotations."""
        for each in [*arguments.defaults, *arguments.kw_defaults]:
            if each is not None:
                self.visit(each)
        for each in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]:
            if each is not None and each.annotation is not None:
                self.visit(each.annotation)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit_outside(node.args)
        self.scopes.append(Scope('function', argument_names(node.args) | local_names([node.body])))
        self.visit(node.body)
        self.scopes.pop()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for each in [*node.decorator_list, *node.bases, *node.keywords]:
            self.visit(each)
        self.enclosing_class(node)
        for child in node.body[has_docstring(node.body):]:
            self.visit(child)
        self.scopes.pop()

    def visit_comprehension_expression(self, node: ast.AST) -> None:
        self.scopes.append(Scope('function', {each.id for generator in node.generators
                                              for each in ast.walk(generator.target) if isinstance(each, ast.Name)}))
        self.generic_visit(node)
        self.scopes.pop()

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_comprehension_expression

    # -- uses

    def mention(self, name: str) -> None:
        """Note the use of one of the module's own names."""
        if name in DYNAMIC:
            self.uses.dynamic = True
        if name in self.source.bound:
            self.uses.names.add((self.source.name, name))

    def visit_Name(self, node: ast.Name) -> None:
        if self.hidden(node.id):
            self.uses.attributes.add(node.id)
            if self.scopes[-1].kind == 'class' and node.id not in self.source.aliases:
                self.mention(node.id)       # x = x in a class body takes the module's x
            return
        alias = self.source.aliases.get(node.id)
        if alias is None:
            self.mention(node.id)
            if node.id in self.source.bound:
                self.edit(node, 'name', (self.source.name, node.id))
            return
        if alias.name is None:
            self.module_as_value(node, alias.module)
            return
        self.rewrite(node, self.source.library.resolve(alias.module, alias.name), f'{alias.module}.{alias.name}')

    def rewrite(self, node: ast.AST, target: tuple[str, str | None] | None, text: str) -> None:
        """Let a name or a chain of attributes be the bundled name, or a placeholder if there is none."""
        if target is None or target[1] is None or target[0] == IMPORT_HELPER:
            self.uses.names.add(('monty_missing', 'MissingModule'))
            self.uses.missing.add(text)
            self.edit(node, 'text', f'MissingModule({text!r})')
            return
        self.uses.names.add(target)
        if target[1] in DYNAMIC:
            self.uses.dynamic = True
        self.edit(node, 'name', target)

    def module_as_value(self, node: ast.AST, module: str) -> None:
        """A bundled module is no object in the program, so what passes it around cannot run."""
        self.uses.names.add(('monty_missing', 'MissingModule'))
        self.edit(node, 'module', module)

    def edit(self, node: ast.AST, kind: str, payload: object) -> None:
        start = self.source.offset(node.lineno, node.col_offset)
        end = self.source.offset(node.end_lineno, node.end_col_offset)
        first = next(self.leaves(node), '')
        old = self.source.bytes[start:end].decode('utf-8', 'replace')
        if not old.startswith(first):
            return      # positions inside f-strings are not right before Python 3.12
        self.uses.edits.append((start, end, kind, payload))

    def leaves(self, node: ast.AST) -> Iterator[str]:
        """Yield the identifier with which the text of a name, a chain of attributes or a call of them begins."""
        while isinstance(node, (ast.Attribute, ast.Call)):
            node = node.value if isinstance(node, ast.Attribute) else node.func
        if isinstance(node, ast.Name):
            yield node.id

    def chain(self, node: ast.AST) -> list[str] | None:
        parts = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if isinstance(node, ast.Name) and not self.hidden(node.id):
            return [node.id, *reversed(parts)]
        return None

    def module_of_chain(self, chain: list[str]) -> str | None:
        """Return the name of the bundled module that the chain names, if it names one."""
        alias = self.source.aliases.get(chain[0])
        if alias is None:
            return None
        where: tuple[str, str | None] | None = (alias.module, None)
        if alias.name is not None:
            where = self.source.library.resolve(alias.module, alias.name)
        for part in chain[1:]:
            if where is None or where[1] is not None:
                return None
            where = self.source.library.resolve(where[0], part)
        return where[0] if where is not None and where[1] is None else None

    def visit_Attribute(self, node: ast.Attribute) -> None:
        chain = self.chain(node)
        if chain is not None and chain[0] in self.source.aliases:
            module = self.module_of_chain(chain[:-1])
            if module is not None:
                if self.module_of_chain(chain) is not None:
                    self.module_as_value(node, module)
                else:
                    target = self.source.library.resolve(module, chain[-1])
                    self.rewrite(node, target, f'{module}.{chain[-1]}')
                self.uses.attributes.add(node.attr)
                return
        self.uses.attributes.add(node.attr)
        if node.attr in DYNAMIC:
            self.uses.dynamic = True
        self.visit(node.value)

    def visit_Call(self, node: ast.Call) -> None:
        """import_fresh_module('x', ...) and import_module('x') become the module x itself."""
        chain = self.chain(node.func)
        if chain is not None:
            alias = self.source.aliases.get(chain[0])
            helper = False
            if alias is not None:
                if alias.module == IMPORT_HELPER:
                    helper = True
                elif len(chain) > 1:
                    helper = self.module_of_chain(chain[:-1]) == IMPORT_HELPER
            if helper and node.args and isinstance(node.args[0], ast.Constant):
                module = node.args[0].value
                if self.source.available.has(module):
                    self.edit(node, 'import', module)
                else:
                    self.uses.names.add(('monty_missing', 'MissingModule'))
                    self.uses.missing.add(module)
                    self.edit(node, 'text', f'MissingModule({module!r})')
                return
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and len(node.value) < 20_000:
            self.uses.words.update(re.findall(r'[^\W\d]\w*', node.value))

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        """An import inside a function or a nested block: modules that are missing become placeholders."""
        lines = []
        changed = False
        if isinstance(node, ast.ImportFrom) and node.module == '__future__':
            return
        for alias in node.names:
            whole = alias.name if isinstance(node, ast.Import) else f'{self.source.absolute(node)}.{alias.name}'
            module = alias.name if isinstance(node, ast.Import) else self.source.absolute(node)
            target = alias.asname or alias.name.split('.')[0]
            if isinstance(node, ast.ImportFrom) and self.source.library.bundled(module) and alias.name != '*':
                found = self.source.library.resolve(module, alias.name)
                changed = True
                if found is not None and found[1] is not None and found[0] != IMPORT_HELPER:
                    self.uses.names.add(found)
                    lines.append((target, found))
                else:
                    self.uses.names.add(('monty_missing', 'MissingModule'))
                    lines.append((target, f'MissingModule({whole!r})'))
                continue
            text, missing = self.source.import_text(node, alias)
            if missing:
                changed = True
                self.uses.names.add(('monty_missing', 'MissingModule'))
                self.uses.missing.add(missing)
            lines.append(text)
        # In a try statement the program may be prepared for the module's absence, so it is let to fail.
        if changed and not self.in_try:
            self.edit(node, 'lines', lines)

    visit_ImportFrom = visit_Import
    in_try = False

    def visit_Try(self, node: ast.Try) -> None:
        catching = any(handler.type is None or 'Import' in ast.dump(handler.type) or 'ModuleNotFound' in
                       ast.dump(handler.type) for handler in node.handlers)
        before = self.in_try
        self.in_try = before or catching
        for child in node.body:
            self.visit(child)
        self.in_try = before
        for child in [*node.handlers, *node.orelse, *node.finalbody]:
            self.visit(child)

    def visit_Global(self, node: ast.Global) -> None:
        for name in node.names:
            self.mention(name)


def has_docstring(body: list[ast.stmt]) -> int:
    """Return 1 if the first statement is a docstring."""
    return int(bool(body) and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
               and isinstance(body[0].value.value, str))


def is_main_guard(node: ast.If) -> bool:
    return any(isinstance(each, ast.Name) and each.id == '__name__' for each in ast.walk(node.test))


def argument_names(arguments: ast.arguments) -> set[str]:
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    return {each.arg for each in every if each is not None}


class BindingCollector(ast.NodeVisitor):
    """The names that a block binds, nested functions and classes left out."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.foreign: set[str] = set()

    def visit_Name(self, node: ast.Name) -> None:
        if not isinstance(node.ctx, ast.Load):
            self.names.add(node.id)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef) -> None:
        self.names.add(node.name)
        for each in node.decorator_list:
            self.visit(each)

    visit_AsyncFunctionDef = visit_ClassDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        pass

    def visit_comprehension_expression(self, node: ast.AST) -> None:
        # Only assignment expressions reach out of a comprehension.
        for each in ast.walk(node):
            if isinstance(each, ast.NamedExpr):
                self.names.add(each.target.id)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_comprehension_expression

    def visit_Global(self, node: ast.Global | ast.Nonlocal) -> None:
        self.foreign.update(node.names)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> None:
        pass

    def visit_alias(self, node: ast.alias) -> None:
        self.names.add(node.asname or node.name.split('.')[0])

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self.names.add(node.name)
        self.generic_visit(node)

    def visit_MatchAs(self, node: ast.MatchAs | ast.MatchStar) -> None:
        if node.name:
            self.names.add(node.name)
        self.generic_visit(node)

    visit_MatchStar = visit_MatchAs

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if node.rest:
            self.names.add(node.rest)
        self.generic_visit(node)


def local_names(body: list[ast.AST]) -> set[str]:
    """Return the names that a block binds for itself."""
    collector = BindingCollector()
    for node in body:
        collector.visit(node)
    return collector.names - collector.foreign


def bound_names(node: ast.stmt) -> set[str]:
    """Return the names that a top-level statement binds."""
    names = local_names([node])
    names.discard('*')
    return names


def changed_names(node: ast.stmt) -> set[str]:
    """Return the names of objects that a top-level statement changes in place: C.x = 1, names.append(...)."""
    targets: list[ast.AST] = []
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, (ast.AugAssign, ast.AnnAssign)):
        targets = [node.target]
    elif isinstance(node, ast.Delete):
        targets = node.targets
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        targets = [node.value.func, *node.value.args] if isinstance(node.value.func, ast.Attribute) else []
    names = set()
    if isinstance(node, (ast.For, ast.While, ast.With, ast.If, ast.Try, ast.Expr)):
        for inner in ast.walk(node):
            if isinstance(inner, (ast.Attribute, ast.Subscript)) and isinstance(inner.ctx, ast.Store):
                targets.append(inner)
            elif isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name) and inner.args:
                if inner.func.id == 'setattr' and isinstance(inner.args[0], ast.Name):
                    names.add(inner.args[0].id)
                elif inner.func.id == 'exec':
                    names |= {each.id for each in inner.args[1:] if isinstance(each, ast.Name)}
    for target in targets:
        if isinstance(node, ast.Expr) and isinstance(target, ast.Name):
            names.add(target.id)
        while isinstance(target, (ast.Attribute, ast.Subscript)):
            target = target.value
            if isinstance(target, ast.Name):
                names.add(target.id)
    return names
