"""The distribution: a wheel built from the tree, installed into an empty environment, runs a program."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without anything of this environment; return its output."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(('PYTHON', 'MONTY_', 'VIRTUAL_ENV'))}
    environment['MONTY_OPT'] = '0'
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, timeout=1800)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope='module')
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel from a source distribution, so that the latter is known to be complete."""
    pytest.importorskip('Cython')
    folder = tmp_path_factory.mktemp('wheel')
    backend = 'from setuptools.build_meta import *; import sys; print(build_{kind}(sys.argv[1]))'
    name = run(sys.executable, '-c', backend.format(kind='sdist'), folder, cwd=ROOT).split()[-1]
    run(sys.executable, '-c', 'import sys, tarfile; tarfile.open(sys.argv[1]).extractall(sys.argv[2])', folder / name, folder,
        cwd=folder)
    tree = folder / name.removesuffix('.tar.gz')
    assert tree.is_dir()
    name = run(sys.executable, '-c', backend.format(kind='wheel'), folder, cwd=tree).split()[-1]
    return folder / name


def test_contents(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    suffix = sysconfig.get_config_var('EXT_SUFFIX')
    assert f'monty/_heap{suffix}' in names
    assert 'monty/version.py' in names
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / 'monty').rglob('*.py')}
    assert modules <= set(names)
    assert {'monty/py.typed', 'monty/program.pyi', 'monty/precompiled.bin'} <= set(names)
    assert not [name for name in names if name.endswith(('.c', '.pyx', '.o')) or name.startswith('tests')]


def test_runs_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / 'environment'
    venv.create(home, with_pip=True)
    binaries = home / ('Scripts' if sys.platform == 'win32' else 'bin')
    python = binaries / 'python'
    run(python, '-m', 'pip', 'install', '-q', '--disable-pip-version-check', wheel, cwd=tmp_path)
    program = ("import monty; print(monty.__version__, monty.Monty('sorted(f(x) for x in data)[0]', inputs=['data'], "
               "external_functions=['f']).run(inputs={'data': [3, 1, 2]}, external_functions={'f': lambda x: -x}))")
    version, value = run(python, '-c', program, cwd=tmp_path).split()
    assert value == '-3'
    assert run(python, '-c', 'from monty.precompiled import is_current; print(is_current())', cwd=tmp_path).strip() == 'True'
    script = tmp_path / 'hello.py'
    script.write_text("print('hello', sum(i * i for i in range(4)))\n", encoding='utf-8')
    assert run(binaries / 'monty', 'run', script, cwd=tmp_path) == 'hello 14\n'
    assert run(python, '-m', 'monty', 'run', script, cwd=tmp_path) == 'hello 14\n'
    installed = run(python, '-m', 'pip', 'list', '--format', 'freeze', '--disable-pip-version-check', cwd=tmp_path).lower()
    assert f'monty-vm=={version}' in installed or f'monty_vm=={version}' in installed
