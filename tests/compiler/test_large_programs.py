"""Programs with very much of one thing compile and run, or are refused with a clear message."""

from __future__ import annotations

import ast

import pytest
from compiler.differential import compare
from compiler.reference_machine import Machine
from monty.compiler.compile import compile_module
from monty.compiler.verifier import verify
from monty.errors import MontySyntaxError


def run(source: str) -> object:
    module = compile_module(ast.parse(source))
    verify(module)
    return Machine(module).run_module()


def test_many_constants_in_statements() -> None:
    lines = [f'x = {number}.5' for number in range(100_000)]
    lines.append("d = {'key': 'value'}; y = d['key'] + 'new' + str(x + 123456.25); y.upper()")
    assert run('\n'.join(lines)) == 'VALUENEW223455.75'


def test_many_constants_in_a_list() -> None:
    assert run('a = [' + ', '.join(f'{number}.5' for number in range(100_000)) + ']; len(a), a[-1]') == (100_000, 99999.5)


def test_long_displays() -> None:
    compare('''
x = 1
a = [%s, *[x]]; b = (%s); c = {%s}; d = {%s}
e = [%s]
f = [%s, *e]
len(a), sum(a), len(b), c, len(d), len(e), len(f)
''' % (', '.join(['x'] * 3000), ', '.join(['x'] * 3000), ', '.join(['x'] * 3000),
       ', '.join(f'{number}: x' for number in range(3000)), ', '.join(['x, 5'] * 2000), ', '.join(['x'] * 2001)))


def test_long_calls() -> None:
    compare('''
def f(*a, **k): return len(a), len(k), sum(a), a[-1]
x = 1
f(%s, x, *[2, 3], %s), f(*[1], %s), max(%s), f(1, **{'z': 1}, %s)
''' % (', '.join(['x'] * 2000), ', '.join(f'k{number}=x' for number in range(2500)),
       ', '.join(['x'] * 1500), ', '.join(map(str, range(3000))), ', '.join(f'k{number}=x' for number in range(1500))))


def test_long_f_string() -> None:
    compare("x = 1\nf'%s'" % ''.join(f'{{x}}-{number}' for number in range(3000)))


def test_long_defaults() -> None:
    compare('y = 1\ndef f(%s, *, %s): return p0 + p1999 + k1 + k1599\nf()'
            % (', '.join(f'p{number}=y' for number in range(2000)), ', '.join(f'k{number}=y' for number in range(1600))))


def test_many_targets() -> None:
    compare('(%s,) = range(3000)\nt0, t2999' % ', '.join(f't{number}' for number in range(3000)))


def test_many_locals() -> None:
    lines = '\n'.join(f'    v{number} = {number}' for number in range(70_000))
    with pytest.raises(MontySyntaxError, match='too many'):
        compile_module(ast.parse(f'def f():\n{lines}\n'))


def test_many_globals() -> None:
    with pytest.raises(MontySyntaxError, match='too many'):
        compile_module(ast.parse('\n'.join(f'v{number} = {number}' for number in range(70_000))))


def test_many_names() -> None:
    lines = '\n'.join(f'    x.v{number}' for number in range(70_000))
    with pytest.raises(MontySyntaxError, match='too many'):
        compile_module(ast.parse(f'def f(x):\n{lines}\n'))


def test_long_chains() -> None:
    compare('x = 1\n' + ' + '.join(['x'] * 900))
    compare('x = 899\n' + ''.join(f'{"el" if number else ""}if x == {number}: y = {number}\n' for number in range(900)))
    compare('x = 1\n' + ' and '.join(['x'] * 900))
    compare('x = 1\n' + ' < '.join(map(str, range(900))))


def test_many_functions() -> None:
    compare('\n'.join(f'def f{number}(): return {number}' for number in range(3000)) + '\nf2999()')
