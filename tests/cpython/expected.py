"""The list of expected failures: one file per module and version of Python, sorted, each line a test and its reason."""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / 'expected' / f'{sys.version_info[0]}.{sys.version_info[1]}'
HEADER = '# Tests of {module} that CPython passes and Monty does not. Written by run.py --update.\n'


def read(module: str) -> dict[str, str] | None:
    """Return the expected failures of a module with their reasons; None if nobody has listed any for this Python."""
    if not FOLDER.is_dir():
        return None
    path = FOLDER / f'{module}.txt'
    if not path.is_file():
        return {}
    result = {}
    for line in path.read_text(encoding='utf-8').splitlines():
        if line and not line.startswith('#'):
            name, _, reason = line.partition(': ')
            result[name] = reason
    return result


def write(module: str, failures: dict[str, str]) -> None:
    """Write the expected failures of a module; a module without any has no file."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f'{module}.txt'
    if not failures:
        path.unlink(missing_ok=True)
        return
    lines = [f'{name}: {failures[name]}\n' for name in sorted(failures)]
    path.write_text(HEADER.format(module=module) + ''.join(lines), encoding='utf-8')
