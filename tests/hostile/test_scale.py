"""Hierarchies, attribute tables, generators, exceptions and finalizers of any size: a result or a clean error."""

from __future__ import annotations

import pytest
from harness import SLOWNESS
from running import Output, assert_nothing_left

import monty

LIMITS = {'max_memory': 200 * 1024 * 1024, 'max_duration_secs': 10 * SLOWNESS, 'max_output_bytes': 1024 * 1024}
WRAP = 'def wrap(g):\n    try:\n        yield from g\n    finally:\n        pass\ng = iter([1, 2, 3])\nfor i in range(10000):\n    g = wrap(g)\n'
GROUPS = "e = ValueError(1)\nfor i in range(10000):\n    e = ExceptionGroup('g', [e])\n"

# Program, then the value or the name of the exception that it ends with.
PROGRAMS = {
    'classes a thousand deep': (
        "C = object\nfor i in range(1000):\n    C = type('C', (C,), {'m%d' % i: i})\n"
        'c = C()\nc.m0, c.m999, len(C.__mro__), isinstance(c, C.__mro__[-2])', (0, 999, 1001, True)),
    'super() a thousand deep': (
        'class C:\n    def f(self):\n        return 1\nfor i in range(1000):\n    class C(C):\n        def f(self):\n            return super().f() + 1\nC().f()',
        'RecursionError'),
    'a thousand bases': (
        "bases = tuple(type('B%d' % i, (), {'m%d' % i: i}) for i in range(1000))\nC = type('C', bases, {})\nC().m999, len(C.__mro__)", (999, 1002)),
    'many subclasses': (
        "class A:\n    pass\nsubs = [type('B', (A,), {}) for i in range(20000)]\nfor i in range(100):\n    A.x = i\n"
        'subs[-1].x, len(A.__subclasses__())', (99, 20000)),
    'diamonds': (
        "A = type('A', (), {})\nfor i in range(200):\n    A = type('A', (type('B', (A,), {}), type('D', (A,), {})), {})\nlen(A.__mro__)", 602),
    'a million attributes': (
        "class A:\n    pass\na = A()\nfor i in range(1000000):\n    setattr(a, 'n%d' % i, i)\na.n999999, len(vars(a))", (999999, 1000000)),
    'many attributes of a class': (
        "class A:\n    pass\nfor i in range(200000):\n    setattr(A, 'n%d' % i, i)\nA.n99999", 99999),
    'many globals': ("for i in range(100000):\n    globals()['n%d' % i] = i\nn99999", 99999),
    'generators ten thousand deep': (WRAP + 'list(g)', 'RecursionError'),
    'deep generators closed': (WRAP + 'try:\n    next(g)\nexcept RecursionError:\n    pass\ng.close()\n1', 1),
    'deep generators dropped': (WRAP + 'g = None\n1', 1),
    'generator expressions ten thousand deep': ('g = iter([1])\nfor i in range(10000):\n    g = (x for x in g)\nlist(g)', 'RecursionError'),
    'coroutines ten thousand deep': (
        'async def c(x):\n    return await x if x else 1\nx = None\nfor i in range(10000):\n    x = c(x)\nx.send(None)', 'RecursionError'),
    'map, zip and enumerate of themselves': (
        'm = [1, 2]\nfor i in range(30000):\n    m = map(str, zip(enumerate(m)))\nlist(m)', 'RecursionError'),
    'itertools of themselves': ('import itertools\nm = [1]\nfor i in range(10000):\n    m = itertools.chain(m)\nlist(m)', 'RecursionError'),
    'causes': (
        'e = None\nfor i in range(100000):\n    n = ValueError(i)\n    n.__cause__ = e\n    e = n\nraise e', 'ValueError'),
    'contexts': (
        'e = None\nfor i in range(100000):\n    n = ValueError(i)\n    n.__context__ = e\n    e = n\nraise e', 'ValueError'),
    'contexts of nested handlers': (
        'def f(n):\n    try:\n        raise ValueError(n)\n    except ValueError:\n        if n:\n            f(n - 1)\n        raise\nf(400)', 'ValueError'),
    'contexts in a circle': (
        'a = ValueError(1)\nb = ValueError(2)\na.__context__ = b\nb.__context__ = a\nb.__cause__ = a\n'
        'try:\n    raise a\nexcept ValueError:\n    raise b', 'ValueError'),
    'groups ten thousand deep': (GROUPS + 'raise e', 'ExceptionGroup'),
    'deep groups split': (GROUPS + 'e.split(ValueError)', 'RecursionError'),
    'deep groups in except*': (GROUPS + 'try:\n    raise e\nexcept* ValueError:\n    pass', 'RecursionError'),
    'deep groups shown': (GROUPS + 'repr(e)', 'RecursionError'),
    'groups a hundred thousand wide': ("raise ExceptionGroup('g', [ValueError(i) for i in range(100000)])", 'ExceptionGroup'),
    'a group that is its own context': (
        "e = ExceptionGroup('g', [ValueError(1)])\ne.exceptions[0].__context__ = e\ne.exceptions[0].__cause__ = e\nraise e", 'ExceptionGroup'),
    'a metaclass that asks itself': (
        "class Meta(type):\n    def mro(cls):\n        return Meta('X', (), {}).__mro__\nclass A(metaclass=Meta):\n    pass", 'RecursionError'),
    '__init_subclass__ that makes subclasses': (
        'class A:\n    def __init_subclass__(cls):\n        class B(cls):\n            pass\nclass C(A):\n    pass', 'RecursionError'),
    '__getattribute__ that asks itself': ('class A:\n    def __getattribute__(self, n):\n        return self.x\nA().y', 'RecursionError'),
    '__set_name__ that changes the namespace': (
        "class D:\n    def __set_name__(self, owner, name):\n        for i in range(100):\n            setattr(owner, 'x%d' % i, D())\n"
        '        delattr(owner, name)\nclass A:\n    d = D()\n    e = D()\nA.x99 and 1', 1),
    '__del__ that makes another': ('class A:\n    def __del__(self):\n        A()\nA()\n1', 1),
    '__del__ in a long chain': (
        'class A:\n    def __init__(self, n):\n        self.n = n\n    def __del__(self):\n        pass\na = None\n'
        'for i in range(100000):\n    a = A(a)\na = None\n1', 1),
    '__del__ that clears the list it was in': (
        'l = []\nclass A:\n    def __del__(self):\n        l.clear()\nfor i in range(100):\n    l.append(A())\nl[5] = 1\ndel l[3:6]\n'
        'l[:] = [A() for i in range(5)]\nl.sort(key=lambda x: A() and 0)\n1', 1),
    '__del__ that keeps itself': (
        'kept = []\nclass A:\n    def __del__(self):\n        kept.append(self)\nfor i in range(1000):\n    A()\nlen(kept)', 1000),
    'an exception that cannot be shown': (
        'class E(Exception):\n    def __str__(self):\n        return str(self)\n    __repr__ = __str__\nraise E', 'Exception'),
}

FLOODS = {
    'ints': 'd = {i * (2 ** 61 - 1): i for i in range(1000000)}',
    'powers': 's = {i << 61 for i in range(1000000)}',
    'floats': 's = {float(i << 40) for i in range(1000000)}',
    'tuples': 'd = {(i * (2 ** 61 - 1), 1): i for i in range(1000000)}',
    'strings': 'd = {chr(i % 256) * (i // 256 % 50) + str(i): i for i in range(1000000)}',
    'a constant __hash__': 'class A:\n    def __hash__(self):\n        return 1\nd = {A(): i for i in range(1000000)}',
    'a constant __hash__ and __eq__': (
        'class A:\n    def __hash__(self):\n        return 1\n    def __eq__(self, other):\n        return False\ns = {A() for i in range(1000000)}'),
}


@pytest.mark.parametrize('name', PROGRAMS)
def test_scale(name: str) -> None:
    source, expected = PROGRAMS[name]
    try:
        result = monty.Monty(source).run(limits=LIMITS, print_callback=Output())
    except monty.MontyRuntimeError as error:
        result = type(error.exception()).__name__
        error.display()
    assert result == expected
    assert_nothing_left()


@pytest.mark.parametrize('name', FLOODS)
def test_flood(name: str) -> None:
    """Keys that collide take time; the limit stops them."""
    program = monty.Monty(FLOODS[name] + '\n1')
    try:
        assert program.run(limits={'max_duration_secs': 0.5, 'max_memory': 500 * 1024 * 1024}) == 1
    except monty.MontyRuntimeError as error:
        assert type(error.exception()).__name__ == 'TimeoutError', error.display()
    assert_nothing_left()
