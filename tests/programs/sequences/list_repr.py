print([], [1], [1, 'a', None, [2.5, ()]], (), (1,), (1, 2), ((),), [[[]]], str([1]), f'{[1]!r} {(1,)}')
l = [1]
l.append(l)
print(l, repr(l), str(l), [l], (l,))
t = ([],)
t[0].append(t)
print(t, t[0])
a = []
b = [a, a]
a.append(b)
print(a, b)
d = {}
l = [d]
d['l'] = l
print(l, d)
deep = []
for i in range(200):
    deep = [deep, i]
print(deep)
deep = ()
for i in range(200):
    deep = (deep,)
print(deep)
