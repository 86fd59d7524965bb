print({}, dict(), {1: 'a', 'b': [2], (1, 2): None, 1.5: True})
print({1: 'a', True: 'b', 1.0: 'c'})
print(dict(a=1, b=2), dict({'x': 1}, x=2, y=3), dict([('k', 'v'), ['l', 'w'], 'mn']))
print(dict(zip('abc', range(3))), dict(enumerate('xy')), dict((c, ord(c)) for c in 'pq'))
print(dict({'a': 1}.items()), dict.fromkeys('aba'), dict.fromkeys([1, 2], 0), {}.fromkeys(range(3), 'z'))
print({**{'a': 1}, 'b': 2, **{'a': 3}})
d = {'a': 1}
e = dict(d)
e['b'] = 2
print(d, e, e is d)
