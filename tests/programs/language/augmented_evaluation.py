# The target's parts are evaluated once.
def f(x):
    print('f', x)
    return x
l = [[1, 2], [3]]
l[f(0)][f(1)] += f(10)
print(l)
d = {}
try:
    d[f('k')] += f(1)
except KeyError as error:
    print('KeyError', error)
t = ([1],)
try:
    t[0] += [2]
except TypeError as error:
    print(error, t)
