"""Collecting at any moment changes nothing, and garbage in cycles does not pile up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from program_files import ProgramFile, all_programs
from running import DEBUG, run_by_steps, run_plainly

import monty
from monty import _heap


@pytest.fixture(autouse=True)
def settings() -> Iterator[None]:
    yield
    _heap.debug_configure()


PROGRAMS = [program for program in all_programs() if program.runs_here]


@pytest.mark.skipif(not DEBUG, reason='only a debug build collects on demand')
@pytest.mark.parametrize('program', PROGRAMS, ids=lambda program: program.name)
def test_collecting_often_changes_nothing(program: ProgramFile) -> None:
    run = run_by_steps if program.host else run_plainly
    expected = run(program.source, program.host)
    # A collection takes as long as the heap is large, so a program of many allocations is given fewer of them.
    least = 1 + _heap.debug_last_run()[0] // 2000
    for every in (least, 3 * least + 1):
        _heap.debug_configure(collect_every=every)
        outcome = run(program.source, program.host)
        _heap.debug_configure()
        assert outcome.output == expected.output
        assert outcome.traceback == expected.traceback
        assert repr(outcome.value) == repr(expected.value)


@pytest.mark.parametrize('make', [
    'l = [i]\n    l.append(l)',
    'd = {}\n    d["d"] = d',
    'a = [i]\n    b = {"a": a}\n    a.append(b)',
    'def f(): return f\n    l = [f]',
    'def make():\n        def g(): return g\n        return g\n    make()',
    't = ([],)\n    t[0].append(t)',
    'l = []\n    l.append(x for x in l)',
    'l = []\n    l.append(iter(l))',
    'l = []\n    l.append(l.append)',
    'l = []\n    l.append(map(lambda v: l, l))',
    'e = ValueError(i)\n    e.args = (e,)',
    'try:\n        raise ValueError(i)\n    except ValueError as error:\n        kept = error\n        kept.kept = kept',
    'l = [0] * 1000\n    l[0] = l',
    'd = dict.fromkeys(range(100))\n    d[0] = d.items()',
    's = []\n    s.append(frozenset([(lambda: s)]))',
])
def test_cycles_are_collected(make: str) -> None:
    source = f'for i in range(30000):\n    {make}\n1'
    assert monty.Monty(source).run(limits={'max_memory': 8 * 1024 * 1024, 'gc_interval': 2000, 'max_duration_secs': None}) == 1


def test_a_collection_comes_before_the_memory_limit() -> None:
    source = 'for i in range(300):\n    l = [0] * 10000\n    l[0] = l\nlen(l)'
    assert monty.Monty(source).run(limits={'max_memory': 2 * 1024 * 1024, 'gc_interval': 1_000_000_000}) == 10000


def test_interval_changes_nothing_but_time() -> None:
    source = 'out = []\nfor i in range(3000):\n    l = [i]\n    l.append(l)\n    if i % 100 == 0:\n        out.append(l)\nsum(x[0] for x in out)'
    for interval in (1, 10, 1000, 10**9):
        assert monty.Monty(source).run(limits={'gc_interval': interval}) == 43500
