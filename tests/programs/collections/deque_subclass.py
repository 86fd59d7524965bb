# Subclasses of deque: their attributes, their own methods, what copies and operators make of them; wrong arguments.
import copy
from collections import deque
from collections.abc import MutableSequence


class Plain(deque):
    pass


class Slotted(deque):
    __slots__ = ('name',)


class Own(deque):
    def __new__(cls, *args, **keywords):
        made = super().__new__(cls)
        made.tag = len(args)
        return made

    def __init__(self, items=(), maxlen=None, name='x'):
        super().__init__(items, maxlen)
        self.name = name

    def append(self, item):
        super().append((self.name, item))

    def __getitem__(self, index):
        return 'got', super().__getitem__(index)


class Doubled(deque):
    def __iter__(self):
        for item in super().__iter__():
            yield item
            yield item


class Index:
    def __index__(self):
        return 1


p = Plain([1, 2, 3], 5)
p.extra = 'e'
print(p, p.maxlen, p.extra, p.__dict__, len(p), bool(p), list(p), p == deque([1, 2, 3]))
for made in (p.copy(), copy.copy(p), copy.deepcopy(p), p + deque([4]), p * 2, 2 * p, deque([0]) + p):
    print(type(made).__name__, made, made.maxlen, made.__dict__ if type(made) is Plain else None)
p += [7]
p *= 2
print(p, p.extra, p[Index()], p * Index())
p[Index()] = 'i'
del p[Index()]
p.insert(Index(), 'n')
p.rotate(Index())
print(p)
s = Slotted('ab')
s.name = 'n'
print(s, s.name)
o = Own([1, 2], name='o')
o.append(3)
print(o, o.tag, o.name, o[0], o.pop(), o.popleft())
d = Doubled([1, 2])
print(d, list(d), d == deque([1, 2]), 2 in d, d + deque([3]), len(d))
print(isinstance(p, MutableSequence), issubclass(Own, deque), Own.__mro__)
p.__init__([5])
print(p, p.maxlen)
match p:
    case [a, *rest]:
        print(a, rest)
for text in ("deque(1)", "deque([], 'a')", "deque([], -1)", "deque([], 2**70)", "deque([], Index())", "deque(1, 2, 3)",
             "p['a']", "p[1:2]", "p[2**70]", "p[9]", "p.insert('a', 1)", "p.rotate('a')", "p.rotate(2**70)", "p.pop(1)",
             "p + [1]", "p * 'a'", "'a' * p", "p + 1", "1 + p", "p < [1]", "hash(p)", "deque.append(1, 2)", "p.append()",
             "deque.__name__, deque.__module__", "deque[int]", "deque([1, 2, 3], 2) * 3", "deque([1, 2], 5) * 3",
             "deque(maxlen=2, iterable='abc')", "p.__reduce__()[:3]", "type(iter(p)), type(reversed(p))",
             "iter(p).__length_hint__()", "deque().x", "setattr(deque(), 'x', 1)", "deque([1], 1).insert(0, 1)"):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
