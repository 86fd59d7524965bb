# min-python: 3.12
x = 'global'
class C:
    x = 'class'
    type A = x
    def f[T: x](self, a: x = x) -> x: return x
    class D[T: x]:
        type B = x
        x = 'inner'
    x = 'later'
print(C.A.__value__, C.f.__annotations__, C().f(), C.f.__defaults__, C.f.__type_params__[0].__bound__)
print(C.D.__type_params__[0].__bound__, C.D.B.__value__)

def outer[T](x):
    class E[U](list[x]):
        type A = tuple[T, U, x]
        def m[V](self): return T, U, V, x
    return E
E = outer('local')
print(E().m(), E.A.__value__, E.__qualname__, E.m.__qualname__)

def f[f](): return f
print(f())

def rec[T](n): return n if n == 0 else rec(n - 1)
print(rec(3))

def deco(tag):
    print('deco', tag)
    return lambda g: (print('apply', tag, g.__name__), g)[1]
@deco(1)
@deco(2)
def h[T](x=print('default'), *, y=print('keyword')): return x, y
print(h())

@deco(3)
class K[T]:
    "K's doc"
print(K.__doc__, K.__name__)

async def co[T](x: T): yield T
print(co.__type_params__)

namespace = {}
exec('type Y = int\nclass Z[T]: \n  v = 1\n  def m[U: v](self): return T, U, q\nq = 5', namespace)
print(namespace['Y'].__value__, namespace['Z']().m(), namespace['Z'].m.__type_params__[0].__bound__)
