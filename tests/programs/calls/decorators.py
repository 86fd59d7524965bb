def trace(f):
    print('decorating', f.__name__)
    def wrapper(*args, **kw):
        print('calling', f.__name__, args, kw)
        return f(*args, **kw)
    return wrapper
def twice(f):
    return lambda *a: f(f(*a))
def with_argument(n):
    print('argument', n)
    def decorate(f):
        return lambda x: f(x) + n
    return decorate
@trace
def add(a, b=1):
    return a + b
print(add(1), add(1, b=5))
@trace
@twice
def inc(x):
    return x + 1
print(inc(1)) if False else None
