l = [1, 2, 3]
for x in l:
    print(x, end=' ')
    if len(l) < 6:
        l.append(x * 10)
print(l)
l = [1, 2, 3, 4]
for x in l:
    l.remove(x)
print(l)
def changed(d, action):
    try:
        for k in d:
            action(k)
    except RuntimeError as error:
        print(error)
d = {1: 1, 2: 2}
changed(d, lambda k: d.update({k + 10: 0}))
d = {1: 1, 2: 2}
changed(d, lambda k: d.pop(k))
d = {1: 1, 2: 2}
changed(d, lambda k: (d.pop(k), d.update({k + 5: 0})))
d = {1: 1, 2: 2}
changed(d, lambda k: d.update({k: 'same size'}))
print(d)
s = {1, 2}
changed(s, lambda k: s.add(k + 10))
changed(d.items(), lambda k: d.clear())
