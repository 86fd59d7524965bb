l = [1, 2, 3]
for x in l:
    if len(l) < 6:
        l.append(x * 10)
print(l)
for x in l:
    l.remove(x)
print(l)
l = list(range(6))
for x in reversed(l):
    l.pop()
    print(x, end=' ')
print(l)
it = iter([1, 2])
print(list(it), list(it), next(it, 'end'))
l = [1]
it = iter(l)
print(next(it), next(it, 'end'))
l.append(2)
print(next(it, 'still at the end'))
l = [1, 2, 3, 4]
for i, x in enumerate(l):
    del l[i]
print(l)
for a, b in zip(l, l):
    l.append(a + b)
    if len(l) > 5:
        break
print(l)
l = [1, 2, 3]
l[1:2] = (l.append(x) or x for x in [7, 8])
print(l)
