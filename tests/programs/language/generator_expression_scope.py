n = 1
g = (n * i for i in range(3))
n = 10
print(list(g))
items = [1, 2]
g = (x for x in items)
items = 'replaced'
print(list(g))
def f():
    k = 2
    g = (k * x for x in range(3))
    k = 5
    return list(g)
print(f())
def h():
    for i in range(2):
        yield_later = (i for _ in range(1))
    return list(yield_later)
print(h())
fs = [(lambda: x) for x in range(3)]
print([q() for q in fs], [q() for q in ((lambda: y) for y in range(3))], [q() for q in list((lambda: z) for z in range(3))])
