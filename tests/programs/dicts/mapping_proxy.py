d = {'a': 1, 'b': [2]}
proxy = d.keys().mapping
print(proxy, type(proxy).__name__, len(proxy), proxy['a'], 'b' in proxy, proxy.get('z'), proxy.get('z', 0))
d['c'] = 3
print(list(proxy), list(proxy.keys()), list(proxy.values()), list(proxy.items()), list(reversed(proxy)))
print(proxy == d, proxy == {'a': 1}, proxy == d.items().mapping, proxy | {'x': 1}, {'x': 1} | proxy, proxy.copy() is d, dict(proxy))
for attempt in (lambda: proxy['nope'], lambda: proxy[[]]):
    try:
        attempt()
    except (KeyError, TypeError) as error:
        print(repr(error))
try:
    proxy['a'] = 2
except TypeError as error:
    print(error)
try:
    del proxy['a']
except TypeError as error:
    print(error)
d['self'] = proxy
print(d)
