"""Run CPython's own tests of the language in Monty: see README.md.

    python tests/cpython/run.py [module ...] [--update] [-v] [-k pattern]
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import os
import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import doctests  # noqa: E402
import expected  # noqa: E402
import judged  # noqa: E402
from compose import Composer, Program, Unit  # noqa: E402
from pool import run_all  # noqa: E402
from sources import Availability, Library, installed_path  # noqa: E402

BUILD = HERE.parent.parent / 'build' / 'cpython-tests'
WORST = ('crash', 'host error')


@dataclass
class Case:
    """One unit with its program and what became of it."""

    unit: Unit
    program: Program
    task: dict[str, object]
    oracle: dict[str, str] = field(default_factory=dict)
    result: dict[str, str] = field(default_factory=dict)

    @property
    def counted(self) -> bool:
        return self.oracle.get('status') == 'pass'

    @property
    def status(self) -> str:
        return self.result.get('status', '')

    @property
    def reason(self) -> str:
        return one_line(self.result.get('message', ''))

    def place(self) -> str:
        """Return where the failure was, in the terms of the test's own file."""
        line = int(self.result.get('where') or 0)
        if 0 < line <= len(self.program.origins):
            module, number = self.program.origins[line - 1]
            return f'{module.removeprefix("test.")}:{number}'
        return ''


def one_line(text: str) -> str:
    """Return a message as the expected failures give it: one line, of bounded length, without addresses."""
    text = re.sub(r'0x[0-9a-f]{6,}', '0x...', ' '.join(text.split()))
    return text if len(text) <= 160 else text[:157] + '...'


# -- what the sandbox has


def probe(names: set[str]) -> dict[str, bool]:
    """Ask Monty which of these modules can be imported."""
    import monty

    result = {}
    for name in sorted(names):
        try:
            monty.Monty(f'import {name}').run()
            result[name] = True
        except monty.MontyError:
            result[name] = False
    return result


def imported_names(modules: list[str]) -> set[str]:
    """Return every module that the test modules mention in an import."""
    names = set()
    for module in modules:
        text = installed_path(f'test.{module}').read_bytes().decode('utf-8', 'replace')
        for found in re.finditer(r'^[ >.]*(?:import|from) +(\w[\w.]*(?: *, *\w[\w.]*)*)', text, re.M):
            names |= {part.strip() for part in found[1].split(',')}
        names |= set(re.findall(r"import_\w*module\('([\w.]+)'", text))
    return {name for name in names if not name.startswith('test') and name != 'unittest'}


def source_modules(module: str) -> list[str]:
    """Return the modules that make up a test module: a package has several."""
    path = installed_path(f'test.{module}')
    if path is None:
        return []
    if path.name != '__init__.py':
        return [module]
    parts = sorted(each.stem for each in path.parent.glob('test_*.py'))
    return [f'{module}.{part}' for part in parts] or [module]


def find_module(name: str) -> str | None:
    """Return the name that a test module has in this version of Python."""
    for each in (name, judged.OTHER_NAMES.get(name, name)):
        if installed_path(f'test.{each}'):
            return each
    return None


# -- running


def compose_module(module: str, available: Availability, pattern: str | None) -> list[Case]:
    """Return the cases of a test module."""
    cases = []
    blocked = sorted(name for name, there in available.importable.items() if not available.has(name))
    for part in source_modules(module):
        library = Library(available)
        composer = Composer(library)
        prefix = '' if part == module else part.rpartition('.')[2] + '.'
        for unit in composer.units(f'test.{part}', prefix):
            if pattern and not re.search(pattern, f'{module}.{unit.name}'):
                continue
            program = composer.compose(unit)
            task: dict[str, object] = {'source': program.text, 'blocked': blocked}
            if unit.doctest is not None:
                task['expected'] = doctests.request(unit.doctest)
            cases.append(Case(unit, program, task))
    return cases


class Oracle:
    """What CPython makes of the programs, kept from run to run."""

    def __init__(self) -> None:
        version = sys.version.split()[0]
        self.path = BUILD / f'oracle-{version}.json'
        try:
            self.known = json.loads(self.path.read_text())
        except (OSError, ValueError):
            self.known = {}
        self.worker = hashlib.sha256((HERE / 'worker.py').read_bytes() + (HERE / 'doctests.py').read_bytes()).hexdigest()

    def key(self, case: Case) -> str:
        return hashlib.sha256((self.worker + json.dumps(case.task, sort_keys=True)).encode()).hexdigest()[:24]

    def answer(self, cases: list[Case], jobs: int) -> None:
        """Fill in the oracle's answers."""
        keys = [self.key(case) for case in cases]
        unknown = [number for number, key in enumerate(keys) if key not in self.known]

        def done(position: int, result: dict[str, str]) -> None:
            self.known[keys[unknown[position]]] = result

        run_all([cases[number].task for number in unknown], True, jobs, done)
        for case, key in zip(cases, keys):
            case.oracle = self.known[key]
        if unknown:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self.path.with_suffix('.new')
            temporary.write_text(json.dumps(self.known))
            temporary.replace(self.path)


# -- reporting


class Report:
    """What came out, module by module."""

    def __init__(self, verbose: bool, update: bool, judge: bool) -> None:
        self.verbose = verbose
        self.judge = judge
        self.unreached: list[str] = []
        self.update = update
        self.passed = 0
        self.counted = 0
        self.problems: list[str] = []
        self.worst: list[str] = []
        self.reasons: collections.Counter[str] = collections.Counter()
        self.examples: dict[str, str] = {}
        self.missing: collections.Counter[str] = collections.Counter()

    def module(self, module: str, cases: list[Case], partial: bool) -> None:
        counted = [case for case in cases if case.counted]
        passed = [case for case in counted if case.status == 'pass']
        cannot = collections.Counter(case.oracle['message'] for case in cases if case.oracle['status'] == 'cannot run')
        self.missing.update(cannot)
        self.passed += len(passed)
        self.counted += len(counted)
        failures = {}
        for case in counted:
            if case.status == 'pass':
                continue
            failures[case.unit.name] = f'{case.reason or case.status}'
            kind = category(case)
            self.reasons[kind] += 1
            self.examples.setdefault(kind, f'{module}.{case.unit.name} ({case.place()})')
            if case.status in WORST:
                self.worst.append(f'{module}.{case.unit.name}: {case.status}: {case.result["message"]}')
            if self.verbose:
                print(f'  {module}.{case.unit.name}: {case.reason} [{case.place()}]')
        skipped = sum(case.oracle['status'] == 'skip' for case in cases)
        not_here = sum(case.oracle['status'] not in ('pass', 'skip', 'cannot run') for case in cases)
        share = 100 * len(passed) / len(counted) if counted else 100.0
        print(f'{module:26}{len(passed):5} of {len(counted):4} pass {share:6.1f} %   cannot run {sum(cannot.values()):3}   '
              f'skipped {skipped:3}   not by CPython {not_here:3}', flush=True)
        if not partial:
            if share < judged.EACH:
                self.unreached.append(f'{module}: {share:.1f} % is under {judged.EACH:.0f} %')
            self.compare(module, failures, {case.unit.name for case in counted})

    def compare(self, module: str, failures: dict[str, str], counted: set[str]) -> None:
        """Compare with the list of expected failures, or write it."""
        if self.update:
            listed = {name: reason for name, reason in failures.items()}
            expected.write(module, listed)
            return
        listed_before = expected.read(module)
        if listed_before is None:
            return
        for name in sorted(failures.keys() - listed_before.keys()):
            self.problems.append(f'{module}.{name} fails: {failures[name]}')
        for name in sorted(listed_before.keys() - failures.keys()):
            what = 'passes' if name in counted else 'is no longer counted'
            self.problems.append(f'{module}.{name} {what}, so it must leave the list (run with --update)')

    def end(self, partial: bool, seconds: float) -> int:
        share = 100 * self.passed / self.counted if self.counted else 100.0
        print(f'\n{"all":26}{self.passed:5} of {self.counted:4} pass {share:6.1f} %   in {seconds:.0f} s')
        if self.missing:
            print('\nCannot run for want of:')
            print('  ' + ', '.join(f'{name} {number}' for name, number in self.missing.most_common()))
        if self.reasons:
            print('\nFailures by reason:')
            for reason, number in self.reasons.most_common(None if self.verbose else 40):
                print(f'{number:5}  {reason}\n         e.g. {self.examples[reason]}')
        if self.worst:
            print('\nCRASHES:')
            for line in self.worst:
                print('  ' + line)
        if not partial and share < judged.TOGETHER:
            self.unreached.append(f'all together: {share:.1f} % is under {judged.TOGETHER:.0f} %')
        if self.unreached:
            print('\nNOT REACHED YET:')
            for line in self.unreached:
                print('  ' + line)
            if self.judge:
                self.problems.append(f'{len(self.unreached)} shares are not reached')
        if self.problems:
            print('\nPROBLEMS:')
            for line in self.problems:
                print('  ' + line)
        return 1 if self.problems or self.worst else 0


def category(case: Case) -> str:
    """Return the failure with what differs from test to test taken out."""
    if case.status in WORST:
        return case.status
    text = case.reason
    if text.startswith('AssertionError'):
        return 'AssertionError'
    if 'example ' in text:
        return 'a doctest differs'
    text = re.sub(r'object at 0x\S+', 'object', text)
    return text if text.startswith(('AttributeError', 'NameError', 'ImportError', 'ModuleNotFoundError')) else text[:100]


def main() -> int:
    parser = argparse.ArgumentParser(description="CPython's own tests, run in Monty.")
    parser.add_argument('modules', nargs='*', help='test_list, test_json, ...; all that count if left out')
    parser.add_argument('--update', action='store_true', help='write the lists of expected failures')
    parser.add_argument('-v', '--verbose', action='store_true', help='show every failure')
    parser.add_argument('-k', dest='pattern', help='only the tests whose name matches this regular expression')
    parser.add_argument('--judge', action='store_true', help='also fail where a module or all together are too low')
    parser.add_argument('--oracle', action='store_true', help='only ask CPython, and show what it does not pass')
    parser.add_argument('--show', action='store_true', help='print the composed programs and run nothing')
    parser.add_argument('--times', action='store_true', help='show how long the slowest tests took')
    parser.add_argument('-j', dest='jobs', type=int, default=os.cpu_count() or 2, help='processes at a time')
    arguments = parser.parse_args()
    begin = time.monotonic()
    modules = []
    for name in arguments.modules or judged.MODULES:
        found = find_module(name)
        if found is None:
            print(f'{name}: this Python has no such test module')
        else:
            modules.append(found)
    parts = [part for module in modules for part in source_modules(module)]
    mixins = ['list_tests', 'seq_tests', 'string_tests', 'mapping_tests', 'test_grammar', 'test_bytes']
    every = imported_names([*parts, *(each for each in mixins if installed_path(f'test.{each}'))])
    try:
        importable = probe(every)
    except ImportError as error:
        print(f'Monty is not built: {error}', file=sys.stderr)
        return 2
    available = Availability(importable)
    partial = bool(arguments.pattern)
    report = Report(arguments.verbose, arguments.update, arguments.judge)
    oracle = Oracle()
    for module in modules:
        cases = compose_module(module, available, arguments.pattern)
        if arguments.show:
            for case in cases:
                print(f'# ---- {module}.{case.unit.name}\n{case.program.text}')
            continue
        oracle.answer(cases, arguments.jobs)
        if arguments.oracle:
            show_oracle(module, cases, arguments.verbose)
            continue
        counted = [case for case in cases if case.counted]

        def done(position: int, result: dict[str, str]) -> None:
            counted[position].result = result

        for case in counted:
            if case.unit.doctest is not None:
                case.task['left out'] = case.oracle['left out']
        run_all([case.task for case in counted], False, arguments.jobs, done)
        report.module(module, cases, partial)
        if arguments.times:
            show_times(cases)
    if arguments.show or arguments.oracle:
        return 0
    return report.end(partial or bool(arguments.modules), time.monotonic() - begin)


def show_times(cases: list[Case]) -> None:
    """Print the five slowest tests of a module, and all that took longer than a second."""
    slowest = sorted(cases, key=lambda case: -case.result.get('seconds', 0.0))
    for number, case in enumerate(slowest):
        seconds = case.result.get('seconds', 0.0)
        if seconds and (number < 5 or seconds > 1):
            print(f'  {seconds:8.2f} s  {case.unit.name}')


def show_oracle(module: str, cases: list[Case], verbose: bool) -> None:
    statuses = collections.Counter(case.oracle['status'] for case in cases)
    print(f'{module:26}' + '  '.join(f'{name} {number}' for name, number in sorted(statuses.items())), flush=True)
    cannot = collections.Counter(case.oracle['message'] for case in cases if case.oracle['status'] == 'cannot run')
    if cannot:
        print('    for want of: ' + ', '.join(f'{name} {number}' for name, number in cannot.most_common()))
    for case in cases:
        if case.oracle['status'] not in ('pass', 'skip') and (verbose or case.oracle['status'] != 'cannot run'):
            case.result = case.oracle
            print(f'  {case.unit.name}: {case.oracle["status"]}: {case.reason} [{case.place()}]')


if __name__ == '__main__':
    sys.exit(main())
