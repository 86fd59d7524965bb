x = 1
def f():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 2
f()
def g(flag):
    if flag:
        value = 1
    return value
print(g(True))
try:
    g(False)
except UnboundLocalError as error:
    print(error)
def outer():
    def inner():
        return later
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    later = 5
    print(inner())
outer()
for _ in []:
    never = 1
try:
    never
except NameError as error:
    print(error)
try:
    undefined
except NameError as error:
    print(error, error.name)
