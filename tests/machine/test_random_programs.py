"""Random programs, and the compiler's small programs, behave on Monty as on CPython.

``python tests/machine/test_random_programs.py FIRST LAST`` goes through more of them.
"""

from __future__ import annotations

import re
import sys
import warnings
from pathlib import Path
from typing import Any

if __name__ == '__main__':
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

import pytest
from compiler.differential import on_cpython
from compiler.random_programs import Writer
from compiler.test_codegen import programs
from compiler.test_random_programs import normal

import monty

# What these programs do not print: their values, which need not be able to leave the sandbox.
_ADDRESS = re.compile(' at 0x[0-9a-f]+')

# Modules that Monty has not, and where a module comes from.
_FOREIGN = re.compile(r'import nothing|os\.path|from math import nothing')


def chain(data: monty.errors.ExceptionData | None, depth: int = 0) -> Any:
    """Return type, message, cause and context of an exception, as ``differential.chain`` does."""
    if data is None or depth > 5:
        return None
    return data.type_name, data.message, chain(data.cause, depth + 1), chain(data.context, depth + 1)


def on_monty(source: str) -> dict[str, Any]:
    """Run a program on the real machine."""
    output: list[str] = []
    error = trace = None
    # The value of a program may be a function: it is not asked for.
    program = monty.Monty(source + '\nNone\n')
    try:
        program.run(print_callback=lambda stream, text: output.append(text))
    except monty.MontyRuntimeError as raised:
        error = chain(raised.data)
        trace = [(frame[1], frame[2:6]) for frame in raised.data.frames]
    return {'output': ''.join(output), 'error': error, 'trace': trace}


def check(source: str) -> bool:
    """Compare one program; returns False if it is none that CPython accepts."""
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', SyntaxWarning)
        try:
            compile(source, 'main.py', 'exec')
        except SyntaxError:
            return False
        expected = on_cpython(source)
        actual = on_monty(source)
    expected['output'] = ''.join(line + '\n' for line in expected['output'])
    for part in ('output', 'error') + (('trace',) if expected['trace'] is not None else ()):
        assert _plain(actual[part]) == _plain(expected[part]), f'{part} of\n{source}'
    return True


def _plain(value: Any) -> str:
    return _ADDRESS.sub('', normal(repr(value)))


@pytest.mark.parametrize('first', range(0, 300, 30))
def test_random_programs(first: int) -> None:
    assert sum(check(Writer(seed).program()) for seed in range(first, first + 30)) >= 10


@pytest.mark.parametrize('source', [one for one in programs() if not _FOREIGN.search(one.values[0])])
def test_small_program(source: str) -> None:
    check(source)


if __name__ == '__main__':
    for number in range(int(sys.argv[1]), int(sys.argv[2])):
        try:
            check(Writer(number).program())
        except AssertionError as problem:
            print(f'seed {number}: {problem}')
