"""Timing the same program on Monty and on the CPython that hosts it, in turn, in one process."""

from __future__ import annotations

import ast
import gc
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import monty

PROGRAMS = Path(__file__).resolve().parent.parent / 'programs'

_EXPECT = re.compile(r'^# expect: (.*)$', re.MULTILINE)


class Timing(NamedTuple):
    """Best times of one program, in seconds."""

    cpython: float
    monty: float

    @property
    def ratio(self) -> float:
        """How many times faster Monty is."""
        return self.cpython / self.monty

    def best_of(self, other: Timing) -> Timing:
        """Return the best times of both measurements."""
        return Timing(min(self.cpython, other.cpython), min(self.monty, other.monty))


def program_names() -> list[str]:
    return sorted(path.stem for path in PROGRAMS.glob('*.py'))


def read_program(name: str) -> tuple[str, object]:
    """Return the text of a program and the value its last expression must have (``# expect:`` at its top)."""
    source = (PROGRAMS / f'{name}.py').read_text(encoding='utf-8')
    expected = _EXPECT.search(source)
    if not expected:
        raise ValueError(f'{name}.py has no "# expect:" line')
    return source, ast.literal_eval(expected.group(1))


def cpython_runner(source: str, script_name: str) -> Callable[[], object]:
    """Return a function that runs the program in CPython and returns the value of its last expression."""
    tree = ast.parse(source, script_name)
    last = tree.body[-1]
    if not isinstance(last, ast.Expr):
        raise ValueError(f'{script_name} does not end with an expression')
    target = ast.copy_location(ast.Name('__value__', ast.Store()), last)
    tree.body[-1] = ast.copy_location(ast.Assign([target], last.value), last)
    ast.fix_missing_locations(tree)
    code = compile(tree, script_name, 'exec', dont_inherit=True)

    def run() -> object:
        namespace: dict[str, object] = {'__name__': '__main__'}
        exec(code, namespace)
        return namespace['__value__']

    return run


def monty_runner(source: str, script_name: str) -> Callable[[], object]:
    """Return a function that runs the program in Monty and returns the value of its last expression."""
    return monty.Monty(source, script_name=script_name).run


def timed(action: Callable[[], object]) -> tuple[float, object]:
    """Return how long a call takes in seconds, and its result."""
    begin = time.perf_counter()
    result = action()
    return time.perf_counter() - begin, result


def compare(name: str, repeats: int = 7, seconds: float = 1.5) -> Timing:
    """Return the best times of a program.

    Both run in turn, at least three times, then until ``repeats`` runs or ``seconds`` are used up.

    Raises:
        AssertionError: if a run does not give the value that the program must have.
    """
    source, expected = read_program(name)
    runners = {'cpython': cpython_runner(source, f'{name}.py'), 'monty': monty_runner(source, f'{name}.py')}
    best = dict.fromkeys(runners, float('inf'))
    end = time.perf_counter() + seconds
    for round_number in range(repeats):
        if round_number >= 3 and time.perf_counter() > end:
            break
        gc.collect()
        for kind, run in runners.items():
            duration, value = timed(run)
            assert value == expected, f'{name} on {kind} gave {value!r}, not {expected!r}'
            best[kind] = min(best[kind], duration)
    return Timing(best['cpython'], best['monty'])


def per_call(action: Callable[[], object], calls: int, repeats: int = 5) -> float:
    """Return the seconds one call takes: the best of several loops."""
    best = float('inf')
    for _ in range(repeats):
        begin = time.perf_counter()
        for _ in range(calls):
            action()
        best = min(best, (time.perf_counter() - begin) / calls)
    return best


def geometric_mean(values: list[float]) -> float:
    product = 1.0
    for value in values:
        product *= value ** (1 / len(values))
    return product
