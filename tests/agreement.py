"""One small program with inputs, run on Monty and on CPython: both must answer the same."""

from __future__ import annotations

import warnings
from functools import lru_cache
from types import CodeType
from typing import Any

import monty

TEMPLATE = '''
try:
    result = {expression}
    result = (type(result).__name__, repr(result))
except Exception as error:
    result = (type(error).__name__, str(error))
result
'''


@lru_cache(None)
def programs(source: str, inputs: tuple[str, ...]) -> tuple[monty.Monty, CodeType]:
    """Return the program compiled by both."""
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        return monty.Monty(source, inputs=list(inputs)), compile(source, 'main.py', 'exec')


def answers(source: str, inputs: dict[str, Any]) -> tuple[Any, Any]:
    """Return what Monty and what CPython answer: the value of `result`."""
    program, code = programs(source, tuple(inputs))
    names = dict(inputs)
    exec(code, names)
    return program.run(inputs=inputs), names['result']


def agree(expression: str, **inputs: Any) -> None:
    """Assert that the expression gives the same type and repr, or the same error with the same text."""
    ours, theirs = answers(TEMPLATE.format(expression=expression), inputs)
    assert ours == theirs
