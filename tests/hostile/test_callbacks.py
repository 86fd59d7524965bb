"""Every place where sandboxed code is called back, with code that misbehaves there: it changes the container being
worked on, raises, calls the operation again, answers nonsense or is a generator. Any clean end will do; the debug build
counts the blocks that are left and checks the heap."""

from __future__ import annotations

import pytest
from running import Output, assert_nothing_left

import monty

# What the callbacks do. ``act`` gets the name of the method and the right answer; it answers right most of the time, so
# that the operation goes on and its next step finds what the misbehaviour has done.
MISBEHAVIOURS = {
    'clears': '''\
def act(name, answer):
    for container in containers:
        container.clear()
    return answer
''',
    'grows': '''\
def act(name, answer):
    calls.append(name)
    for container in containers:
        for i in range(len(calls) * 7 % 50 if len(container) < 300 else 0):
            if type(container) is dict:
                container[i, len(calls)] = Bad(i)
            elif type(container) is list:
                container.append(Bad(i))
            elif type(container) is set:
                container.add((i, len(calls)))
            else:
                container.append(i)
    return answer
''',
    'clears and grows': '''\
def act(name, answer):
    calls.append(name)
    for container in containers:
        if len(calls) % 3:
            container.clear()
        if type(container) is dict:
            container.update({(i, len(calls)): i for i in range(20)})
        elif type(container) is list:
            container.extend([Bad(i) for i in range(20)])
        elif type(container) is set:
            container.update({(i, len(calls)) for i in range(20)})
        else:
            container.extend(b'x' * 20)
    return answer
''',
    'raises': '''\
def act(name, answer):
    raise LookupError(name)
''',
    'raises later': '''\
def act(name, answer):
    calls.append(name)
    if len(calls) % 4 == 3:
        raise LookupError(name)
    return answer
''',
    'stops iteration': '''\
def act(name, answer):
    raise StopIteration(name)
''',
    'recurses': '''\
def act(name, answer):
    operation()
    return answer
''',
    'answers an object': 'def act(name, answer):\n    return object()\n',
    'answers None': 'def act(name, answer):\n    return None\n',
    'answers a huge number': 'def act(name, answer):\n    return 10 ** 30\n',
    'answers a negative number': 'def act(name, answer):\n    return -7\n',
    'answers a string': "def act(name, answer):\n    return 'x'\n",
    'answers itself': 'def act(name, answer):\n    return Bad(1)\n',
    'answers not implemented': 'def act(name, answer):\n    return NotImplemented\n',
    'is a generator': 'def act(name, answer):\n    yield answer\n',
    'drops its class': '''\
def act(name, answer):
    if name in vars(Bad):
        delattr(Bad, name)
    return answer
''',
    'changes its class': '''\
def act(name, answer):
    setattr(Bad, name, lambda *arguments: answer)
    for container in containers:
        for item in list(container):
            try:
                item.__class__ = Other
            except Exception:
                pass
    return answer
''',
}

CLASSES = '''\
calls = []
class Bad:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return act('__eq__', True)
    def __lt__(self, other):
        return act('__lt__', True)
    def __gt__(self, other):
        return act('__gt__', False)
    def __hash__(self):
        return act('__hash__', 1)
    def __index__(self):
        return act('__index__', 1)
    def __int__(self):
        return act('__int__', 1)
    def __float__(self):
        return act('__float__', 1.0)
    def __bool__(self):
        return act('__bool__', True)
    def __len__(self):
        return act('__len__', 3)
    def __length_hint__(self):
        return act('__length_hint__', 3)
    def __contains__(self, item):
        return act('__contains__', True)
    def __iter__(self):
        return act('__iter__', Iterator())
    def __reversed__(self):
        return act('__reversed__', Iterator())
    def __getitem__(self, key):
        return act('__getitem__', (1, 2))
    def __setitem__(self, key, value):
        return act('__setitem__', None)
    def __delitem__(self, key):
        return act('__delitem__', None)
    def __repr__(self):
        return act('__repr__', 'bad')
    def __str__(self):
        return act('__str__', 'bad')
    def __format__(self, spec):
        return act('__format__', 'bad')
    def __add__(self, other):
        return act('__add__', 1)
    def __radd__(self, other):
        return act('__radd__', 1)
    def __iadd__(self, other):
        return act('__iadd__', self)
    def __mul__(self, other):
        return act('__mul__', 1)
    def __rmul__(self, other):
        return act('__rmul__', 1)
    def __neg__(self):
        return act('__neg__', 1)
    def __pow__(self, *others):
        return act('__pow__', 1)
    def __divmod__(self, other):
        return act('__divmod__', (1, 1))
    def __round__(self, *others):
        return act('__round__', 1)
    def __call__(self, *arguments, **keywords):
        return act('__call__', 1)
    def __enter__(self):
        return act('__enter__', self)
    def __exit__(self, *details):
        return act('__exit__', True)
    def __getattr__(self, name):
        return act('__getattr__', 1)
    def __dir__(self):
        return act('__dir__', ['a'])
    def keys(self):
        return act('keys', ['a', 'b'])
    def __bytes__(self):
        return act('__bytes__', b'a')
    def __abs__(self):
        return act('__abs__', 1)
class Iterator:
    def __init__(self):
        self.left = 5
    def __iter__(self):
        return self
    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return act('__next__', (self.left, 2))
class Other:
    pass
class Text(str):
    def __eq__(self, other):
        return act('__eq__', str.__eq__(self, other))
    def __hash__(self):
        return act('__hash__', str.__hash__(self))
class Number(int):
    def __eq__(self, other):
        return act('__eq__', int.__eq__(self, other))
    def __hash__(self):
        return act('__hash__', int.__hash__(self))
    def __lt__(self, other):
        return act('__lt__', int.__lt__(self, other))
    def __index__(self):
        return act('__index__', 2)
class Finalized:
    def __del__(self):
        act('__del__', None)
'''

# ``l``, ``d``, ``s`` and ``b`` are there for the callbacks to damage; ``make`` fills them while nothing misbehaves.
MAKE = '''\
misbehaving = act
def act(name, answer):
    return answer
l = [Bad(i) for i in range(12)]
d = {}
s = set()
b = bytearray(20)
for i in range(12):
    d[Number(i)] = Bad(i)
    s.add(Number(i))
d[Text('key')] = Finalized()
l.append(Finalized())
m = [Number(5 - i) for i in range(12)]
t = tuple(l)
x = Bad(99)
containers = [l, d, s, b, m]
act = misbehaving
'''

OPERATIONS = [
    'l.index(x)', 'l.count(x)', 'l.remove(x)', 'x in l', 'l == [x] * 13', 'l < [x] * 13', '[x] * 13 == l', 't == tuple(l)',
    'l.sort()', 'l.sort(reverse=True)', 'sorted(l)', 'm.sort()', 'l.sort(key=lambda v: act("key", v))', 'm.sort(key=Number)',
    'sorted([(1, v) for v in l])', 'sorted([[v, (v,)] for v in m])',
    'min(l)', 'max(l)', 'max(l, key=lambda v: act("key", 1))', 'max([], default=x)', 'l.extend(x)', 'l += x', 'l[1:3] = x',
    'l[::2] = x', 'l[x]', 'l[x:x]', 'l[x] = 1', 'del l[x]', 'del l[x:x]', 'l.insert(x, 1)', 'l.pop(x)', 'l *= x', 'l * x',
    'd[x]', 'd[x] = 1', 'd.get(x)', 'd.setdefault(x, 1)', 'd.pop(x)', 'd.pop(x, 1)', 'del d[x]', 'x in d', 'd == {x: 1}',
    'd == dict(d)', 'd.update(x)', 'd.update({x: 1})', 'd | {x: 1}', 'dict(x)', 'dict([x])', 'dict(zip(l, l))',
    '{**d, **x}', 'dict.fromkeys(x)', 'dict.fromkeys(l)', 'd[Text("key")]', 'd[Number(3)]', 'd.keys() & s', 'd.keys() == s',
    'd.items() == d.items()', '(x, 1) in d.items()', 'x in d.values()', 'd.keys() - l', 'd.keys() | x', 'd.items() & d.items()',
    's.add(x)', 's.discard(x)', 's.remove(x)', 'x in s', 's.update(x)', 's.update(l)', 's | {x}', 's & set(m)', 's - set(m)',
    's ^ set(m)', 's == set(m)', 's <= set(m)', 's.intersection(x)', 's.difference(m)', 's.symmetric_difference_update(m)',
    's.isdisjoint(m)', 's &= set(m)', 's -= s', 'set(l)', 'frozenset(m)', 's.intersection_update(m, x)', '{*m, *l}',
    'hash(x)', 'hash(t)', 'hash((x, x))', 'hash(frozenset(m))', 'list(x)', 'tuple(x)', 'sum(x)', 'sum(l)', 'sum(l, x)',
    'any(x)', 'any(l)', 'all(l)', 'a, *c = x', 'a, c, e, f, g = x', 'print(*x)', 'act(*x)', 'act(**x)', 'list(zip(x, l))',
    'list(map(x, l))', 'list(filter(x, l))', 'list(filter(None, l))', 'list(enumerate(x))', 'list(reversed(x))', 'iter(x)',
    'list(iter(x, 1))', 'for a in x:\n        l.append(a)', '[a for a in x]', '{a: c for a, c in x}', '{a for a in l}',
    'next(x)', 'next(Iterator())', 'next(iter(x), 1)', 'len(x)', 'bool(x)', 'not x', 'if x: pass', 'x and l', 'x < x', 'x == x',
    'repr(l)', 'str(l)', 'repr(d)', 'repr(s)', 'repr(t)', 'f"{x}"', 'f"{l}"', 'f"{x!r:>{x}}"', 'format(x, "a")', '"%s" % x',
    '"%r %d" % (l, x)', '"%c" % x', '"%*d" % (x, 1)', '"{} {!r}".format(x, l)', '"{0.a} {0[1]}".format(x)', '"{a}".format_map(x)',
    'str(x)', 'print(l)', 'print(x, sep=x)', '",".join(x)', '",".join(l)', 'b"".join(x)', 'bytes(x)', 'bytearray(x)',
    'bytes(l)', 'b.extend(x)', 'b[x]', 'b[x] = x', 'b[1:3] = x', 'b.insert(x, x)', 'b.append(x)', 'b.pop(x)', 'x in b', 'b.count(x)',
    'b *= x', 'b.find(x, x, x)', 'memoryview(b)[x]', 'memoryview(b)[x] = x', '"abc"[x]', '"abc" * x', '"abc".find("c", x, x)',
    '"abc".center(x, "-")', '"abc".replace("a", "b", x)', '"a b c".split(None, x)', '"abc".startswith(x)', '"abc".translate(x)',
    'range(x)', 'range(x, x, x)', 'x in range(10)', 'range(10)[x]', 'range(10).index(x)', 'range(10).count(x)', 'slice(x, x, x).indices(x)',
    'slice(x) == slice(x)', 'int(x)', 'float(x)', 'complex(x)', 'int("11", x)', 'round(x)', 'round(1.5, x)', 'pow(x, x, x)', 'pow(2, x)',
    '1 << x', '2 ** x', 'divmod(x, x)', 'divmod(1, x)', 'abs(x)', '-x', 'x + x', '1 + x', 'x += 1', 'x * 2', '2 * x', 'chr(x)',
    'hex(x)', 'bin(x)', '(5).to_bytes(x, "big")', 'int.from_bytes(x, "big")', 'isinstance(x, x)', 'isinstance(1, (int, x))',
    'issubclass(int, x)', 'x.nothing', 'getattr(x, "nothing", 1)', 'hasattr(x, "nothing")', 'dir(x)', 'vars(x)', 'callable(x)', 'x()',
    'x[1]', 'x[1] = 2', 'del x[1]', 'with x as c:\n        l.append(c)', 'with x:\n        raise ValueError(x)', 'raise x',
    'raise ValueError(x) from x', 'raise ValueError(l)', 'str(KeyError(x))', 'ExceptionGroup("g", x)', 'ExceptionGroup(x, l)',
    'assert not x, x', 'match x:\n        case [a, c]: pass\n        case {"a": c}: pass\n        case Bad(nothing=1): pass\n        case 5: pass',
    'match l:\n        case [5, *_]: pass\n        case [*_, Bad(n=5)]: pass', 'match d:\n        case {"a": 1, **rest}: pass\n        case {"key": c}: pass',
    'del l[-1]', 'l.pop()', 'l.clear()', 'd.popitem()', 'del d["key"]', 'd["key"] = 1', 'd.clear()', 'l[-1] = 0', 'l[5:] = []',
    'type("T", (Bad,), {"a": x})', 'type("T", (x,), {})', 'class T(x): pass', 'class T(Bad, metaclass=x): pass', 'exec("1", {"a": x})',
    'exec("a", x)', 'eval("l[x]")', 'int.__add__(x, x)', 'object.__repr__(x)', 'setattr(x, "a", x)', 'setattr(x, Text("a"), x)',
    'getattr(x, Text("n"))', '{}.get(Text("a"))', 'd.get("key")', 'x.__dict__[Text("n")]', 'x.__dict__.update(d)', 'x.__dict__ = d',
    'import json\n    json.dumps(l)', 'import json\n    json.dumps(d)', 'import json\n    json.dumps(l, default=lambda o: act("default", 1))',
    'import json\n    json.loads("[1, {}]", object_hook=lambda o: act("hook", 1))', 'import json\n    json.dumps({1: 2, 3: m}, indent=x)',
    'import math\n    math.fsum(x)', 'import math\n    math.prod(l)', 'import math\n    math.gcd(x, x)', 'import math\n    math.comb(x, x)',
    'import math\n    math.dist(x, x)', 'import math\n    math.floor(x)', 'import math\n    math.sumprod(l, l)',
]

# Compiled once for each misbehaviour; a run makes the classes and the containers and does one operation three times: the
# second time finds what the first has left.
PROGRAM = (CLASSES + MAKE + ''.join(f'def operation_{number}():\n    global l, d, s, b, m, x\n    {operation}\n'
                                    for number, operation in enumerate(OPERATIONS))
           + """\
operation = globals()[f'operation_{which}']
for _ in range(3):
    try:
        operation()
    except Exception as error:
        kept = error
None
""")
LIMITS = {'max_memory': 64 * 1024 * 1024, 'max_duration_secs': 1.0, 'max_output_bytes': 1024 * 1024}
# The program catches all but these.
ENDINGS = {'MemoryError', 'TimeoutError', 'RuntimeError', 'RecursionError', 'TypeError', 'LookupError', 'StopIteration'}


@pytest.mark.parametrize('misbehaviour', MISBEHAVIOURS)
def test_misbehaving_callbacks(misbehaviour: str) -> None:
    program = monty.Monty(MISBEHAVIOURS[misbehaviour] + PROGRAM, inputs=['which'])
    for number, operation in enumerate(OPERATIONS):
        try:
            program.run(inputs={'which': number}, limits=LIMITS, print_callback=Output())
        except monty.MontyRuntimeError as error:
            kind = type(error.exception()).__name__
            assert kind in ENDINGS, f'{operation}: {error.display()}'
        try:
            assert_nothing_left()
        except AssertionError as error:
            raise AssertionError(f'{operation}: {error}') from None
