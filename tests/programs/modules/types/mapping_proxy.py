"""types.MappingProxyType: reading, views, operators, no writing."""
import types

d = {'a': 1, 'b': [2]}
p = types.MappingProxyType(d)
print(p, p['a'], len(p), 'b' in p, list(p), p.get('c'), p.get('c', 0))
d['c'] = 3
print(list(p.keys()), list(p.values()), list(p.items()), list(reversed(p)))
print(p == d, p == types.MappingProxyType(dict(d)), p != {}, bool(types.MappingProxyType({})))
copied = p.copy()
copied['a'] = 0
print(type(copied), p['a'])
print(p | {'z': 26}, {'z': 26} | p, type(p | p))
p['b'].append(9)
print(p['b'])


def assign():
    p['a'] = 5


def delete():
    del p['a']


def update():
    global p
    p |= {'q': 1}


for bad in (assign, delete, update, lambda: p.pop('a'), lambda: p['nothing'], lambda: types.MappingProxyType(3),
            lambda: types.MappingProxyType([1]), lambda: types.MappingProxyType()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Mine:
    def __init__(self, **items):
        self.items_ = items

    def __getitem__(self, key):
        return self.items_.get(key, 'none')

    def __len__(self):
        return 40

    def __contains__(self, key):
        return key == 'x'

    def keys(self):
        return ['k']

    def __repr__(self):
        return '<Mine>'


m = types.MappingProxyType(Mine(x=1))
print(m, m['x'], m['y'], len(m), 'x' in m, 'y' in m, m.keys())


class C:
    attribute = 1


print(type(vars(C)) is types.MappingProxyType, vars(C)['attribute'])
print({**p}, dict(p), isinstance(p, dict), hasattr(p, '__setitem__'))
match p:
    case {'a': a, **rest}:
        print(a, rest)
