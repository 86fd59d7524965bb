l = list(range(6))
l[1:3] = 'xyz'
print(l)
l[:0] = [0, 0]
print(l)
l[len(l):] = (9,)
print(l)
l[::2] = [None] * len(l[::2])
print(l)
l[2:2] = []
l[5:1] = ['ins']
print(l)
del l[1:3], l[::3]
print(l)
l[:] = l
print(l)
l[1:2] = l
print(l)
try:
    l[::2] = [1]
except ValueError as error:
    print(error)
try:
    l[0:2] = 5
except TypeError:
    print('TypeError')
del l[:]
print(l)
