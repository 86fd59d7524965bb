"""Source text that means harm: a syntax error, or a program that works; never a crash, never long."""

from __future__ import annotations

import time

import pytest
from harness import SLOWNESS, VALUE, ending, on_small_stack

import monty

N = 100_000

TOO_DEEP = {
    'parentheses': '(' * N + '1' + ')' * N,
    'open parentheses': '(' * N,
    'brackets': '[' * N + ']' * N,
    'braces': '{' * N,
    'tuples': '(' * N + ',)' * N,
    'unary minus': '-' * N + '1',
    'not': 'not ' * N + '1',
    'tilde': '~' * N + '1',
    'attributes': 'a' + '.b' * N,
    'calls': 'a' + '()' * N,
    'subscripts': 'a' + '[0]' * N,
    'power': '2' + '**2' * N,
    'conditional': '1 if 1 else ' * N + '1',
    'lambda': 'lambda: ' * N + '1',
    'comprehensions': '[' * N + 'x' + ' for x in y]' * N,
    'comparison in parentheses': '(1 < ' * N + '1' + ')' * N,
    'f-strings': 'f"{' * N,
    'nested calls': 'f(' * N + ')' * N,
    'dictionaries': '{1: ' * N + '2' + '}' * N,
    'slices': 'a[' * N + '0' + ']' * N,
    'if': '\n'.join(' ' * i + 'if 1:' for i in range(1000)) + '\n' + ' ' * 1000 + 'pass',
    'elif': 'if 0: pass\n' + 'elif 0: pass\n' * N,
    'else if': ''.join(' ' * i + 'if 0: pass\n' + ' ' * i + 'else:\n' for i in range(150)) + ' ' * 150 + 'pass',
    'def': '\n'.join(' ' * i + 'def f():' for i in range(150)) + '\n' + ' ' * 150 + 'pass',
    'try': ''.join(' ' * i + 'try:\n' for i in range(90)) + ' ' * 90 + 'pass',
    'for': '\n'.join(' ' * i + 'for x in y:' for i in range(90)) + '\n' + ' ' * 90 + 'pass',
    'assignment targets': '(' * N + 'a' + ')' * N + ' = 1',
    'star': '*' * N + 'a',
    'decorators': '@a\n' * N + 'def f(): pass',
    'starred nesting': 'print(*' * N + '[]' + ')' * N,
}

LONG = {
    'sum': '1' + ' + 1' * N,
    'and': '1' + ' and 1' * N,
    'comparisons': '1' + ' < 2' * N,
    'concatenation': "'a' " * N,
    'chained assignment': 'a = ' * N + '1',
    'statements': 'x = 1\n' * N,
    'semicolons': 'x = 1;' * N,
    'arguments': 'print(' + '1, ' * N + ', sep="", end="")',
    'arguments of max': 'max(' + '1, ' * N + ')',
    'constants': 'x = [' + ', '.join(str(i) + '.5' for i in range(N)) + ']\nlen(x)',
    'strings': 'x = [' + ', '.join(repr(f's{i}') for i in range(N)) + ']\nlen(x)',
    'dictionary': 'x = {' + ', '.join(f'{i}: {i}' for i in range(N)) + '}\nlen(x)',
    'names': '\n'.join(f'n{i} = {i}' for i in range(N)) + '\nn99999',
    'locals': 'def f():\n' + '\n'.join(f'    n{i} = {i}' for i in range(70_000)) + '\n    return n69999\nf()',
    'parameters': 'def f(' + ', '.join(f'p{i}' for i in range(70_000)) + '): pass',
    'keywords': 'dict(' + ', '.join(f'k{i}={i}' for i in range(70_000)) + ')',
    'functions': '\n'.join(f'def f{i}(): pass' for i in range(20_000)),
    'elements of targets': ', '.join(f'a{i}' for i in range(70_000)) + ' = range(70000)',
    'f-string': 'f"' + '{1}' * N + '"',
    'one long string': 'len("' + 'x' * 1_000_000 + '")',
    'one long comment': '#' + 'x' * 1_000_000,
    'one long number': '9' * 1_000_000,
    'one long hexadecimal number': '(0x' + 'f' * 100_000 + ') % 7',
    'one long name': 'x' * 1_000_000 + ' = 1',
    'loops': 'for i in range(1): pass\n' * 20_000,
    'global': 'def f():\n' + ''.join(f'    global g{i}\n' for i in range(20_000)),
}


def build(source: str) -> tuple[str, object]:
    """Compile and run; every ending but a crash, a hang or a host exception is fine."""
    begin = time.process_time()
    kind, value = ending(source, max_duration_secs=20, max_memory=256 * 1024 * 1024)
    assert time.process_time() - begin < 10 * SLOWNESS
    return kind, value


@pytest.mark.parametrize('name', TOO_DEEP)
def test_too_deep(name: str) -> None:
    kind, value = build(TOO_DEEP[name])
    assert kind in {'MontySyntaxError', VALUE, 'NameError', 'TypeError'}, value


@pytest.mark.parametrize('name', TOO_DEEP)
def test_too_deep_on_a_small_stack(name: str, build: str) -> None:
    if build == 'asan':
        pytest.skip('frames of a sanitizer build are several times larger')

    def compile_only() -> None:
        try:
            monty.Monty(TOO_DEEP[name])
        except monty.MontySyntaxError:
            pass

    on_small_stack(compile_only)


@pytest.mark.parametrize('name', LONG)
def test_long(name: str) -> None:
    kind, value = build(LONG[name])
    assert kind in {'MontySyntaxError', VALUE, 'MontyConversionError'}, value


@pytest.mark.parametrize('source', [
    'x = 1\0',
    '\0',
    'x = "\0"',
    '# comment \0',
    'x = "\ud800"',
    '\udcff',
    '# \ud83d',
    '\x01\x02',
    'x = 1 $ 2',
    'x = ?',
    '€',
    '"',
    "'''",
    'f"{"',
    'f"{x!z}"',
    "f'{}'",
    '\\',
    'x = 5 5',
    'if x',
    '  x = 1',
    'def f(:',
    'return 1',
    'break',
    'continue',
    'for',
    'def f(a, a): pass',
    'nonlocal x',
    'def f():\n    x = 1\n    global x',
    'def f():\n    nonlocal y',
    '1 = x',
    'f() = 1',
    'None = 1',
    'del f()',
    '(x for x in y) = 1',
    'x = *y',
    '*a, *b = c',
    'f(a=1, 2)',
    'f(**a, *b)',
    'f(a=1, a=2)',
    'x := 1',
    '[x := 1 for x in y]',
    'lambda x, x: 1',
    'def f(a=1, b): pass',
    'def f(*): pass',
    'def f(/, a): pass',
    'try: pass',
    'from __future__ import nothing',
    'import',
    "b'é'",
    "'\\N{NO SUCH NAME}'",
    "'\\x4'",
    '0777',
    '1__0',
    '0xg',
    '1e',
    'a b',
    'else: pass',
    '\tx = 1\n        y = 2',
    'if 1:\n\tx\n        y',
    'await x',
    'yield 1',
    'await f()',
    'print "x"',
    'exec "x"',
    'x = yield',
    '__debug__ = 1',
])
def test_syntax_error_with_its_place(source: str) -> None:
    with pytest.raises(monty.MontySyntaxError) as caught:
        monty.Monty(source, script_name='given.py')
    error = caught.value
    assert error.filename == 'given.py'
    assert isinstance(error.exception(), SyntaxError)
    assert error.msg and '\n' not in error.msg
    assert error.display('type-msg').endswith(error.msg)
    assert error.lineno is None or 1 <= error.lineno <= source.count('\n') + 2


@pytest.mark.parametrize('source, word', [
    ('x = 1\nclass A:\n    pass', 'class'),
    ('x = 1\nwith open("x"):\n    pass', 'with'),
    ('x = 1\nasync def f():\n    pass', 'async'),
    ('x = 1\nmatch x:\n    case 1:\n        pass', 'match'),
])
def test_what_does_not_exist_yet_is_named(source: str, word: str) -> None:
    try:
        monty.Monty(source)
    except monty.MontySyntaxError as error:
        assert word in error.msg.lower() and error.lineno == 2


def test_source_must_be_text() -> None:
    for source in (None, 5, ['1']):
        with pytest.raises(TypeError):
            monty.Monty(source)


def test_source_as_bytes() -> None:
    assert monty.Monty('"é"'.encode()).run() == 'é'
    assert monty.Monty('# coding: latin-1\n"é"'.encode('latin-1')).run() == 'é'
    for source in (b'"\xff"', b'# coding: no-such-thing\n1', b'\x00', b'# coding: utf-8\n"\xe9"'):
        with pytest.raises(monty.MontySyntaxError):
            monty.Monty(source)


def test_huge_source() -> None:
    begin = time.process_time()
    with pytest.raises(monty.MontySyntaxError):
        monty.Monty('x = 1\n' * 20_000_000)
    assert time.process_time() - begin < 5 * SLOWNESS


def test_odd_but_valid_source() -> None:
    assert monty.Monty('').run() is None
    assert monty.Monty('\n\n   \n# only a comment').run() is None
    assert monty.Monty('1\r\n+ 2\r\n3').run() == 3
    assert monty.Monty('x = 1\x0c\nx').run() == 1
    assert monty.Monty('# -*- coding: latin-1 -*-\n"é"').run() == 'é'
    assert monty.Monty('"\\ud800"').run() == '\ud800'
