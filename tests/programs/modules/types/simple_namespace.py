"""types.SimpleNamespace: attributes, text, equality, subclasses."""
import types

n = types.SimpleNamespace(x=1, y='two')
print(n, n.x, n.y, vars(n))
n.z = [n]
print(n)
del n.x
print(n, hasattr(n, 'x'))
try:
    n.x
except AttributeError:
    print('no x')
print(types.SimpleNamespace(a=1, b=2) == types.SimpleNamespace(b=2, a=1))
print(types.SimpleNamespace(a=1) == types.SimpleNamespace(a=2), types.SimpleNamespace(a=1) != {'a': 1})
print(types.SimpleNamespace() == types.SimpleNamespace(), types.SimpleNamespace())
for bad in (lambda: types.SimpleNamespace(**{'a b': 1}), lambda: n < n,
            lambda: types.SimpleNamespace(**{1: 2})):
    try:
        print(bad())
    except TypeError as error:
        print(type(error).__name__, error)


class Point(types.SimpleNamespace):
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


p = Point(x=3, y=4)
print(p, p.length(), isinstance(p, types.SimpleNamespace), p == types.SimpleNamespace(x=3, y=4))
p.__dict__['w'] = 0
print(p, sorted(vars(p)))
print(types.SimpleNamespace.__name__, type(n).__mro__[1:])
match p:
    case types.SimpleNamespace(x=x, y=y):
        print('matched', x, y)
