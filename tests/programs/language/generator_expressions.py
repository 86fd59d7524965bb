def t(x):
    print('eval', x)
    return x
g = (t(x) for x in t(range(3)))
print('made')
print(next(g))
print(next(g))
print(list(g), list(g))
print(sum(x * x for x in range(10)), max((x for x in 'hello'), default=None), ''.join(c.upper() for c in 'abc'))
print(any(t(x) for x in (0, 1, 2)), all(t(x) for x in (1, 0, 2)))
print(type(g).__name__, next(g, 'end'))
try:
    next(g)
except StopIteration as error:
    print('stop', error.args)
nested = ((x, y) for x in range(2) for y in 'ab' if y != 'b' or x)
print(list(nested))
print(sorted(-x for x in range(3)), dict((k, k) for k in 'ab'), set(x % 2 for x in range(5)), tuple(x for x in ()))
h = (x for x in range(3))
print(1 in h, list(h))
print(iter(h) is h, [*zip((a for a in 'ab'), (b for b in 'cd'))])
