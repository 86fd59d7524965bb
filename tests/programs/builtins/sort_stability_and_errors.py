calls = []
def key(x):
    calls.append(x)
    return x % 3
print(sorted(range(10), key=key), calls)
def bad(x):
    if x == 2:
        raise ValueError('in key')
    return x
l = [3, 2, 1]
try:
    l.sort(key=bad)
except ValueError as error:
    print(error, l)
l = [1, 2, 3]
def mutate(x):
    l.append(x)
    return x
try:
    l.sort(key=mutate)
except ValueError as error:
    print(error)
m = [3, 1, 2]
m.sort(key=lambda x: print('during', m) or x)
print(m)
