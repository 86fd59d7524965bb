x = 1
del x
try:
    x
except NameError as error:
    print(error)
def f():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError as error:
        print(error)
f()
def g():
    z = 1
    def inner():
        return z
    del z
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
g()
a, b, c, d = 1, 2, 3, 4
del a, (b, [c])
print(d)
try:
    del a
except NameError as error:
    print(error)
def h():
    del q
    q = 1
try:
    h()
except UnboundLocalError as error:
    print(error)
x = 'again'
print(x)
