a, (b, *c) = d
e = [a, *b], {a, b}, {a: b, **c}
f = {k: v for k, v in e if k}
g = f'{a!r:>{b}s} and {c}'
h = e[1:2], e[-1], e[a]
del e[0], f.x
f.x = g.y.z
