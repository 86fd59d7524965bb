def noisy(n):
    for i in range(n):
        print('make', i)
        yield i

m = map(lambda x: print('call', x) or x + 1, noisy(3))
print(type(m).__name__, next(m))
for x in m:
    print('got', x)
f = filter(lambda x: print('test', x) or x % 2, noisy(4))
print(type(f).__name__, list(f))
z = zip(noisy(2), 'abc', noisy(5))
print(type(z).__name__, next(z), list(z))
e = enumerate(noisy(2), 10)
print(type(e).__name__, list(e))
print(any(print('any', x) or x for x in [0, 0, 1, 1]), all(print('all', x) or x for x in [1, 0, 1]))
print(list(map(lambda a, b: (a, b), [1, 2, 3], 'ab')), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, '', 'a', [], None])), list(map(None.__class__, [])))
print(list(filter(str.isdigit, 'a1b2')), list(map(str.upper, 'ab')), list(map(lambda *a: a, [1], [2], [3])))
