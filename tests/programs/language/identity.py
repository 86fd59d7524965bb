a = [1]
b = [1]
print(a is b, a is a, a is not b, None is None, () is (), a == b)
x = y = 'text'
print(x is y, True is True, 1 is not None)
def f():
    return None
print(f() is None, f is f, type(1) is int)
