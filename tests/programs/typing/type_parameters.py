# min-python: 3.12
def f[T: int, *Ts, **P](x: T, y: list[T] = []) -> T:
    "doc"
    return x

print(f(3), f.__name__, f.__qualname__, f.__type_params__, f.__annotations__, f.__doc__)
T = f.__type_params__[0]
print(T.__bound__, T.__constraints__, T.__name__, T.__infer_variance__, type(T))

type A = int | str
print(A, A.__value__, A.__name__, A.__type_params__, type(A))
type L[K] = list[K] | None
print(L, L.__value__, L.__type_params__, L[int])
type Rec = dict[str, Rec]
print(Rec.__value__)

class C[T, U](dict[T, U]):
    type Inner = T
    x: T
    def m[V](self, v: V, w: T) -> "C[T, U]":
        return V, T, __class__, super().__len__()
    y = 5
    type Y = y
    def n[Z: (y, Inner)](self, a: y = 3): return a
print(C.__type_params__, C.__parameters__, C.__orig_bases__, C.__bases__)
print(C().m(1, 2), C.m.__qualname__, C.Inner.__value__)
print(C.Y.__value__, C.n.__type_params__[0].__constraints__, C().n(), C.n.__annotations__)
print(C[int, str])

def outer():
    class D[T]:
        def go(self):
            return T
    def deco(g):
        print('deco', g.__name__); return g
    @deco
    def inner[T](a=D): return a
    print(inner.__qualname__, D.__qualname__, D.__name__)
    return D
print(outer()().go())

async def co[T](x: T): return T
def gen[T](): yield T
print(next(gen()))

class P:
    class __Q: pass
    def m[__T: __Q](self, x: __T): return __T
    class R[__S]:
        z = lambda: __S
        def q(self): return __S
print(P.m.__type_params__, P.m.__annotations__, P.m.__type_params__[0].__bound__ is P._P__Q)
print(P.R().q())
print((lambda: 3).__type_params__, int.__type_params__)
class E(C[int, str]): pass
print(E.__type_params__, E.__parameters__)
