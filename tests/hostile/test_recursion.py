"""Depth: of calls, of data, of values that contain themselves. It costs heap, never the C stack."""

from __future__ import annotations

import pytest
from harness import VALUE, ending, on_small_stack

import monty

NESTED = 'x = ()\nfor _ in range(100000):\n    x = (x,)\n'
NESTED_LIST = 'x = []\nfor _ in range(100000):\n    x = [x]\n'
NESTED_DICT = 'x = {}\nfor _ in range(100000):\n    x = {1: x}\n'
TWO_NESTED = 'x = []\ny = []\nfor _ in range(100000):\n    x = [x]\n    y = [y]\n'

DEEP = [
    'def f():\n    f()\nf()',
    'def f(n):\n    return f(n + 1) + 1\nf(0)',
    'f = lambda: f()\nf()',
    'def f():\n    return [f() for _ in range(1)]\nf()',
    'def f():\n    return list(f() for _ in range(1))\nf()',
    'def f():\n    return sum(f() for _ in range(1))\nf()',
    'def f(x):\n    return sorted([1], key=f)\nf(1)',
    'def f(x):\n    return max([1], key=f)\nf(1)',
    'def f(x):\n    return list(map(f, [1]))\nf(1)',
    'def f(x):\n    return [1, 2].sort(key=f)\nf(1)',
    'def f(x):\n    import json\n    return json.dumps(f, default=f)\nf(1)',
    "def f(*a):\n    return f(*a, 1)\nf()",
    'def f(x):\n    return f"{f(x)}"\nf(1)',
    NESTED + 'repr(x)',
    NESTED_LIST + 'repr(x)',
    NESTED_DICT + 'str(x)',
    NESTED_LIST + 'f"{x}"',
    NESTED_LIST + '"%s" % x',
    NESTED_LIST + 'print(x)',
    TWO_NESTED + 'x == y',
    TWO_NESTED + 'x < y',
    TWO_NESTED + '[x].index(y)',
    TWO_NESTED + 'x in [y]',
    'import json\n' + NESTED_LIST + 'json.dumps(x)',
    "import json\njson.loads('[' * 100000 + ']' * 100000)",
    "import json\njson.loads('{\"a\":' * 100000)",
    'l = []\nl.append(l)\nm = []\nm.append(m)\nl == m',
    'l = []\nl.append(l)\nm = []\nm.append(m)\nl < m',
    'd = {}\nd[1] = d\ne = {}\ne[1] = e\nd == e',
]


@pytest.mark.parametrize('source', DEEP)
def test_recursion_error(source: str) -> None:
    kind, error = ending(source, max_duration_secs=20)
    assert kind == 'RecursionError', error


@pytest.mark.parametrize('source', DEEP)
def test_recursion_error_on_a_small_stack(source: str, build: str) -> None:
    if build == 'asan':
        pytest.skip('frames of a sanitizer build are several times larger')
    kind, error = on_small_stack(lambda: ending(source, max_duration_secs=20))
    assert kind == 'RecursionError', error


def test_deep_hash() -> None:
    assert ending(NESTED + 'hash(x) == hash(x)', max_duration_secs=20)[0] in {VALUE, 'RecursionError'}
    assert ending(NESTED + 'd = {x: 1}\nlen(d)', max_duration_secs=20)[0] in {VALUE, 'RecursionError'}


def test_deep_data_is_freed() -> None:
    assert ending(NESTED + 'x = 1\nx', max_duration_secs=20) == (VALUE, 1)
    assert ending(NESTED_DICT + 'del x\n0', max_duration_secs=20) == (VALUE, 0)
    assert ending('def f(g):\n    return lambda: g\nx = 0\nfor _ in range(100000):\n    x = f(x)\nx = 1\nx',
                  max_duration_secs=20) == (VALUE, 1)


def test_deep_data_is_not_returned() -> None:
    for source in (NESTED, NESTED_LIST, NESTED_DICT):
        assert ending(source + 'x', max_duration_secs=20)[0] == 'MontyConversionError'


def test_deep_data_does_not_come_in() -> None:
    value: object = []
    for _ in range(100_000):
        value = [value]
    with pytest.raises(monty.MontyConversionError):
        monty.Monty('len(x)', inputs=['x']).run(inputs={'x': value})
    while value:
        value = value[0]


def test_recursion_limit() -> None:
    source = '''\
depth = 0
def f():
    global depth
    depth += 1
    f()
try:
    f()
except RecursionError:
    pass
depth
'''
    assert 900 <= monty.Monty(source).run() <= 1000
    assert 80 <= monty.Monty(source).run(limits={'max_recursion_depth': 100}) <= 100
    assert 9_000 <= monty.Monty(source).run(limits={'max_recursion_depth': 10_000}) <= 10_000


def test_recursion_limit_lifted_ends_at_the_memory_limit() -> None:
    source = 'def f(n):\n    return f(n + 1) + 1\nf(0)'
    kind, error = ending(source, max_recursion_depth=None, max_duration_secs=20)
    assert kind in {'MemoryError', 'RecursionError'}, error


def test_deep_calls_on_a_small_stack() -> None:
    source = 'def f(n):\n    return 0 if n == 0 else 1 + f(n - 1)\nf(50000)'
    program = monty.Monty(source)
    assert on_small_stack(lambda: program.run(limits={'max_recursion_depth': 100_000})) == 50_000


def test_cycles() -> None:
    assert ending('l = [1]\nl.append(l)\nrepr(l)') == (VALUE, '[1, [...]]')
    assert ending('d = {}\nd["d"] = d\nrepr(d)') == (VALUE, "{'d': {...}}")
    assert ending('l = [1]\nl.append(l)\nl == l') == (VALUE, True)
    assert ending('t = ([],)\nt[0].append(t)\nstr(t)') == (VALUE, '([(...)],)')
    assert ending('import json\nl = []\nl.append(l)\njson.dumps(l)')[0] == 'ValueError'
    assert ending('import json\nd = {}\nd["d"] = [d]\njson.dumps(d)')[0] == 'ValueError'


def test_a_cycle_is_returned_as_one_or_refused() -> None:
    kind, value = ending('l = [1]\nl.append(l)\nl')
    assert kind == 'MontyConversionError' or (kind == VALUE and value[1] is value)
    kind, value = ending('t = ([],)\nt[0].append(t)\nt')
    assert kind == 'MontyConversionError' or (kind == VALUE and value[0][0] is value)
