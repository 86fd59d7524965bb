def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=60, e=70, z=80))
print(f(1, c=9, d=4, a='in kw', b='too'))
def g(*, only):
    return only
print(g(only=1))
def h(*args):
    return args
def k(**kw):
    return kw
print(h(), h(1), h(*[1, 2], 3), k(), k(a=1, **{'b': 2}))
def n(a, b):
    return a, b
print(n(1, 2), n(1, b=2), n(a=1, b=2), n(b=2, a=1), n(*(1, 2)), n(**{'a': 1, 'b': 2}), n(*[1], **{'b': 2}))
