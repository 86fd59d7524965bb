"""What sandboxed programs may import that is written in Python and run by the machine itself.

Each file is a module of that name, a folder with an ``__init__.py`` a package. They are compiled by our own compiler when
a process first imports them. A module whose name begins with an underscore is for other library modules only. Where a
native module of the same name exists, its names are there before the first statement runs.

``from _monty import name``, at the top level of a file, makes an intrinsic or a function of the prelude a constant of it:
no program can reach these. ``from . import name`` means the package that the file belongs to.
"""

from __future__ import annotations

import os

FOLDER = os.path.dirname(__file__)


def names() -> list[tuple[str, bool]]:
    """Return (dotted name, is a package) of every module, packages before what is in them."""
    found: list[tuple[str, bool]] = []
    _walk(FOLDER, '', found)
    return found


def _walk(folder: str, prefix: str, found: list[tuple[str, bool]]) -> None:
    for entry in sorted(os.listdir(folder)):
        path = os.path.join(folder, entry)
        if entry.endswith('.py'):
            if entry != '__init__.py':
                found.append((prefix + entry[:-3], False))
        elif os.path.exists(os.path.join(path, '__init__.py')):
            found.append((prefix + entry, True))
            _walk(path, f'{prefix}{entry}.', found)


def source(name: str, is_package: bool) -> str:
    """Return the text of a module."""
    path = os.path.join(FOLDER, *name.split('.'))
    path = os.path.join(path, '__init__.py') if is_package else path + '.py'
    with open(path, encoding='utf-8') as file:
        return file.read()
