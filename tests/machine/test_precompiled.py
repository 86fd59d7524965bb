"""The prelude and the library as the build keeps them: the same code as from the sources, and never stale."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from monty import precompiled
from monty._library import native_names
from monty.builtins import prelude
from monty.compiler.compile import compile_module
from monty.modules import library

PROGRAM = '''
def made(n, /, *, scale=2.5, names=(1, 'two', b'three', None, ..., 4j, 10**30)):
    """Doc."""
    for i in range(n):
        try:
            yield lambda: (i, scale, len(names), {1, 2} & frozenset({2}))
        except ValueError as error:
            raise KeyError from error
class Made:
    value = -0.0
'''


def same(a: object, b: object) -> bool:
    """Compare what marshal wrote and read, types and signs of zeros included."""
    if type(a) is not type(b):
        return False
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    return a == b and (isinstance(a, frozenset) or repr(a) == repr(b))


def test_a_module_survives() -> None:
    module = compile_module(PROGRAM, 'survivor.py')
    again = precompiled.unpack(precompiled.pack(module))
    assert same(precompiled.pack(again), precompiled.pack(module))
    assert again.code.positions == module.code.positions
    assert list(again.code.instructions) == module.code.instructions


@pytest.fixture
def stored() -> None:
    if not precompiled.is_current():
        pytest.skip('no precompiled code, or of other sources: a build would write it')


def test_the_prelude_is_what_its_sources_say(stored: None) -> None:
    kept = precompiled.prelude_files()
    made = [precompiled.compile_prelude_file(name, source) for name, source in prelude.sources()]
    assert len(kept) == len(made)
    for a, b in zip(kept, made):
        assert a.functions == b.functions
        assert same(precompiled.pack(a.module), precompiled.pack(b.module))


@pytest.mark.parametrize('name, is_package', library.names())
def test_the_library_is_what_its_sources_say(stored: None, name: str, is_package: bool) -> None:
    natives = native_names(name)
    kept = precompiled.library_file(name, is_package, natives)
    made = precompiled.compile_library_file(name, is_package, natives)
    assert kept.constants == made.constants
    assert same(precompiled.pack(kept.module), precompiled.pack(made.module))


def test_other_sources_are_compiled_anew(stored: None, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []

    def compile_file(name: str, source: str) -> precompiled.PreludeFile:
        compiled.append(name)
        return precompiled.PreludeFile(compile_module('', name), [])

    monkeypatch.setattr(precompiled, 'compile_prelude_file', compile_file)
    precompiled.prelude_files()
    assert not compiled
    monkeypatch.setattr(precompiled, 'digest', lambda: b'another state')
    precompiled.prelude_files()
    assert compiled == [name for name, _ in prelude.sources()]


@pytest.mark.parametrize('content', [b'', b'(', b'nonsense', b'i\x01\x00\x00\x00'])
def test_a_damaged_file_is_not_used(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / 'precompiled.bin'
    damaged.write_bytes(content)
    monkeypatch.setattr(precompiled, 'FILE', str(damaged))
    assert len(precompiled.prelude_files()) == len(list(prelude.sources()))


def test_a_process_that_starts_compiles_nothing(stored: None) -> None:
    program = ('import sys, monty; monty.Monty("1").run(); '
               'from monty import precompiled; precompiled.compile_library_file = None; '
               'monty.Monty("import dataclasses, enum, json, typing, collections.abc, contextlib, copy").run()')
    subprocess.run([sys.executable, '-c', program], check=True, cwd=Path(precompiled.FOLDER).parent)
