"""Containers that change while an operation goes over them: an error or some answer, never damage."""

from __future__ import annotations

import pytest
from harness import ending

PROGRAMS = {
    'list cleared in its sort': '''\
l = list(range(100))
def key(x):
    l.clear()
    return x
l.sort(key=key)
''',
    'list grown in its sort': '''\
l = [3, 2, 1]
def key(x):
    l.extend(range(1000))
    return -x
l.sort(key=key)
''',
    'list extended by itself': 'l = [1, 2, 3]\nl.extend(l)\nl += l\nl[1:2] = l\nl[::2] = l[::2]\nl.extend(iter(l[:3]))\nlen(l)',
    'list extended by a generator over itself': '''\
l = [1, 2]
l.extend(x for x in l if len(l) < 1000)
len(l)
''',
    'list cleared by the generator that extends it': '''\
l = [1] * 50
l.extend(l.clear() or x for x in range(10))
len(l)
''',
    'list cleared while it is joined': '''\
l = ['a'] * 100
def g(x):
    l.clear()
    return x
','.join(g(x) for x in l)
''',
    'list popped while it is iterated': 'l = list(range(100))\nfor x in l:\n    l.pop()\n    l.pop(0)\nlen(l)',
    'list cleared while it is mapped': 'l = list(range(100))\nlist(map(lambda x: l.clear(), l))',
    'list cleared while it is unpacked': '''\
l = list(range(10))
def f(*args):
    return len(args)
f(*l, l.clear(), *l)
''',
    'list changed in a slice assignment': '''\
l = list(range(100))
l[0:50] = (l.clear() or i for i in range(5))
l[::2] = [x for x in l[::2]]
len(l)
''',
    'dict changed while it is iterated': '''\
d = {i: i for i in range(100)}
try:
    for k in d:
        d.clear()
        d[k] = 1
except RuntimeError:
    pass
try:
    for k, v in d.items():
        d[k + 1] = v
except RuntimeError:
    pass
len(d)
''',
    'dict cleared by its own update': 'd = {i: i for i in range(100)}\nd.update(d)\nd.update((d.clear() or i, i) for i in range(5))\nlen(d)',
    'dict grown by the generator that makes it': '''\
d = {}
d = dict((d.update({i: i}) or i, len(d)) for i in range(100))
len(d)
''',
    'set changed while it is iterated': '''\
s = set(range(100))
try:
    for x in s:
        s.discard(x)
        s.add(x + 1000)
        s.add(x + 2000)
except RuntimeError:
    pass
s.update(s)
s.update(s.clear() or x for x in range(10))
s -= s
len(s)
''',
    'bytearray changed while it is iterated': '''\
b = bytearray(100)
for x in b:
    b.pop()
b.extend(b)
b.extend(b.clear() or 1 for _ in range(10))
b[:] = b
b += b
len(b)
''',
    'iterator kept past its list': 'l = [1, 2, 3]\nit = iter(l)\nnext(it)\nl.clear()\nl = None\nlist(it)',
    'key function keeps its list': '''\
kept = []
def key(x):
    kept.append(x)
    return len(kept)
l = [[i] for i in range(100)]
l.sort(key=key)
sorted(kept, key=lambda x: kept.pop()[0] if kept else 0)
len(l)
''',
    'max whose key clears': 'l = [[i] for i in range(100)]\nmax(l, key=lambda x: l.clear() or 0)[0]',
    'generator that runs itself': '''\
g = None
def step(x):
    return next(g)
g = (step(x) for x in range(3))
try:
    next(g)
except ValueError as error:
    message = str(error)
message
''',
    'augmented subscript that deletes': '''\
l = [1, 2, 3]
def f():
    l.clear()
    return 1
try:
    l[0] += f()
except IndexError:
    pass
len(l)
''',
    'exception that holds itself': '''\
e = ValueError()
e.args = (e,)
e.__cause__ = e
e.__context__ = e
repr(e)
''',
    'slice of a list while it shrinks': 'l = list(range(100))\nfor i in range(60):\n    del l[i:i + 2]\n    l[i:i] = [0]\nlen(l)',
}


@pytest.mark.parametrize('name', PROGRAMS)
def test_mutation(name: str) -> None:
    kind, value = ending(PROGRAMS[name])
    assert kind in {'value', 'ValueError', 'RuntimeError', 'IndexError', 'RecursionError', 'StopIteration'}, value
