def f(a, items=[]):
    items.append(a)
    return items
print(f(1), f(2), f(3, []))
x = 'at definition'
def g(v=x):
    return v
x = 'changed'
print(g(), g(v=1))
def note(s):
    print('default', s)
    return s
def h(a=note(1), *, b=note(2), c=note(3)):
    return a, b, c
print(h(), h(b=0))
def k(a, b=None, *, c=()):
    return a, b, c
print(k(1), k.__defaults__, k.__kwdefaults__)
print((lambda a, b=[1], *c, d=4: (a, b, c, d))(1, 2, 3))
