# Named tuples whose classes are subclassed or changed.
from collections import namedtuple
P=namedtuple('P','x y z', defaults=[3])
p=P(1,2,3)
print(p, p.x, p.z, P.x, P.x.__doc__)
P.x.__doc__='hello'
print(P.x, P(1,2), P(z=1,x=2,y=3), p==(1,2,3), hash(p)==hash((1,2,3)))
class Q(P):
    def __new__(cls, x): return super().__new__(cls, x, x, x)
    @property
    def s(self): return self.x+self.y
print(Q(4), Q(4).s)
class R(P):
    __slots__ = ()
    def n(self): return self.z
print(R(1,2,9).n(), type(R(1,2,9)))
class S(P): pass
s=S(1,2,3); s.foo=5; print(s.foo, s, s._replace(x=7).x)
try: p.x=3
except AttributeError as e: print(e)
try: P(1)
except TypeError as e: print(e)
old=P.__new__
def f(cls,*a): print('made',a); return old(cls,*a)
P.__new__=f
print(P(1,2,3))
class N(P):
    def __init__(self,*a): print('init',a)
N(5,6,7)
