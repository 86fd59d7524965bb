import copy
class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)
n = Node(1, [Node(2), Node(3)])
s = copy.copy(n)
d = copy.deepcopy(n)
n.children[0].value = 20
print(s.children is n.children, d.children is n.children, s.children[0].value, d.children[0].value, type(d).__name__)
class Slots:
    __slots__ = ('a', 'b')
x = Slots()
x.a = [1]
y, z = copy.copy(x), copy.deepcopy(x)
print(y.a is x.a, z.a is x.a, z.a, hasattr(z, 'b'))
class Own:
    def __init__(self, n):
        self.n = n
    def __copy__(self):
        return Own(self.n + 1)
    def __deepcopy__(self, memo):
        return Own(self.n + 100)
print(copy.copy(Own(1)).n, copy.deepcopy([Own(1)])[0].n)
class State:
    def __init__(self):
        self.kept, self.dropped = [1], 'x'
    def __getstate__(self):
        return {'kept': self.kept}
    def __setstate__(self, state):
        self.__dict__.update(state)
        self.restored = True
s = copy.deepcopy(State())
print(s.__dict__)
class Reduced:
    def __init__(self, a, b):
        self.a, self.b = a, b
    def __reduce__(self):
        return Reduced, (self.b, self.a)
r = copy.copy(Reduced(1, 2))
print(r.a, r.b)
class Numbers(list):
    pass
m = Numbers([1, [2]])
m.name = 'm'
k = copy.deepcopy(m)
print(k, k.name, type(k).__name__, k[1] is m[1])
class Table(dict):
    pass
t = Table(a=[1])
u = copy.copy(t)
print(u, type(u).__name__, u['a'] is t['a'])
e = copy.copy(ValueError('x', 1))
print(repr(e), e.args)
