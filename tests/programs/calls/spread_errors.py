def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)
def f(a=0, **kw):
    return a, kw
attempt(lambda: f(*5))
attempt(lambda: f(**5))
attempt(lambda: f(1, *None))
attempt(lambda: f(a=1, **{'a': 2}))
attempt(lambda: f(1, **{'a': 2}))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(**{'x': 1}, **{'x': 2}))
attempt(lambda: f(x=1, **{'y': 1}, **{'x': 2}))
attempt(lambda: f(**{'not an identifier': 1}))
attempt(lambda: f(**None))
attempt(lambda: f(*[1], *[2]))
