"""Programs that would not end: stopped at their deadline, whatever they are doing."""

from __future__ import annotations

import pytest
from harness import LIMITS, VALUE, ending
from running import Output

import monty


@pytest.mark.parametrize('source', [
    'while True: pass',
    'while 1:\n    x = 1',
    'for i in range(10 ** 18): pass',
    'def f():\n    return 1\nwhile True: f()',
    'sum(range(10 ** 12))',
    'min(range(10 ** 12))',
    'max(range(10 ** 12), key=lambda x: 0)',
    'any(0 for x in range(10 ** 12))',
    'all(range(1, 10 ** 12))',
    'sum(x for x in range(10 ** 12))',
    'for x in map(abs, range(10 ** 12)): pass',
    'for x in zip(range(10 ** 12), range(10 ** 12)): pass',
    'for x in filter(None, range(0, 10 ** 12)): pass',
    'for x in enumerate(range(10 ** 12)): pass',
    'list(filter(None, map(lambda x: 0, range(10 ** 12))))',
    '"x" in (str(i) for i in range(10 ** 12))',
    'for x in iter(int, 1): pass',
    'any(iter(int, 1))',
    "'x' in ['y'] * 10 ** 6 and 0\nwhile True:\n    'x' in ['y'] * 10 ** 5",
    "s = 'a' * 10 ** 6\nwhile True:\n    s.find('b' + 'a' * 1000)",
    "s = 'a' * 10 ** 5 + 'b'\nwhile True:\n    s.count('a' * 50000 + 'b')",
    "s = 'ab' * 10 ** 6\nwhile True:\n    s.replace('ab', 'ba')",
    "s = 'a ' * 10 ** 5\nwhile True:\n    s.split()",
    'l = list(range(10 ** 5))\nwhile True:\n    l.sort(key=lambda x: -x)',
    'l = list(range(10 ** 5, 0, -1))\nwhile True:\n    sorted(l, reverse=True)',
    'l = [[i] for i in range(10 ** 5)]\nwhile True:\n    l == [[i] for i in range(10 ** 5)]',
    'x = 3 ** 200000\nwhile True:\n    x * x',
    'x = 3 ** 200000\nwhile True:\n    x // 7 ** 100000',
    'while True:\n    pow(3, 10 ** 500, 10 ** 501 + 1)',
    "while True:\n    int('7' * 4000)",
    'while True:\n    str(7 ** 5000)',
    "while True:\n    hash('x' * 10 ** 6)",
    'while True:\n    tuple(range(10 ** 5)) < tuple(range(10 ** 5))',
    'while True:\n    set(range(10 ** 5)) & set(range(10 ** 5))',
    'while True:\n    try:\n        1 / 0\n    except ZeroDivisionError:\n        pass',
    'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
    'def f():\n    try:\n        while True: pass\n    finally:\n        f()\nf()',
    'while True:\n    try:\n        f = 1\n    finally:\n        continue',
    "import json\ntext = json.dumps(list(range(10 ** 5)))\nwhile True:\n    json.loads(text)",
    "import json\nrows = [{'a': 1}] * 10 ** 5\nwhile True:\n    json.dumps(rows)",
    "'%s' % ('x' * 10 ** 6)\nwhile True:\n    '%s' % ('x' * 10 ** 6)",
    'b = bytearray(10 ** 6)\nwhile True:\n    b.reverse()\n    b.find(b"x")',
    'def f(n):\n    return n and f(n - 1)\nwhile True:\n    f(500)',
])
def test_stopped_in_time(source: str) -> None:
    kind, error = ending(source)
    assert kind == 'TimeoutError', error


@pytest.mark.parametrize('source, value', [
    ('1.5 in range(10 ** 18)', False),
    ("'x' in range(10 ** 18)", False),
    ('float(10 ** 18) in range(10 ** 19)', True),
    ('range(10 ** 19).index(10 ** 18)', 10 ** 18),
    ('range(10 ** 19).count(1.5)', 0),
])
def test_searching_a_range(source: str, value: object) -> None:
    assert ending(source)[0] == 'TimeoutError' or ending(source) == (VALUE, value)


def test_a_limit_is_not_caught() -> None:
    source = '''\
caught = 0
try:
    try:
        while True: pass
    except BaseException:
        print('caught')
    finally:
        print('finally')
except:
    print('caught outside')
'''
    output = Output()
    with pytest.raises(monty.MontyRuntimeError) as caught:
        monty.Monty(source).run(limits=LIMITS, print_callback=output)
    assert isinstance(caught.value.exception(), TimeoutError)
    assert output.text == ''


def test_instructions_are_counted_alike_every_time() -> None:
    source = 'n = 0\nwhile True:\n    n += 1\n    if n % 1000 == 0:\n        print(n)'
    texts = set()
    for _ in range(3):
        output = Output()
        with pytest.raises(monty.MontyRuntimeError):
            monty.Monty(source).run(limits={'max_instructions': 100_000}, print_callback=output)
        texts.add(output.text)
    assert len(texts) == 1 and '1000\n' in texts.pop()


def test_flood_of_output() -> None:
    output = Output()
    with pytest.raises(monty.MontyRuntimeError):
        monty.Monty("while True:\n    print('x' * 100)").run(limits={**LIMITS, 'max_output_bytes': 10_000},
                                                              print_callback=output)
    assert len(output.text) <= 10_000
    with pytest.raises(monty.MontyRuntimeError):
        monty.Monty("print('x' * 10 ** 6)").run(limits={'max_output_bytes': 10_000}, print_callback=output)
    monty.Monty("print('x' * 9999)").run(limits={'max_output_bytes': 10_000}, print_callback=output)


def test_default_limits_stop_what_nobody_limited() -> None:
    for source in ("x = [0] * 10 ** 10", 'l = []\nwhile True:\n    l.append(l)', 'def f(): f()\nf()'):
        with pytest.raises(monty.MontyRuntimeError):
            monty.Monty(source).run()
