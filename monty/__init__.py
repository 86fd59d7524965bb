"""Monty runs Python that nobody has read yet, inside limits and without any way to the host.

The names below are loaded when they are first used, so that ``monty.compiler`` can be imported where the extension
modules are not built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .version import __version__

if TYPE_CHECKING:
    from .errors import Frame, MontyConversionError, MontyError, MontyRuntimeError, MontySyntaxError
    from .execution import MontyComplete, MontySnapshot
    from .limits import ResourceLimits
    from .program import Monty

__all__ = [
    '__version__',
    'Frame',
    'Monty',
    'MontyComplete',
    'MontyConversionError',
    'MontyError',
    'MontyRuntimeError',
    'MontySnapshot',
    'MontySyntaxError',
    'ResourceLimits',
]

_HOMES = {
    'Frame': 'errors',
    'Monty': 'program',
    'MontyComplete': 'execution',
    'MontyConversionError': 'errors',
    'MontyError': 'errors',
    'MontyRuntimeError': 'errors',
    'MontySnapshot': 'execution',
    'MontySyntaxError': 'errors',
    'ResourceLimits': 'limits',
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from importlib import import_module

    value = getattr(import_module(f'.{home}', __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
