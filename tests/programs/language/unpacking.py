a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), e = [3, 4], 5
[f, [g, h]] = 'x', 'yz'
print(c, d, e, f, g, h)
i, *j = 'abc'
*k, l = range(4)
m, *n, o = {1: 'a', 2: 'b'}
print(i, j, k, l, m, n, o)
p, (q, *r), *s = 1, 'hello', 3, 4
print(p, q, r, s)
x = y = z = []
print(x is y is z)
t = 0
t, u = 5, t
print(t, u)
[v] = [9]
w, = (8,)
print(v, w)
() = []
[] = ()
for key, (first, *_) in {'k': (1, 2, 3)}.items():
    print(key, first, _)
