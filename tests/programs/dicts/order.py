d = {}
for i in (5, 3, 9, 1):
    d[i] = i
d[3] = 'new value, old place'
del d[9]
d[9] = 'last'
print(d, list(d), list(d.values()), list(d.items()))
print(list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())))
for i in range(100):
    d[i] = i
    if i % 3:
        del d[i]
print(list(d))
while len(d) > 30:
    print(d.popitem(), end=' ')
print(d)
