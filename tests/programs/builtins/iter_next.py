it = iter([1, 2])
print(next(it), next(it), next(it, 'default'), next(it, None))
try:
    next(it)
except StopIteration as error:
    print(repr(error))
values = iter([3, 1, 0, 5])
print(list(iter(lambda: next(values), 0)), list(values))
def countdown():
    global n
    n -= 1
    return n
n = 4
print(list(iter(countdown, 0)))
l = [1]
it = iter(l)
l.append(2)
print(list(it))
l.append(3)
print(list(it))
for x in iter('ab'):
    print(x, end=' ')
for name in (iter([]), iter(()), iter('é'), iter({}), iter(set()), iter(range(0)), iter(b''), iter({}.keys()), iter({}.values()), iter({}.items()), iter(int, 0), iter(bytearray())):
    print(type(name).__name__, end=' ')
print()
for action in (lambda: iter(5), lambda: next(5), lambda: next([]), lambda: iter()):
    try:
        action()
    except TypeError as error:
        print(error)
