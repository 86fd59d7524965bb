# min-python: 3.12
# A generic function or class that is declared global has its plain name as its qualified one.
def outer():
    global f, G
    def f[T](x: T): return x
    class G[T]:
        def m(self): ...
    def local[T](): ...
    class C:
        global k
        def k[T](): ...
        def __p[T](self): ...
    @(lambda x: x)
    def deco[T](): ...
    return local, C, deco
a, b, c = outer()
print(f.__qualname__, f.__name__, G.__qualname__, G.m.__qualname__, a.__qualname__, k.__qualname__, c.__qualname__, b._C__p.__name__, b._C__p.__qualname__)
