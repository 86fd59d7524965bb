def attempt(action):
    try:
        action()
    except BaseException as error:
        print(type(error).__name__, repr(error), error.args)
def a(): raise ValueError
def b(): raise ValueError()
def c(): raise ValueError('m', 2)
def d(): raise 5
def e(): raise 'text'
def f(): raise None
def g(): raise KeyError('k') from None
def h(): raise ValueError from TypeError
def i(): raise ValueError from 5
def j(): raise int
def k(): raise StopIteration(3)
def l(): raise KeyboardInterrupt
def m(): raise SystemExit(3)
def n(): raise GeneratorExit
for action in (a, b, c, d, e, f, g, h, i, j, k, l, m, n):
    attempt(action)
