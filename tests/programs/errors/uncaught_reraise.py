def f():
    try:
        g()
    except ZeroDivisionError:
        print('logging')
        raise
def g():
    return 1 / 0
f()
