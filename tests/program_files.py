"""Reading the sandbox programs of tests/programs and their headers."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from host_functions import HOST_FUNCTIONS

ROOT = Path(__file__).parent / 'programs'

_HEADER = re.compile(r'#\s*(host|skip-cpython|min-python|max-python|compare):\s*(.*?)\s*$')


@dataclass
class ProgramFile:
    """One program and what the comments at its top say.

    Attributes:
        path: the file.
        name: its path below tests/programs, the name of the test.
        source: its text.
        host: names of the host functions it may call (``# host: echo, add``).
        skip_cpython: why CPython's answer is not the expectation (``# skip-cpython: reason``); the program then checks
            itself with assert.
        min_python: the oldest Python that answers as the newest does (``# min-python: 3.12``).
        max_python: the newest Python that answers so (``# max-python: 3.12``): a later one changed its words.
        compare: ``last-line`` compares the last line of an uncaught exception's traceback, ``traceback`` all of it
            (``# compare: traceback``, the rule in tests/programs/errors).
    """

    path: Path
    name: str
    source: str
    host: list[str] = field(default_factory=list)
    skip_cpython: str = ''
    min_python: tuple[int, ...] = (3, 11)
    max_python: tuple[int, ...] = (3, 99)
    compare: str = 'last-line'

    @property
    def runs_here(self) -> bool:
        return self.min_python <= sys.version_info[:2] <= self.max_python


def read_program(path: Path) -> ProgramFile:
    """Return the program of a file.

    Raises:
        ValueError: if its header names a host function that is not there.
    """
    name = path.relative_to(ROOT).as_posix()
    program = ProgramFile(path, name, path.read_text(encoding='utf-8'))
    if name.startswith('errors/'):
        program.compare = 'traceback'
    for line in program.source.splitlines():
        if not line.startswith('#'):
            break
        match = _HEADER.match(line)
        if not match:
            continue
        key, value = match.groups()
        if key == 'host':
            program.host = value.replace(',', ' ').split()
            unknown = set(program.host) - set(HOST_FUNCTIONS)
            if unknown:
                raise ValueError(f'{name} names unknown host functions: {sorted(unknown)}')
        elif key == 'skip-cpython':
            program.skip_cpython = value or 'no reason given'
        elif key == 'min-python':
            program.min_python = tuple(int(part) for part in value.split('.'))
        elif key == 'max-python':
            program.max_python = tuple(int(part) for part in value.split('.'))
        elif key == 'compare':
            program.compare = value
    return program


def all_programs() -> list[ProgramFile]:
    return [read_program(path) for path in sorted(ROOT.rglob('*.py'))]
