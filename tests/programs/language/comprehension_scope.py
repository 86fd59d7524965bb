x = 'outer'
print([x for x in range(3)], x)
print({x: x for x in 'ab'}, {x for x in [1]}, list(x for x in 'q'), x)
def f():
    y = 10
    out = [y + i for i in range(3)]
    fs = [lambda: i + y for i in range(3)]
    return out, [g() for g in fs]
print(f())
def g():
    items = [1, 2]
    return [items for items in items]
print(g())
def h(n):
    return [[n * i + j for j in range(2)] for i in range(2)]
print(h(5))
try:
    print(i)
except NameError as error:
    print(error)
k = [1, 2]
print([k for k in k], k)
def m():
    try:
        return [undefined_here for _ in range(1)]
    except NameError as error:
        return str(error)
print(m())
