l = [1, 2, 3, 4, 5]
del l[0], l[-1]
print(l)
d = {'a': 1, 'b': [1, 2]}
del d['a'], d['b'][0]
print(d)
def f():
    k = 0
    def g():
        nonlocal k
        del k
    g()
    try:
        print(k)
    except NameError as error:
        print(type(error).__name__, error)
    k = 2
    print(k)
f()
