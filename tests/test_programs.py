"""Every program in tests/programs does in Monty what it does in CPython."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from program_files import ROOT, ProgramFile, all_programs
from running import Outcome, run_by_steps, run_plainly

PROGRAMS = all_programs()

# Values of these types cross to the host as the same type, so their reprs must agree.
CROSSING = {'NoneType', 'bool', 'int', 'float', 'complex', 'str', 'bytes', 'bytearray', 'list', 'tuple', 'dict', 'range',
            'slice', 'ellipsis'}


@pytest.fixture(scope='session')
def expectations(request: pytest.FixtureRequest) -> dict[str, dict[str, str | None]]:
    """Return what CPython did with each program that was collected; one process runs them all."""
    wanted = {}
    for item in request.session.items:
        program = getattr(item, 'callspec', None) and item.callspec.params.get('program')
        if isinstance(program, ProgramFile) and not program.skip_cpython:
            wanted[program.name] = [program.name, str(program.path), program.host]
    # The oracle is not what is tested, so it need not run under a sanitizer.
    environment = {name: value for name, value in os.environ.items()
                   if name not in ('LD_PRELOAD', 'PYTHONMALLOC', 'PYTHONPATH')}
    done = subprocess.run([sys.executable, str(ROOT.parent / 'cpython_oracle.py')], input=json.dumps(list(wanted.values())),
                          capture_output=True, text=True, encoding='utf-8', timeout=600, env=environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


# Programs that show what is still to be built, each with the reason. One that passes must leave the list.
KNOWN_FAILURES: dict[str, str] = {}


def parameters(programs: list[ProgramFile]) -> list[object]:
    """Return the programs as test parameters, those that are known to fail marked so."""
    return [pytest.param(program, id=program.name, marks=[
        pytest.mark.xfail(reason=KNOWN_FAILURES[program.name], strict=True)] if program.name in KNOWN_FAILURES else [])
        for program in programs]


def check(program: ProgramFile, outcome: Outcome, expected: dict[str, str | None] | None) -> None:
    """Assert that the outcome is what CPython's run was."""
    if expected is None:
        assert outcome.error is None, f'{outcome.output}\n{outcome.traceback}'
        return
    if outcome.error is not None and expected['last_line'] is None:
        pytest.fail(f'raised, which CPython did not:\n{outcome.output}\n{outcome.traceback}')
    assert outcome.output == expected['output']
    if program.compare == 'traceback':
        assert outcome.traceback == expected['traceback']
    else:
        assert outcome.last_line == expected['last_line']
    if expected['value_type'] in CROSSING and outcome.error is None:
        assert repr(outcome.value) == expected['value']


@pytest.mark.parametrize('program', parameters(PROGRAMS))
def test_program(program: ProgramFile, expectations: dict[str, dict[str, str | None]]) -> None:
    if not program.runs_here:
        pytest.skip('this version of CPython answers differently')
    check(program, run_plainly(program.source, program.host), expectations.get(program.name))


@pytest.mark.parametrize('program', parameters([program for program in PROGRAMS if program.host]))
def test_program_pausing_at_every_host_call(
    program: ProgramFile, expectations: dict[str, dict[str, str | None]]
) -> None:
    if not program.runs_here:
        pytest.skip('this version of CPython answers differently')
    outcome = run_by_steps(program.source, program.host)
    check(program, outcome, expectations.get(program.name))
    assert outcome.pauses or 'no-pause' in program.name, 'the program never called the host'
