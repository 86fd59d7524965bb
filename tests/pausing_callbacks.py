"""Programs for test_pause_everywhere: host calls inside special methods, descriptors, class hooks and the modules that
call back."""

from __future__ import annotations

KEY = '''\
class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return echo(self.n % 2)
    def __eq__(self, other):
        return echo(self.n == other.n)
    def __lt__(self, other):
        return echo(self.n < other.n)
    def __repr__(self):
        return echo(f'K{self.n}')
'''
ITERATOR = '''\
class Items:
    def __init__(self, *items):
        self.items = list(items)
    def __iter__(self):
        echo('iter')
        return self
    def __next__(self):
        if not echo(self.items):
            raise StopIteration
        return self.items.pop(0)
'''
OPERATORS = '''\
class N:
    def __init__(self, n):
        self.n = n
    def __add__(self, other):
        return echo(self.n + other)
    def __radd__(self, other):
        return echo(('radd', self.n))
    def __iadd__(self, other):
        self.n += echo(other)
        return self
    def __rsub__(self, other):
        return echo(other - self.n)
    def __neg__(self):
        return N(echo(-self.n))
    def __index__(self):
        return echo(self.n)
    def __call__(self, x):
        return echo(x) + self.n
    def __getitem__(self, key):
        return echo(key)
    def __setitem__(self, key, value):
        self.n = echo((key, value))
    def __delitem__(self, key):
        self.n = echo(('deleted', key))
'''

PAUSING_CALLBACKS = {
    '__hash__ and __eq__ in a dict': KEY + '''\
d = {Key(1): 'a', Key(3): 'b'}
d[Key(1)] = 'c'
d[Key(5)] = d.pop(Key(3))
d.setdefault(Key(1), 'd'), d.get(Key(7), 'e'), Key(5) in d, len(d), [k.n for k in d]
''',
    '__hash__ and __eq__ in dict operations': KEY + '''\
d = {Key(1): 1, Key(2): 2}
e = dict.fromkeys([Key(2), Key(4)], 0)
d == {Key(2): 2, Key(1): 1}, len(d | e), len(d.keys() & e.keys()), sorted(v for v in {**d, **e}.values())
''',
    '__hash__ and __eq__ in sets': KEY + '''\
s = {Key(1), Key(2), Key(1)}
t = {Key(2), Key(3)}
s.add(Key(2))
sorted(k.n for k in s | t), [k.n for k in s & t], [k.n for k in s - t], s == t, s < t, s.isdisjoint(t), Key(1) in s
''',
    '__eq__ in lists': KEY + '''\
l = [Key(1), Key(2)]
l.index(Key(2)), l.count(Key(1)), Key(3) in l, l == [Key(1), Key(2)], (Key(1),) == (Key(2),), l.remove(Key(1)), len(l)
''',
    '__lt__ in sort': KEY + '''\
l = [Key(n) for n in (3, 1, 2, 5, 4)]
l.sort()
[k.n for k in l], [k.n for k in sorted(l, reverse=True)], min(l).n, [Key(1)] < [Key(2)]
''',
    'what __lt__ answers in sort': '''\
class Truth:
    def __init__(self, value):
        self.value = value
    def __bool__(self):
        return echo(self.value)
class Item:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        echo(self.n)
        return NotImplemented if self.n == 3 else Truth(self.n < other.n)
    def __gt__(self, other):
        return echo(self.n > other.n)
class Sorts:
    def __init__(self, *ns):
        self.items = [Item(n) for n in ns]
    def __lt__(self, other):
        self.items.sort()
        return [i.n for i in self.items] < [i.n for i in sorted(other.items)]
l = [Item(n) for n in (3, 1, 4, 5, 2)]
l.sort(reverse=True)
[i.n for i in l], [(a, i.n) for a, i in sorted((i.n % 2, i) for i in l)], [s.items[0].n for s in sorted([Sorts(3, 2), Sorts(2, 1)])]
''',
    '__iter__ and __next__': ITERATOR + '''\
list(Items(1, 2)), sum(Items(3, 4)), tuple(Items()), 5 in Items(4, 5), max(Items(1, 7)), [*Items(8)], ','.join(Items('a', 'b'))
''',
    '__iter__ and __next__ in statements': ITERATOR + '''\
a, *b = Items(1, 2, 3)
c, d = Items(4, 5)
l = [0, 1, 2]
l[1:2] = Items(6, 7)
for x in Items(8, 9):
    l.append(echo(x))
l += Items(10)
a, b, c, d, l, {k: v for k, v in Items((1, 2))}, dict(Items(('x', 1)))
''',
    '__repr__ in a list that is printed': KEY + 'print([Key(1), {Key(2): (Key(3),)}], {Key(4)})\nstr([Key(5)])',
    '__repr__ and __str__': 'class A:\n    def __str__(self):\n        return echo("s")\n    def __repr__(self):\n        return echo("r")\n'
                            'print(A(), [A()])\nf"{A()} {A()!r} {A()=}", "%s %r" % (A(), A()), "{} {!r}".format(A(), A())',
    '__format__ in an f-string': 'class A:\n    def __format__(self, spec):\n        return echo("<" + spec + ">")\n'
                                 'f"{A()} {A():x{echo(1)}}", format(A(), "y"), "{:z} {}".format(A(), A())',
    '__bool__': 'class A:\n    def __bool__(self):\n        return echo(False)\n'
                'l = []\nif not A():\n    l.append(1)\nwhile A():\n    pass\nl, bool(A()), 1 if A() else 2, (A() or 3), any([A(), A()]), '
                'list(filter(None, [A()])), [x for x in [1] if A()]',
    '__len__': 'class A:\n    def __len__(self):\n        return echo(2)\n    def __getitem__(self, i):\n        return echo([5, 6])[i]\n'
               'len(A()), bool(A()), list(A()), list(reversed(A())), 6 in A()',
    '__contains__': 'class A:\n    def __contains__(self, x):\n        return echo(x)\n1 in A(), "" in A(), 0 not in A()',
    '__getattr__': 'class A:\n    def __getattr__(self, name):\n        return echo(name)\na = A()\n'
                   'a.x, getattr(a, "y"), getattr(a, "z", 1), hasattr(a, "w"), a.upper.lower()',
    '__getattribute__': 'class A:\n    x = 1\n    def __getattribute__(self, name):\n        return echo(super().__getattribute__(name))\n'
                        '    def f(self):\n        return self.x\na = A()\na.x, hasattr(a, "y")',
    '__setattr__ and __delattr__': 'class A:\n    def __setattr__(self, name, value):\n        super().__setattr__(name, echo(value))\n'
                                   '    def __delattr__(self, name):\n        super().__delattr__(echo(name))\n'
                                   'a = A()\na.x = 1\na.x += 1\nsetattr(a, "y", 3)\ndel a.y\nvars(a)',
    'property': 'class A:\n    @property\n    def x(self):\n        return echo(self.n)\n    @x.setter\n    def x(self, n):\n        self.n = echo(n)\n'
                '    @x.deleter\n    def x(self):\n        self.n = echo("deleted")\na = A()\na.x = 1\na.x += 1\nr = a.x\ndel a.x\nr, a.x, getattr(a, "x")',
    'descriptor': 'class D:\n    def __get__(self, instance, owner):\n        return echo(instance is None)\n    def __set__(self, instance, value):\n'
                  '        echo(value)\n    def __delete__(self, instance):\n        echo("delete")\nclass A:\n    d = D()\n'
                  'a = A()\na.d = 1\ndel a.d\na.d, A.d, getattr(a, "d")',
    'in-place and reflected operators': OPERATORS + '''\
n = N(1)
n += 5
n.n, n + 1, 1 + n, 9 - n, (-n).n, [0, 1, 2, 3, 4, 5, 6][n], n(3), n[4], n[1:2], list(range(N(2))), 'ab' * N(2)
''',
    'stores and deletions of items': OPERATORS + 'n = N(1)\nn["k"] = "v"\na = n.n\ndel n["k"]\na, n.n',
    'class body': 'class A:\n    x = echo(1)\n    y = [echo(i) for i in range(x + 1)]\n    def f(self, z=echo(3)):\n        return z\n'
                  '    class B:\n        w = echo(4)\nA.x, A.y, A().f(), A.B.w',
    'metaclass': 'class Meta(type):\n    @classmethod\n    def __prepare__(meta, name, bases, **keywords):\n        return echo({"p": 1})\n'
                 '    def __new__(meta, name, bases, namespace, **keywords):\n        echo(name)\n        return super().__new__(meta, name, bases, namespace)\n'
                 '    def __init__(cls, name, bases, namespace, **keywords):\n        cls.k = echo(keywords)\n'
                 '    def __call__(cls, *arguments):\n        return echo("made"), super().__call__(*arguments).p\n'
                 '    def __instancecheck__(cls, x):\n        return echo(x == 1)\n    def __getattr__(cls, name):\n        return echo(name)\n'
                 'class A(metaclass=Meta, key=1):\n    q = echo(2)\nA.p, A.q, A.k, A(), isinstance(1, A), A.missing',
    'decorators': 'def twice(f):\n    echo("decorating")\n    return lambda *a: (f(*a), f(*a))\n@twice\n@twice\ndef f(x):\n    return echo(x)\n'
                  'def mark(cls):\n    cls.mark = echo(1)\n    return cls\n@mark\nclass A:\n    @staticmethod\n    @twice\n    def g():\n        return echo(2)\n'
                  'f(1), A.mark, A.g()',
    '__init_subclass__': 'class A:\n    def __init_subclass__(cls, tag=None, **keywords):\n        super().__init_subclass__(**keywords)\n'
                         '        cls.tag = echo(tag)\nclass B(A, tag="b"):\n    pass\nclass C(B):\n    x = echo(1)\nB.tag, C.tag',
    '__set_name__': 'class D:\n    def __set_name__(self, owner, name):\n        self.name = echo(name)\nclass A:\n    a = D()\n    b = D()\nA.a.name, A.b.name',
    '__new__ and __init__': 'class A:\n    def __new__(cls, x):\n        self = super().__new__(cls)\n        self.x = echo(x)\n        return self\n'
                            '    def __init__(self, x):\n        self.y = echo(x) + 1\nclass B(int):\n    def __new__(cls, x):\n        return super().__new__(cls, echo(x))\n'
                            'a = A(1)\na.x, a.y, B(3) + 1',
    '__missing__': 'class D(dict):\n    def __missing__(self, key):\n        self[key] = echo(key)\n        return echo(key)\nd = D()\nd["a"], d["a"], d',
    '__instancecheck__ in except': 'class E(Exception):\n    def __init__(self, x):\n        super().__init__(echo(x))\n    def __str__(self):\n        return echo("text")\n'
                                   'try:\n    raise E(1)\nexcept E as error:\n    r = str(error), error.args\nr',
    'a generator that is sent to': 'def g():\n    x = None\n    while True:\n        x = yield echo(x)\ni = g()\nnext(i), i.send(1), i.send(echo(2))',
    'a generator that is thrown into': 'def g():\n    while True:\n        try:\n            yield echo(1)\n        except ValueError as error:\n            echo(str(error))\n'
                                       'i = g()\nnext(i), i.throw(ValueError("v")), next(i)',
    'a generator that is closed': 'l = []\ndef g():\n    try:\n        yield 1\n    finally:\n        l.append(echo("closed"))\ni = g()\nnext(i)\ni.close()\nl',
    'functools.reduce': 'import functools\nfunctools.reduce(add, range(5), 0), functools.reduce(lambda a, b: echo(a * b), [1, 2, 3])',
    'lru_cache': 'import functools\n@functools.lru_cache(maxsize=2)\ndef f(x):\n    return echo(x) * 2\n'
                 '[f(x) for x in (1, 2, 1, 3, 2)], f.cache_info()[:4]',
    'cached_property': 'import functools\nclass A:\n    @functools.cached_property\n    def x(self):\n        return echo([1])\na = A()\na.x is a.x, a.x',
    'other functools': 'import functools\n@functools.singledispatch\ndef f(x):\n    return echo("any")\n@f.register\ndef _(x: int):\n    return echo("int")\n'
                       'f(1), f("a"), functools.partial(add, 1)(2), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: echo(a - b)))',
    'itertools with a function': 'import itertools\nlist(itertools.takewhile(echo, [1, 2, 0, 3])), list(itertools.dropwhile(echo, [1, 0, 3])), '
                                 'list(itertools.accumulate([1, 2, 3], add)), [(k, list(g)) for k, g in itertools.groupby([1, 1, 2], key=echo)], '
                                 'list(itertools.starmap(add, [(1, 2)])), list(itertools.filterfalse(echo, [0, 1])), '
                                 'list(itertools.chain.from_iterable(echo([x]) for x in "ab")), list(itertools.islice((echo(x) for x in range(9)), 2))',
    'default_factory': 'import collections\nd = collections.defaultdict(lambda: echo([]))\nd["a"].append(1)\nd["a"].append(2)\nd["b"]\ndict(d)',
    'collections': 'import collections\nclass D(collections.UserDict):\n    def __setitem__(self, key, value):\n        super().__setitem__(echo(key), value)\n'
                   'c = collections.Counter(echo(x) for x in "aab")\nd = D(a=1)\nq = collections.deque((echo(x) for x in range(4)), maxlen=2)\nc["a"], d.data, list(q)',
    '__post_init__ of a dataclass': 'import dataclasses\n@dataclasses.dataclass(order=True)\nclass A:\n    x: int = 1\n'
                                    '    y: list = dataclasses.field(default_factory=lambda: echo([2]))\n    def __post_init__(self):\n        self.x = echo(self.x) + 1\n'
                                    'a = A()\nrepr(a), a == A(), a < A(5), dataclasses.asdict(dataclasses.replace(a, x=7))',
    'enum': 'import enum\nclass E(enum.Enum):\n    A = echo(1)\n    B = echo(2)\n    @property\n    def text(self):\n        return echo(self.name)\n'
            '    @classmethod\n    def _missing_(cls, value):\n        return cls(echo(1))\nE.A.text, E(2).name, E("x").name, [e.value for e in E]',
    'contextlib': 'import contextlib\n@contextlib.contextmanager\ndef manager(x):\n    try:\n        yield echo(x)\n    except ValueError as error:\n        echo(str(error))\n'
                  'with manager(1) as a, contextlib.ExitStack() as stack:\n    b = stack.enter_context(manager(2))\n    stack.callback(echo, 3)\n    raise ValueError("v")\na, b',
    'copy': 'import copy\nclass A:\n    def __init__(self):\n        self.x = [1]\n    def __deepcopy__(self, memo):\n        return echo("deep")\n    def __copy__(self):\n'
            '        return echo("copy")\ncopy.copy(A()), copy.deepcopy([A(), {1: A()}])',
    'exec and eval': 'exec("x = echo(1)", g := {"echo": echo})\ng["x"], eval("echo(2) + echo(3)")',
    '__del__': 'l = []\nclass A:\n    def __del__(self):\n        l.append(echo("gone"))\na = A()\ndel a\nb = A()\nb = None\nl',
}
