"""How programs are made of test modules: CPython runs them, so nothing of Monty is needed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import doctests  # noqa: E402
import worker  # noqa: E402
from compose import Composer  # noqa: E402
from sources import Availability, Library, Source  # noqa: E402

MODULE = '''
import unittest, nowhere
from test import support
from test.support import ALWAYS_EQ as equal

helper = 5
unused = nowhere.thing

class Base:
    def test_shared(self):
        self.assertEqual(self.value, helper)

    def test_other(self):
        raise Wrong

class First(Base, unittest.TestCase):
    value = 5

    def setUp(self):
        self.ready = True

    def test_missing(self):
        nowhere.call()

    def test_support(self):
        self.assertTrue(self.ready)
        self.assertEqual(3, equal)
        with support.swap_attr(First, 'value', 6):
            self.assertEqual(self.value, 6)

    @unittest.skip('later')
    def test_skipped(self):
        pass

    def test_fails(self):
        with self.assertRaises(ValueError):
            int('1')

    def test_pattern(self):
        self.assertRaisesRegex(ValueError, 'invalid l.teral', int, 'x')
'''


@pytest.fixture
def composer(tmp_path: Path) -> Composer:
    path = tmp_path / 'test_sample.py'
    path.write_text(MODULE)
    available = Availability({'sys': True})
    library = Library(available)
    library.sources['test.test_sample'] = Source('test.test_sample', available, library, path)
    return Composer(library)


def run(composer: Composer, name: str) -> tuple[str, str]:
    unit = next(unit for unit in composer.units('test.test_sample') if unit.name == f'First.{name}')
    program = composer.compose(unit)
    if name != 'test_missing':
        assert 'nowhere' not in program.text
    result = worker.run_in_cpython({'source': program.text, 'blocked': []})
    return result['status'], result['message']


def test_units_are_those_that_a_loader_finds(composer: Composer) -> None:
    assert [unit.name for unit in composer.units('test.test_sample')] == [
        'First.test_fails', 'First.test_missing', 'First.test_other', 'First.test_pattern', 'First.test_shared',
        'First.test_skipped', 'First.test_support']


@pytest.mark.parametrize('name, status, message', [
    ('test_shared', 'pass', ''),
    ('test_support', 'pass', ''),
    ('test_pattern', 'pass', ''),
    ('test_missing', 'cannot run', 'nowhere'),
    ('test_skipped', 'skip', 'later'),
    ('test_fails', 'fail', 'AssertionError: ValueError not raised'),
])
def test_outcome(composer: Composer, name: str, status: str, message: str) -> None:
    assert run(composer, name) == (status, message)


def test_only_what_is_needed_is_kept(composer: Composer) -> None:
    unit = next(unit for unit in composer.units('test.test_sample') if unit.name == 'First.test_shared')
    text = composer.compose(unit).text
    assert 'test_support' not in text and 'Wrong' not in text and 'assertAlmostEqual' not in text
    assert 'helper = 5' in text and 'ready' in text


def test_a_session_is_judged_example_by_example() -> None:
    examples = [
        {'want': '3\n', 'exception': None, 'options': 0, 'source': '1 + 2'},
        {'want': '', 'exception': 'ValueError: no\n', 'options': 0, 'source': 'f()'},
        {'want': '4\n', 'exception': None, 'options': 0, 'source': '2 + 3'},
    ]
    output = f'\x010\x01\n3\n\x011\x01\n{doctests.RAISED}ValueError: no\n\x012\x01\n5\n'
    wrong = doctests.judge(examples, output, lambda source: '')
    assert list(wrong) == [2] and "printed '5', not '4'" in wrong[2]
