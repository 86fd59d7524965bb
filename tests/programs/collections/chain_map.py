from collections import ChainMap

base = {'a': 1, 'b': 2}
over = {'b': 20, 'c': 30}
m = ChainMap(over, base)
print(m['a'], m['b'], len(m), list(m), dict(m), 'c' in m, m.get('zz', 0))
m['a'] = 100
print(base, over, m.maps, m)
child = m.new_child({'z': 1})
print(child['z'], child.parents == m, list(child))
del child['z']
try:
    del child['b']
except KeyError as error:
    print(error)
try:
    child['nope']
except KeyError as error:
    print('KeyError', error)
print(m | {'q': 1}, bool(ChainMap()), sorted(m.items()))
