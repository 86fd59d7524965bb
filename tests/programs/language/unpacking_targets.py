l = [0] * 4
d = {}
l[0], d['a'], l[1:3] = 1, 2, 'xy'
print(l, d)
i = 0
i, l[i] = 3, 'idx'
print(l)
for l[0] in 'ab':
    pass
print(l)
for d['k'], *d['rest'] in [(1, 2, 3)]:
    print(d)
a = b, c = 1, 2
print(a, b, c)
