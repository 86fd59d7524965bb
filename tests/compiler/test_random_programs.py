"""Random programs behave on the reference machine as on CPython.

``python -m compiler.test_random_programs FIRST LAST`` (in ``tests``) goes through more of them.
"""

from __future__ import annotations

import re
import sys
import warnings
from typing import Any

import pytest
from compiler.differential import on_cpython, on_machine
from compiler.random_programs import Writer

# CPython before 3.12 runs comprehensions as functions, for which the variables around them are free.
_UNBOUND = re.compile(r"cannot access (?:free|local) variable ('\w+') where it is not associated with a value"
                      '(?: in enclosing scope)?')


def normal(text: str) -> str:
    return _UNBOUND.sub(r'unbound \1', text).replace('UnboundLocalError', 'NameError')


def check(seed: int) -> bool:
    """Compare one program; returns False if it is none that CPython accepts."""
    source = Writer(seed).program()
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', SyntaxWarning)
        try:
            compile(source, 'main.py', 'exec')
        except SyntaxError:
            return False
        expected: dict[str, Any] = on_cpython(source)
        actual = on_machine(source)
    for result in (expected, actual):
        result['names'] = sorted(result['names'].items())
    for part in ('output', 'error', 'value', 'names') + (('trace',) if expected['trace'] is not None else ()):
        assert normal(repr(actual[part])) == normal(repr(expected[part])), f'seed {seed}: {part}'
    return True


@pytest.mark.parametrize('first', range(0, 200, 20))
def test_random_programs(first: int) -> None:
    assert sum(check(seed) for seed in range(first, first + 20)) >= 5


if __name__ == '__main__':
    for number in range(int(sys.argv[1]), int(sys.argv[2])):
        check(number)
