d = {'a': 1, 'b': 2}
print(d.get('a'), d.get('z'), d.get('z', 0), d.get([1].pop()))
print(d.setdefault('a', 9), d.setdefault('c'), d.setdefault('d', []), d)
print(d.pop('a'), d.pop('a', None), d.pop('a', default) if (default := 5) else 0, d)
print(d.popitem(), d.popitem(), d)
d.update({'x': 1}, y=2)
d.update([('z', 3)])
d.update()
d.update(w=0)
print(d, len(d), 'x' in d, 'q' not in d)
e = d.copy()
d.clear()
print(d, e, bool(d), bool(e))
del e['x']
e['x'] = 'again'
print(e)
