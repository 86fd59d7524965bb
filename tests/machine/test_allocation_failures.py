"""Running out of memory anywhere is clean: allocation n fails, for every n, and nothing is left or broken.

Only a debug build can let an allocation fail and count what is left.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from program_files import all_programs
from running import DEBUG, HOST_FUNCTIONS, Output, assert_nothing_left

import monty
from monty import _heap

pytestmark = pytest.mark.skipif(not DEBUG, reason='only a debug build can let allocations fail')

# One program of each room, and those that use many kinds of blocks at once.
ROOMS = ('language/', 'exceptions/', 'calls/', 'order/', 'builtins/', 'errors/', 'formatting/', 'floats/', 'bytes/',
         'numbers/', 'generators/', 'match/', 'async/', 'with/')
SWEPT = {
    'values': "x = [1, 2.5, 'text', b'bytes', (1, 2), {'k': [2 ** 70]}, {1, 2}, frozenset({3}), range(5), slice(1, 2), 2j]\nx",
    'list grows': 'l = []\nfor i in range(200):\n    l.append([i])\nl.sort(key=lambda x: -x[0])\nl.extend(l)\nl[10:20] = range(50)\nlen(l)',
    'dict grows': 'd = {}\nfor i in range(200):\n    d[i] = str(i)\n    d[str(i)] = (i,)\nd.update({k: 1 for k in range(50)})\nsorted(map(str, d))[:3]',
    'set grows': 's = set()\nfor i in range(200):\n    s.add(i)\n    s.add(str(i))\nlen(s | {1000} - {5})',
    'strings': "s = ''\nfor i in range(50):\n    s += f'{i:>5}' + '%s-%r' % (i, [i]) + '{}'.format({i})\nlen(s.upper().split(' ')), ','.join(s)[:9], s.replace('1', 'éé')[:5]",
    'big ints': 'x = 3 ** 500\ny = 7 ** 300\n(x * y // (x - 1)) % y, divmod(x, y), str(x)[:5], int(str(y)) == y, x ^ y, -x >> 7',
    'functions': 'def f(a, b=[1], *args, k=2, **kw):\n    def g():\n        return a, b, args, k, kw\n    return g\n[f(i, *range(i), x=i)() for i in range(10)][-1]',
    'recursion': 'def f(n):\n    return [n] + f(n - 1) if n else []\nlen(f(200))',
    'exceptions': '''\
out = []
def f(i):
    try:
        [][i]
    except IndexError as error:
        raise ValueError(f'v{i}') from error
for i in range(10):
    try:
        f(i)
    except ValueError as error:
        error.add_note('note')
        out.append((str(error), repr(error.__cause__), error.__notes__))
out[-1]
''',
    'an uncaught exception': "def f(n):\n    if n:\n        return f(n - 1)\n    raise ExceptionGroup('g', [ValueError(1), KeyError('k')])\nf(5)",
    'generators': "g = ((x, y) for x in range(10) for y in [str(x)])\nlist(g), list(map(lambda a, b: (a, b), 'abc', [1, 2, 3])), list(zip('ab', enumerate('cd')))",
    'host calls': "[echo([i, {'k': str(i)}]) for i in range(5)], call(*[1, 'a'], k=(2.5,)), sorted([3, 1, 2], key=negate)",
    'host exceptions': "try:\n    fail('ValueError', 'text', [1])\nexcept ValueError as error:\n    r = error.args\nr",
    'output': "for i in range(20):\n    print('line', i, [i], sep='-' * i)",
    'json': "import json\nx = json.loads('[1, {\"a\": [true, null, 2.5, \"\\\\u00e9\"]}, 123456789012345678901]')\njson.dumps(x, indent=1, sort_keys=True)",
    'cycles': 'for i in range(100):\n    l = [i]\n    d = {"l": l}\n    l.append(d)\n    f = lambda: f\n    l.append(f)\nlen(l)',
    'unpacking': 'a, *b, (c, d) = [1, 2, 3, "xy"]\n[a, b, c, d, *b, *(1, 2)], {**{"a": 1}, "b": 2}, max(*b, *[5])',
    'deque': "from collections import deque\nd = deque(range(9), 12)\nfor i in range(60):\n    d.append([i])\n    d.appendleft(str(i))\n    d.rotate(3)\n    if i % 3:\n        d.popleft()\nd.extend(d)\nd.insert(2, [1])\ndel d[1]\nlen(d * 3 + d.copy()), list(reversed(d))[:2], repr(d)[:5]",
    'itertools': "from itertools import *\nlist(product('ab', [[1], 2], repeat=2))[-1], list(combinations('abcd', 2)), list(permutations('abc'))[3], list(zip_longest('ab', range(3))), list(islice(cycle(chain('ab', [1])), 9)), list(islice(count(2 ** 63 - 1), 3)), list(pairwise('abc')), list(repeat([1], 2))",
    'answers at hand': """\
from functools import lru_cache, partial
from collections import Counter, OrderedDict, defaultdict, namedtuple
@lru_cache(maxsize=5)
def f(*args):
    return [args]
for i in range(20):
    f(i % 7)
    f(i, 'x')
P = namedtuple('P', 'x y z', defaults=[[3]])
d = defaultdict(list)
o = OrderedDict()
for i in range(20):
    d[str(i)].append(i)
    o[i] = str(i)
    o.move_to_end(i // 2)
while len(o) > 3:
    o.popitem(last=False)
[partial(f, (1,), i)(2) for i in range(3)], partial(dict, a=[1])(), P(x=[1], y=2), P([1], 2).x, Counter('hello')['l'], o, len(d)
""",
    'imports': 'import math, sys\nfrom math import pi\nmath.sqrt(2), sys.maxsize, pi',
    'bytes': "b = bytearray(b'abc')\nfor i in range(100):\n    b.append(i)\n    b += bytes([i, i])\nbytes(b)[:5], b.hex()[:9], b.decode('latin-1')[:3], b'a,b'.split(b',')",
    'formatting': "'{:>10}|{!r:<8}|{:,.2f}|{:x}'.format('a', 'b', 1234567.891, 255), '%s %5.1f' % ([1], 2.0), f'{2 ** 70:,}'",
    'code made at run time': '''\
names = {}
exec('def f(x):\\n    return [x]', names)
try:
    compile('a +', 'made.py', 'exec')
except SyntaxError as error:
    details = error.args
names['f'](eval('1 + 2')), details
''',
    'classes': '''\
class Meta(type):
    def __new__(meta, name, bases, namespace):
        return super().__new__(meta, name, bases, {**namespace, 'made': name})
class D:
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, instance, owner):
        return [self.name, instance is None]
class A(metaclass=Meta):
    d = D()
    def __init__(self, n):
        self.n = n
    def __init_subclass__(cls, **keywords):
        cls.keywords = keywords
    def __eq__(self, other):
        return self.n == other.n
    def __hash__(self):
        return hash((self.n,))
    def __repr__(self):
        return f'A({self.n})'
    def __del__(self):
        [self.n]
    @property
    def p(self):
        return [self.n]
class B(A, key=[1]):
    __slots__ = ('x',)
    def __init__(self, n):
        super().__init__(n)
        self.x = [n]
b = B([1][0])
repr({A(1): b, A(1): [b]}), b.d, b.p, b.x, B.made, B.keywords, sorted(vars(b)), b in {A(1)}
''',
    'managers and generators': '''\
class M:
    def __enter__(self):
        return [self]
    def __exit__(self, *details):
        return len(details) == 3
def g():
    with M() as m:
        try:
            yield [1]
        except ValueError as error:
            yield [str(error)]
        raise KeyError('k')
def outer():
    return [(yield from g())]
async def c():
    return [await d()]
async def d():
    return [x async for x in e()]
async def e():
    yield [1]
i = outer()
r = [next(i), i.throw(ValueError('v')), next(i, 'end')]
try:
    c().send(None)
except StopIteration as stop:
    r.append(stop.value)
match r:
    case [[1], [str() as v], *rest]:
        r = [v, rest]
r
''',
    'sorting by methods': '''\
import functools
class A:
    def __init__(self, n):
        self.n = [n]
    def __lt__(self, other):
        return [] if self.n > other.n else NotImplemented if self.n == other.n else [self]
    def __gt__(self, other):
        return {}
l = [A(i * 37 % 101) for i in range(70)]
l.sort(reverse=True)
t = sorted((a.n[0] % 5, a) for a in l)
k = sorted(range(9), key=functools.cmp_to_key(lambda a, b: [a, b][1] - a))
[a.n for a in l[:4]], [a.n for n, a in t[:4]], k
''',
    'mutual data': 'x = {"a": [1, 2]}\ny = [x, x, (x,)]\ny',
}

# After this many failing allocations in a row, the sweep takes larger steps: a program that makes 100,000 allocations
# repeats itself.
DENSE = 400


@pytest.fixture(autouse=True)
def settings() -> Iterator[None]:
    yield
    _heap.debug_configure()


def run_once(source: str) -> tuple[str, object]:
    """Return how a run ended: a value's repr or an error's text."""
    program = monty.Monty(source, external_functions=list(HOST_FUNCTIONS))
    try:
        return 'value', repr(program.run(external_functions=HOST_FUNCTIONS, print_callback=Output()))
    except monty.MontyRuntimeError as error:
        return 'error', error


def sweep(source: str) -> None:
    """Fail allocation 0, 1, 2, ... until the program ends as it does undisturbed."""
    kind, expected = run_once(source)
    assert_nothing_left()
    allocations = _heap.debug_last_run()[0]
    n = 0
    while n <= allocations + 8:
        _heap.debug_configure(fail_at=n)
        try:
            ended, outcome = run_once(source)
        except (MemoryError, monty.MontyConversionError) as error:
            # The inputs or the answer of the host did not fit.
            ended, outcome = 'host', error
        finally:
            _heap.debug_configure()
        left = _heap.debug_last_run()[1]
        assert not left, f'allocation {n} of {allocations} failed and left {left}'
        if ended == 'error' and isinstance(outcome.exception(), MemoryError):
            pass
        elif ended != 'host':
            assert (ended, str(outcome)) == (kind, str(expected)), f'allocation {n} of {allocations} failed'
        n += 1 if n < DENSE else 1 + n // 40
    assert run_once(source)[0] == kind


@pytest.mark.parametrize('name', SWEPT)
def test_every_allocation_fails_once(name: str) -> None:
    sweep(SWEPT[name])


PROGRAMS = [program for program in all_programs() if program.runs_here and program.name.startswith(ROOMS)]


@pytest.mark.parametrize('program', PROGRAMS[::4], ids=lambda program: program.name)
def test_some_allocations_of_the_programs_fail(program: object) -> None:
    source = program.source
    kind, expected = run_once(source)
    allocations = _heap.debug_last_run()[0]
    steps = max(1, allocations // 25)
    for n in range(0, allocations, steps):
        _heap.debug_configure(fail_at=n)
        try:
            run_once(source)
        except (MemoryError, monty.MontyConversionError):
            pass
        finally:
            _heap.debug_configure()
        left = _heap.debug_last_run()[1]
        assert not left, f'allocation {n} of {allocations} failed and left {left}'
