def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
def a():
    x = 1
    x += 'a'
def b():
    x = 'a'
    x -= 1
def c():
    x = []
    x += 1
def d():
    x = ()
    x += []
def e():
    x = {}
    x |= 1
def f():
    x = 1
    x //= 0
def g():
    x = None
    x **= 2
def h():
    x = {1}
    x -= [1]
def i():
    x = 1.5
    x >>= 1
for function in (a, b, c, d, e, f, g, h, i):
    attempt(function)
