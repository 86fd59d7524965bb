"""Operations whose result would be huge: refused before they take the memory."""

from __future__ import annotations

import pytest
from harness import VALUE, ending

TOO_MUCH = {'MemoryError'}
TOO_MUCH_OR_REFUSED = {'MemoryError', 'OverflowError', 'ValueError'}


@pytest.mark.parametrize('source', [
    '10 ** 10 ** 10',
    'x = 10 ** 9\nx ** x',
    '1 << 10 ** 12',
    "'x' * 10 ** 12",
    "10 ** 12 * 'x'",
    '[0] * 10 ** 12',
    '(1, 2) * 10 ** 12',
    "b'x' * 10 ** 12",
    'bytes(10 ** 12)',
    'bytearray(10 ** 12)',
    "x = bytearray(b'x')\nx *= 10 ** 12",
    'l = [1]\nl *= 10 ** 12',
    'list(range(10 ** 18))',
    'tuple(range(10 ** 18))',
    '[*range(10 ** 18)]',
    'l = []\nl.extend(range(10 ** 18))',
    'l = []\nl[:] = range(10 ** 18)',
    'sorted(range(10 ** 18))',
    'a, *b = range(10 ** 18)',
    'print(*range(10 ** 18))',
    "'a'.ljust(10 ** 12)",
    "'a'.rjust(10 ** 12)",
    "'a'.center(10 ** 12)",
    "'a'.zfill(10 ** 12)",
    "b'a'.ljust(10 ** 12)",
    "('a' * 10 ** 5).replace('a', 'b' * 10 ** 6)",
    "('a' * 10 ** 5).replace('', 'b' * 10 ** 6)",
    "(b'a' * 10 ** 5).replace(b'a', b'b' * 10 ** 6)",
    "('x' * 10 ** 5).join(['y'] * 10 ** 5)",
    "(b'x' * 10 ** 5).join([b'y'] * 10 ** 5)",
    "('\\t' * 10 ** 5).expandtabs(10 ** 7)",
    "('a' * 10 ** 5).translate({97: 'b' * 10 ** 6})",
    "s = 'ab'\nwhile True:\n    s += s",
    "s = 'ab'\nwhile True:\n    s = f'{s}{s}'",
    "s = 'ab'\nwhile True:\n    s = '%s%s' % (s, s)",
    "s = 'ab'\nwhile True:\n    s = '{0}{0}'.format(s)",
    "l = ['ab']\nwhile True:\n    l = l + l",
    'l = []\nwhile True:\n    l.append(l)',
    'd = {}\ni = 0\nwhile True:\n    d[i] = i\n    i += 1',
    's = set()\ni = 0\nwhile True:\n    s.add(i)\n    i += 1',
    'l = None\nwhile True:\n    l = [l]',
    'def f(g):\n    return lambda: g\nx = None\nwhile True:\n    x = f(x)',
])
def test_memory_error(source: str) -> None:
    kind, error = ending(source, max_duration_secs=20)
    assert kind in TOO_MUCH, error


@pytest.mark.parametrize('source', [
    "f'{1:>{10 ** 9}}'",
    "f'{1:{10 ** 12}}'",
    "f'{1.5:.{10 ** 9}f}'",
    "f'{1.5:.{10 ** 12}f}'",
    "f'{1:0{10 ** 9}d}'",
    "f'{10 ** 5:,.{10 ** 9}f}'",
    "'{:>1000000000000}'.format('x')",
    "'{:>99999999999999999999999}'.format('x')",
    "'{:.1000000000f}'.format(1.5)",
    "'{:.2147483648f}'.format(1.5)",
    "format(1, '>1000000000000')",
    "format(1.5, '.1000000000e')",
    "'%1000000000000d' % 1",
    "'%99999999999999999999999s' % 1",
    "'%.1000000000f' % 1.5",
    "'%.1000000000d' % 5",
    "'%*d' % (10 ** 12, 1)",
    "'%.*f' % (10 ** 9, 1.5)",
    "b'%1000000000000d' % 1",
    "b'%.1000000000d' % 1",
])
def test_formatting(source: str) -> None:
    kind, error = ending(source)
    assert kind in TOO_MUCH_OR_REFUSED, error


@pytest.mark.parametrize('source', [
    "int('9' * 10 ** 6)",
    'str(10 ** 10 ** 5)',
    'repr(10 ** 10 ** 5)',
    "f'{10 ** 10 ** 5}'",
    "'%d' % (10 ** 10 ** 5)",
    "'{}'.format(10 ** 10 ** 5)",
    'print(10 ** 10 ** 5)',
    "import json\njson.dumps(10 ** 10 ** 5)",
    "import json\njson.loads('9' * 10 ** 6)",
])
def test_digits_are_bounded(source: str) -> None:
    kind, error = ending(source)
    assert kind == 'ValueError', error
    assert '4300 digits' in error.display('msg')


def test_large_numbers_that_fit_are_computed_or_refused() -> None:
    assert ending('(10 ** 9999) ** 999 > 1')[0] in {VALUE, 'MemoryError', 'TimeoutError'}
    assert ending('x = 7 ** 100000\nwhile True:\n    x = x * x')[0] in {'MemoryError', 'TimeoutError'}
    assert ending('x = 7 ** 1000000 // 3 ** 500000\nx % 10')[0] in {VALUE, 'TimeoutError'}
    assert ending('import math\nmath.factorial(10 ** 7)')[0] in {'MemoryError', 'TimeoutError', 'OverflowError'}
    assert ending('pow(3, 10 ** 4000, 10 ** 4000 + 1)')[0] in {VALUE, 'TimeoutError'}
    assert ending('int("1" * 4000, 3) ** 10000')[0] in {VALUE, 'MemoryError', 'TimeoutError'}


def test_allocation_limit() -> None:
    kind, error = ending('l = []\nwhile True:\n    l = [l]', max_allocations=1000)
    assert kind == 'MemoryError', error


def test_small_memory_is_enough_for_a_small_program() -> None:
    assert ending('sum([i for i in range(1000)])', max_memory=512 * 1024) == (VALUE, 499500)


def test_garbage_does_not_count() -> None:
    source = 'for i in range(20000):\n    l = [i] * 100\n    l.append(l)\nlen(l)'
    assert ending(source, max_memory=4 * 1024 * 1024, max_duration_secs=20) == (VALUE, 101)
