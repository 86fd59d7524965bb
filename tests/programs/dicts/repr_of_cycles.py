d = {'a': 1}
d['self'] = d
print(d)
d['list'] = [d, {'inner': d}]
print(d, str(d), f'{d}', '%s' % d)
print(d.items(), d.keys())
d['values'] = d.values()
print(d)
e = {}
for i in range(200):
    e = {i: e}
print(repr(e) == '{' + ': {'.join(str(i) for i in range(199, -1, -1)) + ': {}' + '}' * 200)
