def outer(a, b=1, /, *rest, c, d=2, **more):
    def inner():
        nonlocal a
        a += 1
        return a, b
    return inner

def gen(n):
    return (i * n for i in range(n) if i)
