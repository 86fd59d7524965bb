"""The part of the builtins that is written in Python and run by the machine itself.

What a native operation cannot answer without running sandboxed code, a function here does in its place; the native
names it when it defers. Each file holds only functions, with constants as defaults.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

# Generator functions whose generators show as another built-in type.
FACADES = {
    'anext_or_default': 'anext_awaitable',
    'async_generator_close': 'async_generator_athrow',
    'async_generator_send': 'async_generator_asend',
    'async_generator_throw': 'async_generator_athrow',
    'callable_items': 'callable_iterator',
    'coroutine_wrapper': 'coroutine_wrapper',
    'enumerate_items': 'enumerate',
    'filter_items': 'filter',
    'filter_true': 'filter',
    'map_items': 'map',
    'map_tuples': 'map',
    'reversed_items': 'reversed',
    'zip_items': 'zip',
    'zip_pairs': 'zip',
    'zip_strict_items': 'zip',
}


def sources() -> Iterator[tuple[str, str]]:
    """Yield (name, source text) of every file of the prelude."""
    folder = os.path.dirname(__file__)
    for file in sorted(os.listdir(folder)):
        if file.endswith('.py') and file != '__init__.py':
            with open(os.path.join(folder, file), encoding='utf-8') as source:
                yield file[:-3], source.read()
