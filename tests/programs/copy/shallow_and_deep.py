import copy
a = [1, [2, 3], {'k': [4]}, (5, [6]), {7}]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append('new')
a[2]['k'].append('new')
a[3][1].append('new')
print(b)
print(c)
t = (1, 'x', (2, 3))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.copy('s'), copy.deepcopy(None), copy.copy(print) is print)
loop = [1]
loop.append(loop)
d = copy.deepcopy(loop)
print(d, d[1] is d, d is not loop)
shared = [0]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)
print(copy.copy(bytearray(b'x')), copy.deepcopy({1: {2: [3]}}), copy.deepcopy(frozenset([1])), copy.copy({1, 2}))
