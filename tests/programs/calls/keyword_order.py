def f(**kw):
    return list(kw)
print(f(z=1, a=2, **{'m': 3}, b=4))
def g(*args, sep=' ', **kw):
    return sep, args, kw
print(g(1, sep='x', other=2), g(*'ab', **dict(sep=1)))
def h(a, b, *, c):
    return a, b, c
print(h(c=3, b=2, a=1), h(1, c=3, b=2))
