l = [3, 1, 2]

def seen(x):
    print(x, l)
    return x

l.sort(key=seen)
print(l)

def appending(x):
    l.append(x)
    return x

try:
    l.sort(key=appending)
except ValueError as error:
    print(error, l)

def clearing(x):
    l.clear()
    return -x

l.sort(key=clearing)
print(l)

def assigning(x):
    l[:] = [9, 9, 9]
    return x

try:
    l.sort(key=assigning)
except ValueError as error:
    print(error, l)

def sorting(x):
    l.sort(key=lambda y: y)
    return -x

l.sort(key=sorting)
print(l)

def failing(x):
    l.append(x)
    raise KeyError(x)

try:
    l.sort(key=failing)
except KeyError as error:
    print(repr(error), l)

def extending(x):
    l.extend([])
    return -x

l.sort(key=extending)
print(l)
