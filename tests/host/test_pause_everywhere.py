"""A program can stop at a host call wherever the call happens, and goes on as if nothing had been."""

from __future__ import annotations

import gc

import pytest
from pausing_callbacks import PAUSING_CALLBACKS
from pausing_statements import PAUSING_STATEMENTS
from running import run_by_steps, run_plainly

import monty

# Each program calls ``echo`` or ``negate`` at least once from within what its name says.
PROGRAMS = {
    'module': 'echo(5)',
    'function': 'def f(x):\n    return echo(x) + 1\nf(1)',
    'nested calls': 'echo(echo(echo(1) + 1) + 1)',
    'argument': 'max(echo(1), echo(3), echo(2))',
    'keyword argument': 'dict(a=echo(1), **{"b": echo(2)})',
    'spread argument': 'max(*echo([1, 5]), *[echo(9)])',
    'sorted key': 'sorted([3, 1, 2], key=echo)',
    'sorted key lambda reversed': 'sorted([3, 1, 2], key=lambda x: echo(x), reverse=True)',
    'list.sort key': 'l = [3, 1, 2]\nl.sort(key=negate)\nl',
    'list.sort key of many': 'l = list(range(200))\nl.sort(key=negate)\nl[:3]',
    'min key': 'min([3, 1, 2], key=negate)',
    'max key': 'max([3, 1, 2], key=negate)',
    'max key default': 'max([5], key=echo, default=0), max([], key=echo, default=echo(7))',
    'min of arguments': 'min(3, 1, 2, key=negate)',
    'map': 'list(map(negate, [1, 2, 3]))',
    'map of two': 'list(map(add, [1, 2], [10, 20]))',
    'map consumed by next': 'm = map(echo, [1, 2])\nnext(m), next(m), next(m, None)',
    'map in for': 'out = []\nfor x in map(echo, [1, 2]):\n    out.append(x)\nout',
    'filter': 'list(filter(echo, [0, 1, 2, ""]))',
    'filter over map': 'list(filter(None, map(echo, [0, 1, 2])))',
    'sum over a generator expression': 'sum(echo(x) for x in range(4))',
    'sum over map': 'sum(map(echo, range(4)))',
    'str.join over a generator expression': '",".join(str(echo(x)) for x in range(4))',
    'str.join over map': '",".join(map(echo, ["a", "b"]))',
    'any and all': 'any(echo(x) for x in (0, 1, 2)), all(echo(x) for x in (1, 0, 2))',
    'list over a generator expression': 'list(echo(x) for x in range(3))',
    'tuple over a generator expression': 'tuple(echo(x) for x in range(3))',
    'set over a generator expression': 'sorted(set(echo(x) for x in range(3)))',
    'dict over a generator expression': 'dict((echo(x), echo(x + 1)) for x in range(3))',
    'frozenset over a generator expression': 'len(frozenset(echo(x) for x in range(3)))',
    'bytes over a generator expression': 'bytes(echo(x) for x in range(3)), bytearray(echo(x) for x in range(3))',
    'sorted over a generator expression': 'sorted(echo(x) for x in (3, 1, 2))',
    'min over a generator expression': 'min(echo(x) for x in (3, 1, 2))',
    'zip': 'list(zip((echo(x) for x in range(2)), map(echo, "ab")))',
    'enumerate': 'list(enumerate(echo(x) for x in "ab"))',
    'unpacking': 'a, *b = (echo(x) for x in range(4))\na, b',
    'unpacking exact': 'a, b = map(echo, (1, 2))\na, b',
    'starred display': '[*(echo(x) for x in range(2)), *map(echo, [5])]',
    'starred call': 'max(*(echo(x) for x in (1, 5, 2)))',
    'list.extend': 'l = [0]\nl.extend(echo(x) for x in range(3))\nl',
    'list +=': 'l = [0]\nl += (echo(x) for x in range(3))\nl',
    'slice assignment': 'l = [0, 1, 2]\nl[1:2] = (echo(x) for x in "ab")\nl',
    'dict.update': 'd = {}\nd.update((echo(k), echo(1)) for k in "ab")\nd',
    'set.update': 's = set()\ns.update(echo(x) for x in range(3))\nsorted(s)',
    'set operations': 'sorted({1, 2}.union(echo(x) for x in (2, 3))), sorted({1, 2}.intersection(map(echo, (2, 3))))',
    'in over a generator expression': '2 in (echo(x) for x in range(9)), 9 not in map(echo, [1])',
    'iter with a sentinel': 'l = [2, 1, 0]\nlist(iter(lambda: echo(l.pop()), 2))',
    'list comprehension': '[echo(x) for x in range(3)]',
    'set comprehension': 'sorted({echo(x) for x in range(3)})',
    'dict comprehension': '{echo(k): echo(v) for k, v in [("a", 1), ("b", 2)]}',
    'generator expression': 'g = (echo(x) for x in range(3))\nnext(g), list(g)',
    'comprehension condition': '[x for x in range(4) if echo(x % 2)]',
    'comprehension iterable': '[y for x in echo([1, 2]) for y in echo([x, x])]',
    'nested comprehension': '[[echo(x * y) for x in range(2)] for y in range(2)]',
    'generator in a generator': 'list(echo(x) for x in (echo(y) for y in range(3)))',
    'comprehension in a function': 'def f(n):\n    k = 2\n    return [echo(x * k) for x in range(n)]\nf(3)',
    'default argument': 'def f(a=echo(1), *, b=echo(2)):\n    return a, b\nf()',
    'default argument of a lambda': '(lambda x=echo(3): x)()',
    'decorator': '@(lambda f: echo(5))\ndef f(): pass\nf',
    'decorator with an argument': 'def tag(n):\n    return lambda f: (n, f())\n@tag(echo(7))\ndef f():\n    return echo(8)\nf',
    'annotation': 'def f(x: echo("int")) -> echo("str"): pass\nf.__annotations__',
    'try': 'try:\n    x = echo(1)\nfinally:\n    y = 2\nx, y',
    'except': 'try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    x = echo(str(e))\nx',
    'except expression': 'try:\n    1 / 0\nexcept (echo(1) and ZeroDivisionError):\n    x = 1\nx',
    'except goes on handling': '''\
try:
    1 / 0
except ZeroDivisionError:
    try:
        echo(1)
        raise
    except ZeroDivisionError as again:
        x = repr(again), repr(again.__context__)
x
''',
    'else of try': 'try:\n    pass\nexcept ValueError:\n    pass\nelse:\n    x = echo(1)\nx',
    'finally': 'x = []\ntry:\n    x.append(echo(1))\nfinally:\n    x.append(echo(2))\nx',
    'finally while an exception is under way': '''\
x = []
try:
    try:
        1 / 0
    finally:
        x.append(echo(2))
except ZeroDivisionError as error:
    x.append(echo(str(error)))
x
''',
    'finally while returning': 'l = []\ndef f():\n    try:\n        return echo(1)\n    finally:\n        l.append(echo(2))\nf(), l',
    'host exception in a sort key': 'try:\n    sorted([1, 2], key=lambda x: fail("ValueError", "in key"))\nexcept ValueError as e:\n    r = str(e)\nr',
    'host exception in a generator': '''\
g = (fail("KeyError", x) if x == 1 else x for x in range(3))
r = []
try:
    for x in g:
        r.append(x)
except KeyError as e:
    r.append(repr(e))
r, list(g)
''',
    'host exception in finally': '''\
try:
    try:
        1 / 0
    finally:
        fail("ValueError", "late")
except ValueError as e:
    r = str(e), repr(e.__context__)
r
''',
    'for loop over a host value': 'out = []\nfor x in echo([1, 2]):\n    out.append(echo(x))\nelse:\n    out.append(echo("else"))\nout',
    'while condition': 'n = 0\nwhile echo(n < 3):\n    n += 1\nn',
    'if condition': 'x = 1 if echo(0) else 2 if echo(0) else echo(3)\nx',
    'chained comparison': 'echo(1) < echo(2) < echo(3), echo(3) < echo(1) < echo(2)',
    'boolean operators': 'echo(0) or echo("") or echo(5), echo(1) and echo(0) and echo(9), not echo(0)',
    'arithmetic': 'echo(1) + echo(2) * echo(3) - -echo(4)',
    'augmented assignment': 'x = [1]\nx += echo([2])\nx[echo(0)] += echo(5)\nx',
    'subscript': 'd = {"a": [1, 2]}\nd[echo("a")][echo(0)], [1, 2, 3][echo(0):echo(2)]',
    'store subscript': 'd = {}\nd[echo("k")] = echo("v")\nd',
    'delete subscript': 'd = {"k": 1}\ndel d[echo("k")]\nd',
    'f-string': 'f"{echo(1)} {echo(2):{echo(3)}} {echo(4)=}"',
    'percent format': '"%s %s" % (echo(1), echo(2))',
    'str.format': '"{} {k}".format(echo(1), k=echo(2))',
    'print': 'print(echo(1), echo(2), sep=echo("-"))',
    'assert': 'try:\n    assert echo(0), echo("message")\nexcept AssertionError as e:\n    r = str(e)\nr',
    'raise': 'try:\n    raise ValueError(echo(1)) from echo(None)\nexcept ValueError as e:\n    r = repr(e)\nr',
    'return': 'def f():\n    return echo(1), echo(2)\nf()',
    'lambda': '(lambda x: echo(x) * 2)(echo(3))',
    'closure': 'def f():\n    x = echo(1)\n    def g():\n        nonlocal x\n        x += echo(1)\n        return x\n    return g(), g()\nf()',
    'recursion': 'def f(n):\n    return echo(n) + f(n - 1) if n else 0\nf(20)',
    'walrus': '(x := echo(5)) + x, [y := echo(i) for i in range(2)], y',
    'global': 'def f():\n    global x\n    x = echo(4)\nf()\nx',
    'display': '[echo(1), (echo(2), {echo(3): echo(4)}, {echo(5)})]',
    'json.dumps default': 'import json\njson.dumps([1, {2}, {"k": {3}}], default=lambda s: echo(sorted(s)))',
    'json.dumps default of the host': 'import json\njson.dumps({"a": 2j}, default=lambda c: echo(str(c)), indent=1)',
    'function as a value': 'f = echo\ng = [f]\ng[0](f(1))',
    'host function called through apply': 'def apply(f, *a, **k):\n    return f(*a, **k)\napply(call, 1, *[2], k=3)',
    'reversed and sorted together': 'sorted(map(echo, reversed([1, 2, 3])), key=lambda x: echo(-x))',
    'key within key': 'sorted([[2, 1], [1, 3]], key=lambda l: sorted(l, key=echo))',
    'deep data across the pause': 'x = []\nfor i in range(50):\n    x = [x, echo(i)]\nlen(str(x))',
    'exception group': '''\
try:
    raise ExceptionGroup(echo("g"), [ValueError(echo(1)), TypeError(2)])
except* ValueError as e:
    r = echo(repr(e))
except* TypeError as e:
    t = echo(len(e.exceptions))
r, t
''',
    **PAUSING_STATEMENTS,
    **PAUSING_CALLBACKS,
    'functools-like reduce': 'def reduce(f, xs, x):\n    for y in xs:\n        x = f(x, y)\n    return x\nreduce(add, range(5), 0)',
}
HOST = ['echo', 'negate', 'add', 'fail', 'call']


@pytest.mark.parametrize('name', PROGRAMS)
def test_pause(name: str) -> None:
    source = PROGRAMS[name]
    plain = run_plainly(source, HOST)
    assert plain.error is None, plain.traceback
    stepped = run_by_steps(source, HOST)
    assert stepped.error is None, stepped.traceback
    assert stepped.pauses > 0
    assert (stepped.output, stepped.value) == (plain.output, plain.value)


@pytest.mark.parametrize('name', PROGRAMS)
def test_expectation(name: str) -> None:
    """CPython gives the same value."""
    from cpython_oracle import run_program

    expected = run_program(PROGRAMS[name], HOST)
    assert expected['traceback'] is None
    outcome = run_plainly(PROGRAMS[name], HOST)
    assert outcome.output == expected['output']
    assert repr(outcome.value) == expected['value']


@pytest.mark.parametrize('name', PROGRAMS)
def test_abandoned_at_every_pause(name: str) -> None:
    """A snapshot that nobody resumes releases what it holds; what was resumed before does not matter."""
    from host_functions import HOST_FUNCTIONS

    program = monty.Monty(PROGRAMS[name], external_functions=HOST)
    pauses = run_by_steps(PROGRAMS[name], HOST).pauses
    for stop in range(min(pauses, 12)):
        progress = program.start(print_callback=lambda stream, text: None)
        for _ in range(stop):
            try:
                answer = HOST_FUNCTIONS[progress.function_name](*progress.args, **progress.kwargs)
            except Exception as error:
                progress = progress.resume(exception=error)
            else:
                progress = progress.resume(return_value=answer)
        del progress
    gc.collect()


@pytest.mark.parametrize('name', PROGRAMS)
def test_failing_at_every_pause(name: str) -> None:
    """An exception instead of an answer, at each pause in turn: the program ends with it or handles it."""
    from host_functions import HOST_FUNCTIONS

    program = monty.Monty(PROGRAMS[name], external_functions=HOST)
    pauses = run_by_steps(PROGRAMS[name], HOST).pauses
    for stop in range(min(pauses, 12)):
        progress = program.start(print_callback=lambda stream, text: None)
        count = 0
        try:
            while isinstance(progress, monty.MontySnapshot):
                if count == stop:
                    progress = progress.resume(exception=LookupError('stopped here'))
                else:
                    try:
                        answer = HOST_FUNCTIONS[progress.function_name](*progress.args, **progress.kwargs)
                    except Exception as error:
                        progress = progress.resume(exception=error)
                    else:
                        progress = progress.resume(return_value=answer)
                count += 1
        except monty.MontyRuntimeError as error:
            assert 'stopped here' in error.display()
