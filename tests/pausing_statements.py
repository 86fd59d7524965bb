"""Programs for test_pause_everywhere: host calls inside with, match, yield from, await, and the closing of generators."""

from __future__ import annotations

MANAGER = '''\
class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow
    def __enter__(self):
        return echo(self.name)
    def __exit__(self, kind, error, traceback):
        echo(str(error))
        return self.swallow
'''
DRIVE = '''\
def drive(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
'''

PAUSING_STATEMENTS = {
    '__enter__ and __exit__': MANAGER + 'with Manager(1) as a, Manager(2) as b:\n    c = echo(3)\na, b, c',
    '__exit__ that swallows': MANAGER + 'with Manager(1, True):\n    raise ValueError(echo("v"))\necho(5)',
    '__exit__ on the way out': MANAGER + '''\
def f():
    for i in range(3):
        with Manager(i):
            if i == 1:
                return echo(i)
f()
''',
    'an exception through __exit__': MANAGER + '''\
try:
    with Manager(1), Manager(2):
        fail('KeyError', 'k')
except KeyError as error:
    r = echo(repr(error))
r
''',
    'subject and guard': 'match echo([1, 2]):\n    case [a, b] if echo(False):\n        r = 1\n    case [a, *b]:\n        r = a, echo(b)\nr',
    'a match on a property': '''\
class P:
    __match_args__ = ('x', 'y')
    @property
    def x(self):
        return echo(1)
    @property
    def y(self):
        return echo([2, 3])
match P():
    case P(2, _):
        r = 'no'
    case P(1, [a, b]):
        r = a, b
r
''',
    'a match by __eq__': '''\
class E:
    def __eq__(self, other):
        return echo(other == 'b')
match E():
    case 'a' | 'b' as which:
        r = type(which).__name__
r
''',
    'yield from': '''\
def inner():
    x = yield echo(1)
    y = yield echo(x)
    return echo('end')
def outer():
    z = yield from inner()
    yield echo(z)
g = outer()
next(g), g.send('sent'), next(g), list(g)
''',
    'yield from an iterator in Python': '''\
class I:
    def __init__(self):
        self.n = 0
    def __iter__(self):
        echo('iter')
        return self
    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration(echo('result'))
        return echo(self.n)
    def throw(self, error):
        return echo(repr(error))
def outer():
    return echo((yield from I()))
g = outer()
r = [next(g), g.throw(ValueError('v')), next(g)]
try:
    next(g)
except StopIteration as stop:
    r.append(stop.value)
r
''',
    'throw into yield from': '''\
def inner():
    try:
        yield echo(1)
    except ValueError as error:
        yield echo(str(error))
    finally:
        echo('finally')
def outer():
    yield from inner()
g = outer()
next(g), g.throw(ValueError('thrown')), list(g)
''',
    'close of yield from': '''\
log = []
def inner():
    try:
        yield 1
    finally:
        log.append(echo('inner'))
def outer():
    try:
        yield from inner()
    finally:
        log.append(echo('outer'))
g = outer()
next(g)
g.close()
log
''',
    'a dropped generator': '''\
log = []
def f():
    try:
        yield 1
    finally:
        log.append(echo('finally'))
for x in f():
    break
log.append('after')
log
''',
    'await': DRIVE + '''\
async def inner(x):
    return echo(x) + 1
async def outer():
    return echo(await inner(1)) + await inner(await inner(5))
drive(outer())
''',
    '__await__': DRIVE + '''\
class A:
    def __await__(self):
        echo('in')
        return iter(echo([]))
async def outer():
    return echo(await A())
drive(outer())
''',
    'async for': DRIVE + '''\
async def numbers():
    for i in range(3):
        yield echo(i)
async def outer():
    r = []
    async for x in numbers():
        r.append(echo(x))
    return r, [echo(x) async for x in numbers() if echo(x)]
drive(outer())
''',
    'async with': DRIVE + '''\
class M:
    async def __aenter__(self):
        return echo('enter')
    async def __aexit__(self, *details):
        return echo(True)
async def outer():
    async with M() as m:
        fail('ValueError', 'v')
    return m
drive(outer())
''',
    'asend and aclose': DRIVE + '''\
async def echoes():
    x = None
    try:
        while True:
            x = yield echo(x)
    finally:
        echo('closing')
async def outer():
    g = echoes()
    r = [await anext(g), await g.asend(1), await g.asend(2)]
    await g.aclose()
    return r
drive(outer())
''',
}
