"""Doctests as programs: the examples of one docstring run one after the other and print what the session would show."""

from __future__ import annotations

import ast
import doctest
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sources import Source, Uses

# Written before each example's output; no test prints these characters.
MARK = '\x01'
RAISED = '\x02'


@dataclass
class Doctest:
    """The examples of one docstring."""

    name: str
    examples: list[doctest.Example]
    uses: Uses
    expected: list[dict[str, object]] = field(default_factory=list)
    tail: str = ''
    # Stand-ins in the tail for names of bundled modules, whose final names are not known yet.
    bundled: dict[str, tuple[str, str]] = field(default_factory=dict)


def doctests_of(source: Source, constant: Callable[[str], object]) -> Iterator[Doctest]:
    """Yield the doctests of a module, if it lets doctest run."""
    if not re.search(rb'DocTestSuite|doctest\.testmod|run_doctest', source.bytes):
        return
    texts: dict[str, str] = {}
    if source.docstring and '>>>' in source.docstring:
        texts['module'] = source.docstring
    if '__test__' in source.bound:
        try:
            table = constant('__test__')
        except Exception:
            table = None
        if isinstance(table, dict):
            texts.update({str(name): text for name, text in table.items() if isinstance(text, str)})
    for statement in source.statements:
        node = statement.node
        for inner in [node, *(getattr(node, 'body', ()) if isinstance(node, ast.ClassDef) else ())]:
            if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                text = ast.get_docstring(inner, clean=False)
                if text and '>>>' in text:
                    name = node.name if inner is node else f'{node.name}.{inner.name}'
                    texts.setdefault(name, text)
    for name, text in sorted(texts.items()):
        examples = doctest.DocTestParser().get_examples(text, name)
        if examples:
            yield make(source, name, examples)


def make(source: Source, name: str, examples: list[doctest.Example]) -> Doctest:
    from sources import Uses

    uses = Uses()
    result = Doctest(name, examples, uses)
    parts = [HEAD]
    for number, example in enumerate(examples):
        result.expected.append({'want': in_main(example.want, source.name),
                                'exception': example.exc_msg and in_main(example.exc_msg, source.name, True), 'options': flags(example),
                                'source': example.source})
        parts.append(f'print({MARK + str(number) + MARK!r})\n')
        if example.options.get(doctest.SKIP):
            result.expected[-1]['skip'] = True
            continue
        try:
            compile(example.source, f'<doctest {number}>', 'single', dont_inherit=True)
        except (SyntaxError, ValueError):
            # It must be refused, alone: what refuses it here is asked in the worker.
            result.expected[-1]['refused'] = True
            continue
        tree = ast.parse(example.source)
        uses.names |= {(source.name, node.id) for node in ast.walk(tree)
                       if isinstance(node, ast.Name) and node.id in source.bound and node.id not in source.aliases}
        uses.words |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        tree = ast.fix_missing_locations(Interactive(source, uses, result.bundled).visit(tree))
        body = ast.unparse(tree)
        if not body.strip():
            continue
        indented = ast.unparse(ast.Try(
            body=tree.body, orelse=[], finalbody=[],
            handlers=ast.parse('try: pass\nexcept BaseException as _error: _session_raised(_error)').body[0].handlers))
        parts.append(indented + '\n')
    result.tail = ''.join(parts) + "('pass', '')\n"
    return result


def in_main(text: str, module: str, exception: bool = False) -> str:
    """Return expected text as it is if the module's name is __main__."""
    if exception:
        text = re.sub(rf'^{re.escape(module)}\.(\w+)(?=[:\n])', r'\1', text)
    return re.sub(rf'\b{re.escape(module)}\b', '__main__', text)


HEAD = f'''
def _session_show(value):
    global _
    if value is not None:
        print(repr(value))
        _ = value


def _session_raised(error):
    kind = type(error)
    name = kind.__qualname__
    if kind.__module__ not in ('builtins', '__main__'):
        name = kind.__module__ + '.' + name
    text = str(error.msg if isinstance(error, SyntaxError) else error)
    print({RAISED!r} + (name + ': ' + text if text else name))


'''


def flags(example: doctest.Example) -> int:
    result = 0
    for flag, value in example.options.items():
        if value:
            result |= flag
    return result


class Interactive(ast.NodeTransformer):
    """Lets the statements of a session show the values of expressions, as the prompt does."""

    def __init__(self, source: Source, uses: Uses, bundled: dict[str, tuple[str, str]]) -> None:
        self.source = source
        self.uses = uses
        self.bundled = bundled
        self.depth = 0

    def visit_FunctionDef(self, node: ast.AST) -> ast.AST:
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1
        return node

    visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = visit_FunctionDef

    def stand_in(self, module: str, name: str) -> ast.AST | None:
        target = self.source.library.resolve(module, name)
        if target is None or target[1] is None or not self.source.library.bundled(target[0]):
            return None
        self.uses.names.add(target)
        stand_in = f'_bundled_{len(self.bundled)}_'
        self.bundled[stand_in] = target
        return ast.Name(stand_in, ast.Load())

    def visit_Name(self, node: ast.Name) -> ast.AST:
        alias = self.source.aliases.get(node.id)
        if alias is not None and alias.name is not None:
            return self.stand_in(alias.module, alias.name) or node
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name):
            alias = self.source.aliases.get(node.value.id)
            if alias is not None and alias.name is None:
                return self.stand_in(alias.module, node.attr) or node
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        self.generic_visit(node)
        if self.depth:
            return node
        return ast.Expr(ast.Call(ast.Name('_session_show', ast.Load()), [node.value], []))

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> ast.AST | list[ast.stmt]:
        lines = []
        if isinstance(node, ast.ImportFrom) and node.module == 'test':
            return ast.Pass()
        for alias in node.names:
            if isinstance(node, ast.ImportFrom) and self.source.library.bundled(node.module or ''):
                target = self.stand_in(node.module, alias.name)
                if target is not None:
                    lines.append(f'{alias.asname or alias.name} = {target.id}')
                    continue
            text, missing = self.source.import_text(node, alias)
            if missing:
                self.uses.missing.add(missing)
                self.uses.names.add(('monty_missing', 'MissingModule'))
            lines.append(text)
        return ast.parse('\n'.join(lines)).body

    visit_ImportFrom = visit_Import


def doctest_tail(unit: Doctest, final_name: Callable[[str, str], str]) -> str:
    """Return the text that runs the examples."""
    return re.sub(r'_bundled_\d+_', lambda found: final_name(*unit.bundled[found[0]]), unit.tail)


def request(unit: Doctest) -> str:
    """Return what a worker needs to judge the output."""
    return json.dumps(unit.expected)


def judge(expected: list[dict[str, object]], output: str, refuse: Callable[[str], str]) -> dict[int, str]:
    """Compare what a session printed; return what is wrong, by the example's number.

    Arguments:
        refuse: compiles an example that must not compile and returns 'SyntaxError: message', or '' if it does.
    """
    got: dict[int, str] = {}
    pieces = re.split(MARK + r'(\d+)' + MARK + '\n', output)
    for number, text in zip(pieces[1::2], pieces[2::2]):
        got[int(number)] = text
    wrong = {}
    for number, example in enumerate(expected):
        if example.get('skip'):
            continue
        text, raised, message = got.get(number, '').partition(RAISED)
        if example.get('refused'):
            message = refuse(str(example['source']))
            raised = message
        problem = judge_example(example, text, message if raised else None)
        if problem is not None:
            wrong[number] = f'example {number + 1} ({str(example["source"]).strip().splitlines()[0][:60]!r}) {problem}'
    return wrong


def judge_example(example: dict[str, object], text: str, raised: str | None) -> str | None:
    """Return what is wrong about an example that printed this text and raised this (None: nothing)."""
    checker = doctest.OutputChecker()
    options = int(example['options'])
    if text and not text.endswith('\n'):
        text += '\n'
    wanted = example['exception']
    if wanted is None:
        if raised is not None:
            return f'raised {raised.strip()}'
        if not checker.check_output(str(example['want']), text, options):
            return f'printed {text.strip()!r}, not {str(example["want"]).strip()!r}'
        return None
    if raised is None:
        return f'did not raise {str(wanted).strip()}'
    if not checker.check_output(str(wanted), raised.rstrip('\n') + '\n', options):
        if options & doctest.IGNORE_EXCEPTION_DETAIL and bare(str(wanted)) == bare(raised):
            return None
        return f'raised {raised.strip()!r}, not {str(wanted).strip()!r}'
    return None


def bare(text: str) -> str:
    """Return an exception's name without its module and message."""
    return text.partition(':')[0].strip().rpartition('.')[2]
