"""One program for one test method: what the method needs of its module, of other test modules and of our unittest.

Statements keep their text; only references to bundled modules are rewritten, imports of modules that the sandbox
lacks become placeholders, and methods and top-level statements that nothing needs are left out.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field

from doctests import Doctest, doctest_tail, doctests_of
from sources import Library, Method, Source, Statement, Uses

LIFECYCLE = {'setUp', 'tearDown', 'setUpClass', 'tearDownClass', 'runTest', 'asyncSetUp', 'asyncTearDown'}
UNITTEST = 'unittest'


@dataclass
class Unit:
    """What is run and counted: one method of one class, or one doctest."""

    name: str
    source: Source
    cls: Statement | None = None
    method: str = ''
    doctest: Doctest | None = None
    made: str = ''      # the name of a class that a function of the module makes


@dataclass
class Program:
    """A composed program, with the origin of each of its lines."""

    text: str
    origins: list[tuple[str, int]] = field(default_factory=list)
    imports: list[str] = field(default_factory=list)


class Composer:
    """Composes programs from the sources of a library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.final_names: dict[tuple[str, str], str] = {}
        self.ancestors: dict[tuple[str, int], list[tuple[Source, Statement]]] = {}

    # -- what there is to run

    def units(self, module: str, prefix: str = '') -> list[Unit]:
        """Return the test methods of a module, then its doctests."""
        source = self.library.source(module)
        self.main = module
        self.read_all(source, set())
        units = []
        for cls in source.classes():
            line = self.lineage(source, cls)
            if not any(each.name == UNITTEST for each, _ in line):
                continue
            names = {name for owner, each in line for name in test_names(each)}
            # A class may take a test of its parent away by binding its name to something else.
            names -= {name for name in names if taken_away(cls, name)}
            units += [Unit(f'{prefix}{cls.node.name}.{name}', source, cls, name) for name in sorted(names)]
        for made in source.made_classes():
            for child in made.node.body:
                if isinstance(child, ast.FunctionDef) and child.name.startswith('test'):
                    units.append(Unit(f'{prefix}{made.name}.{child.name}', source, None, child.name, made=made.name))
        for doctest in doctests_of(source, lambda name: self.constant(source, name)):
            units.append(Unit(f'{prefix}doctest.{doctest.name}', source, doctest=doctest))
        return units

    def read_all(self, source: Source, seen: set[str]) -> None:
        """Read every module that programs of this one may bundle: final names depend on all of them."""
        seen.add(source.name)
        for name in ('monty_missing', UNITTEST, *(alias.module for alias in source.aliases.values())):
            if name not in seen and self.library.bundled(name):
                self.read_all(self.library.source(name), seen)

    def constant(self, source: Source, name: str) -> object:
        """Return the value of a name at the top of a module, by running the few statements it needs in CPython."""
        composition = Composition(self, source)
        composition.need_name(source.name, name)
        composition.complete()
        namespace: dict[str, object] = {'__name__': '__main__'}
        exec(compile(composition.text('').text, source.name, 'exec', dont_inherit=True), namespace)
        return namespace.get(self.final_name(source.name, name))

    def lineage(self, source: Source, cls: Statement) -> list[tuple[Source, Statement]]:
        """Return a class and those it inherits from, as far as they are classes at the top of a bundled module."""
        key = (source.name, cls.index)
        found = self.ancestors.get(key)
        if found is None:
            found = [(source, cls)]
            self.ancestors[key] = found
            for base in cls.node.bases:
                target = self.class_named(source, base)
                if target is not None:
                    for each in self.lineage(*target):
                        if each not in found:
                            found.append(each)
        return found

    def class_named(self, source: Source, node: ast.expr) -> tuple[Source, Statement] | None:
        """Return the class that an expression of a module's top names."""
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return None
        parts.append(node.id)
        parts.reverse()
        where: tuple[str, str | None] | None = (source.name, None)
        for part in parts:
            if where is None or where[1] is not None:
                return None
            module = where[0]
            if module == 'test' or self.library.bundled(module) or module == source.name:
                where = self.library.resolve(module, part)
            else:
                return None
        if where is None or where[1] is None:
            return None
        owner = self.library.source(where[0])
        for statement in reversed(owner.by_name.get(where[1], [])):
            if statement.methods is not None:
                return owner, statement
        return None

    # -- names

    def final_name(self, module: str, name: str) -> str:
        """Return what a bundled module's name is called in programs."""
        key = (module, name)
        if key not in self.final_names:
            final = name
            others = [source for source in self.library.sources.values() if source.name != module]
            if not module.startswith('monty_') and any(
                    name in each.all_identifiers or name in each.bound - each.aliases.keys() for each in others):
                final = f'{module.rpartition(".")[2]}__{name}' if module != self.main else name
            self.final_names[key] = final
        return self.final_names[key]

    main = ''

    def compose(self, unit: Unit) -> Program:
        """Return the program that runs a unit."""
        composition = Composition(self, unit.source)
        if unit.doctest is not None:
            composition.need_uses(unit.doctest.uses)
            composition.complete()
            return composition.text(doctest_tail(unit.doctest, self.final_name))
        run_one = self.final_name(UNITTEST, 'run_one')
        composition.need_name(UNITTEST, 'run_one')
        composition.wanted |= LIFECYCLE | {unit.method}
        if unit.made:
            composition.need_name(unit.source.name, unit.made)
            composition.complete()
            return composition.text(f'{run_one}({unit.made}, {unit.method!r})\n')
        composition.target = {each[1].index for each in self.lineage(unit.source, unit.cls)
                              if each[0] is unit.source}
        composition.need_statement(unit.source, unit.cls)
        composition.complete()
        return composition.text(f'{run_one}({unit.cls.node.name}, {unit.method!r})\n')


def test_names(statement: Statement) -> set[str]:
    """Return the names of a class that a loader takes for tests."""
    names = {method.name for method in statement.methods or ()}
    for child in statement.node.body:
        if isinstance(child, ast.Assign):
            names |= {target.id for target in child.targets if isinstance(target, ast.Name)
                      and not isinstance(child.value, (ast.Constant, ast.List, ast.Tuple, ast.Dict))}
    return {name for name in names if name.startswith('test')}


def taken_away(cls: Statement, name: str) -> bool:
    return any(isinstance(child, ast.Assign) and isinstance(child.value, ast.Constant)
               and any(isinstance(target, ast.Name) and target.id == name for target in child.targets)
               for child in cls.node.body)


def whole_lines(text: bytes, start: int, end: int) -> tuple[int, int]:
    """Return the span of a definition with its indentation, its last newline and blank lines after it."""
    while start > 0 and text[start - 1:start] in (b' ', b'\t'):
        start -= 1
    while True:
        line_end = text.find(b'\n', end)
        if line_end < 0 or text[end:line_end].strip():
            return start, end
        end = line_end + 1


class Composition:
    """The parts of the sources that one program needs."""

    def __init__(self, composer: Composer, main: Source) -> None:
        self.composer = composer
        self.library = composer.library
        self.main = main
        self.statements: dict[str, set[int]] = {}
        self.methods: dict[tuple[str, int], set[int]] = {}
        self.all_uses = Uses()
        self.wanted: set[str] = set()
        self.pending: list[tuple[Source, Statement]] = []
        self.done_names: set[tuple[str, str]] = set()
        self.target: set[int] = set()

    def need_uses(self, uses: Uses) -> None:
        self.all_uses.add(uses)
        for module, name in uses.names - self.done_names:
            self.need_name(module, name)

    def need_name(self, module: str, name: str) -> None:
        if (module, name) in self.done_names:
            return
        self.done_names.add((module, name))
        source = self.library.source(module)
        for statement in source.by_name.get(name, ()):
            self.need_statement(source, statement)
        for statement in source.changed_by.get(name, ()):
            self.need_statement(source, statement)

    def need_statement(self, source: Source, statement: Statement) -> None:
        kept = self.statements.setdefault(source.name, set())
        if statement.index in kept:
            return
        kept.add(statement.index)
        if statement.methods:
            self.pending.append((source, statement))
            self.methods[source.name, statement.index] = set()
        self.need_uses(statement.uses)

    def trimmed(self, source: Source, statement: Statement) -> bool:
        """Say whether only those methods of a class are kept whose names occur somewhere."""
        if source.name == UNITTEST:
            return True
        return any(method.name.startswith('test') for method in statement.methods) or (
            source is self.main and statement.index in self.target)

    def complete(self) -> None:
        """Add what is needed, until nothing is missing."""
        while True:
            before = sum(map(len, self.methods.values())), sum(map(len, self.statements.values()))
            for source, statement in list(self.pending):
                kept = self.methods[source.name, statement.index]
                trimmed = self.trimmed(source, statement)
                for number, method in enumerate(statement.methods):
                    if number not in kept and (not trimmed or self.wants(method)):
                        kept.add(number)
                        self.need_uses(method.uses)
            if self.all_uses.dynamic:
                for name in self.all_uses.words & self.main.bound:
                    if name not in self.main.aliases:
                        self.need_name(self.main.name, name)
            if before == (sum(map(len, self.methods.values())), sum(map(len, self.statements.values()))):
                return

    def wants(self, method: Method) -> bool:
        name = method.name
        return name in self.wanted or (name.startswith('__') and name.endswith('__')) or (
            name in self.all_uses.attributes) or (not name.startswith('test') and name in self.all_uses.words)

    # -- text

    def text(self, tail: str) -> Program:
        lines: list[str] = []
        origins: list[tuple[str, int]] = []
        imports: set[str] = set()
        if self.main.future:
            lines.append('from __future__ import annotations')
            origins.append((self.main.name, 1))
        body: list[tuple[str, str, int]] = []
        for name in self.order():
            source = self.library.source(name)
            for index in sorted(self.statements[name]):
                statement = source.statements[index]
                body.append((self.statement_text(source, statement, imports), name, statement.line))
        for module in sorted(imports):
            lines.append(f'import {module} as _module_{module.replace(".", "_")}')
            origins.append((self.main.name, 1))
        for text, name, line in body:
            for number, each in enumerate(text.split('\n')):
                lines.append(each)
                origins.append((name, line + number))
        for each in tail.split('\n'):
            lines.append(each)
            origins.append(('run', 0))
        return Program('\n'.join(lines), origins)

    def order(self) -> list[str]:
        """Return the modules with something to keep, those that are used before those that use them."""
        first = ['monty_missing', UNITTEST, 'test.support', 'test.support.warnings_helper', 'test.test_json']
        ordered: list[str] = []

        def place(name: str) -> None:
            if name in ordered:
                return
            ordered.append(name)

        def walk(name: str, seen: set[str]) -> None:
            if name in seen:
                return
            seen.add(name)
            for index in sorted(self.statements.get(name, ())):
                statement = self.library.source(name).statements[index]
                for module, _ in sorted(statement.uses.names):
                    if module != name:
                        walk(module, seen)
            place(name)

        if UNITTEST in self.statements:
            place(UNITTEST)
        for name in first:
            if name in self.statements:
                place(name)
        seen = set(ordered)
        for name in sorted(self.statements):
            if name != self.main.name:
                walk(name, seen)
        walk(self.main.name, seen)
        return [name for name in ordered if name in self.statements]

    def statement_text(self, source: Source, statement: Statement, imports: set[str]) -> str:
        if statement.text is not None:
            return self.renamed_import(source, statement)
        edits: list[tuple[int, int, bytes]] = []
        self.add_edits(source, statement.uses, edits, imports)
        start, end = statement.start, statement.end
        if statement.methods is not None:
            kept = self.methods.get((source.name, statement.index), set())
            for number, method in enumerate(statement.methods):
                if number in kept:
                    self.add_edits(source, method.uses, edits, imports)
                else:
                    edits.append((*whole_lines(source.bytes, method.start, method.end), b''))
            kept_body = len(statement.node.body) - len(statement.methods) + len(kept)
            if not kept_body:
                last = statement.methods[-1]
                start_of_last = whole_lines(source.bytes, last.start, last.end)[0]
                edits = [each for each in edits if each[0] != start_of_last]
                edits.append((last.start, last.end, b'pass'))
            self.rename_definition(source, statement, edits)
        elif isinstance(statement.node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.rename_definition(source, statement, edits)
        parts = []
        at = start
        for edit_start, edit_end, new in sorted(edits):
            if edit_start < at or edit_start >= end:
                continue        # inside something that is left out or replaced
            parts.append(source.bytes[at:edit_start])
            parts.append(new)
            at = min(edit_end, end)
        parts.append(source.bytes[at:end])
        return b''.join(parts).decode('utf-8', 'surrogatepass')

    def rename_definition(self, source: Source, statement: Statement, edits: list[tuple[int, int, bytes]]) -> None:
        """Give a class or function its final name."""
        name = statement.node.name
        final = self.composer.final_name(source.name, name)
        if final == name:
            return
        header = source.offset(statement.node.lineno, statement.node.col_offset)
        found = re.compile(rb'(?:class|def)\s+(' + name.encode() + rb')\b').search(source.bytes, header)
        if found:
            edits.append((found.start(1), found.end(1), final.encode()))

    def renamed_import(self, source: Source, statement: Statement) -> str:
        text = statement.text
        name = next(iter(statement.binds)) if len(statement.binds) == 1 else None
        if name is None or text.endswith('*'):
            return text
        final = self.composer.final_name(source.name, name)
        if final == name:
            return text
        if text.startswith(('import ', 'from ')):
            return f'{text.partition(" as ")[0]} as {final}'
        return f'{final} ={text.partition("=")[2]}'

    def add_edits(self, source: Source, uses: Uses, edits: list[tuple[int, int, bytes]], imports: set[str]) -> None:
        for start, end, kind, payload in uses.edits:
            old = source.bytes[start:end]
            if kind == 'name':
                final = self.composer.final_name(*payload)
                plain = old.rpartition(b'.')[2].strip()
                if payload[0] == source.name and plain != payload[1].encode():
                    continue        # positions inside f-strings are not right before Python 3.12
                if old != final.encode() and re.fullmatch(rb'[\w.\s\\]+', old):
                    edits.append((start, end, final.encode()))
            elif kind == 'text':
                edits.append((start, end, payload.encode()))
            elif kind == 'module':
                edits.append((start, end, f'MissingModule("{payload}")'.encode()))
            elif kind == 'import':
                imports.add(payload)
                edits.append((start, end, f'_module_{payload.replace(".", "_")}'.encode()))
            elif kind == 'lines':
                made = []
                for each in payload:
                    if isinstance(each, tuple):
                        target, value = each
                        if isinstance(value, tuple):
                            value = self.composer.final_name(*value)
                        made.append(f'{target} = {value}')
                    else:
                        made.append(each)
                edits.append((start, end, '; '.join(made).encode()))
