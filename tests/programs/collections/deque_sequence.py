from collections import deque

d = deque('abcdef')
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d[1] = 'X'
del d[2]
d.insert(1, 'new')
d.remove('X')
d.reverse()
print(d, list(reversed(d)), d.copy() == d, d == list(d), d != deque())
print(deque([1, 2]) < deque([1, 3]), deque([1]) + deque([2]), deque([1, 2]) * 2, 2 * deque([3]))
for wrong in (lambda: d[10], lambda: d.remove('zz'), lambda: d.index('zz'), lambda: d['a']):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
e = deque([1, 2, 3])
e += [4, 5]
print(e, e.maxlen)
for item in e:
    if item == 3:
        break
print(item, [x * 2 for x in e], sum(e), max(e), sorted(e, reverse=True), tuple(e))
a, *b = e
print(a, b)
try:
    for item in e:
        e.append(item)
except RuntimeError as error:
    print(error)
