# Caches, partial calls, named tuples, ordered dicts and counters where the machine has the answer without running code,
# and where it has not.
from functools import cache, lru_cache, partial
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
def t(s):
    try: print(s,'->',repr(eval(s)))
    except BaseException as e: print(s, '!!', type(e).__name__, e)
calls=[]
@lru_cache(maxsize=2)
def f(*a,**k):
    calls.append((a,k)); return a,k
f(1);f(1);f(2);f(1);f(3);f(1);f(2);print(calls,f.cache_info())
f(1,2);f(1,2);f(a=1);f(a=1);f();f();print(f.cache_info()); f.cache_clear(); print(f.cache_info())
t("f([1])"); t("f(1,[1])")
class K:
    def __init__(s,v): s.v=v
    def __hash__(s): return hash(s.v)
    def __eq__(s,o): return isinstance(o,K) and s.v==o.v
@cache
def g(x): calls.append(x); return x
print(g(K(1)).v,g(K(1)).v,g.cache_info(),g(1.0),g(1),g(True),g.cache_info())
@lru_cache(typed=True)
def h(x): return x
print(h(1),h(1.0),h.cache_info())
class C:
    @lru_cache(None)
    def m(self,x): return x*2
c=C(); print(c.m(2),c.m(2),C.m.cache_info())
@lru_cache
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(150),fib.cache_info())
@lru_cache(maxsize=3)
def e(x):
    if x==3: raise ValueError(x)
    return x
t("[e(1),e(2)]"); t("e(3)"); t("e(3)"); t("e.cache_info()"); t("e()"); t("e(1,2)"); t("e(x=1)")
def add(*a,**k): return a,k
p=partial(add,1,b=2); t("p(3)"); t("p(3,c=4)"); t("p(b=5)"); t("partial(p,7,z=1)(8)"); t("p()"); t("partial(int,base=2)('101')"); t("partial(print,1,2,sep='-')(3)"); t("partial(add)(*range(3),**{'x':1})"); t("partial(len)()")
t("list(map(partial(pow,2),range(5)))")
t("sorted('abc',key=partial(lambda a,b:-ord(b),1))")
class P(partial):
    def __call__(self,*a): return 'P',super().__call__(*a)
t("P(add,1)(2)")
p.__setstate__((add,(9,),{'q':1},{})); t("p(1)")
class Q(partial): __slots__=('zz','aa')
t("Q(add,5)(6)")
N=namedtuple('N','x y z',defaults=[3]); 
for s in ["N(1,2)","N(1,y=2)","N(x=1,y=2,z=9)","N(z=1,y=2,x=3)","N(1)","N(1,2,3,4)","N(1,2,x=1)","N(1,2,w=1)","N()","N(*[1,2],**{'z':0})","N(1,2,3).z","N(1,2)._replace(y=5)"]: t(s)
class NS(N):
    def __new__(cls,x): return super().__new__(cls,x,x)
t("NS(4)"); t("NS(4).y"); t("NS(4).z")
class NT(N): pass
t("NT(1,y=3)"); t("NT(1,2).x")
n=N(1,2)
for i in range(3):
    print(n.x,n.z,NT(5,6).x,n.__len__(),n.count)if 0 else print(n.x,n.z,NT(5,6).x)
N.x=property(lambda s:'changed'); print(n.x)
O=OrderedDict(a=1,b=2,c=3); O.move_to_end('a'); print(O); O.move_to_end('c',last=False); print(O); t("O.move_to_end('q')"); t("O.popitem(last=False)"); t("O.popitem()"); t("O.popitem(False)"); t("O.popitem(False)")
O=OrderedDict()
for i in range(500): O[i]=i
for i in range(300): O.popitem(last=False)
for i in range(150): O.popitem()
for i in range(40): O['a',i]=i; O.popitem(last=False)
for k in list(O)[::2]: O.move_to_end(k)
print(O); 
while O: O.popitem(False)
O[1]=2; print(O, O.popitem(False), O); 
O=OrderedDict((K(i),i) for i in range(3)); O.move_to_end(K(0)); print(list(O.values()), O.popitem(False)[1])
t("Counter('hello')"); t("Counter([1,1.0,True,'a'])"); t("Counter([1,[]])"); t("Counter(range(3))"); t("Counter({1:2})"); t("Counter((K(1),K(1)))[K(1)]"); t("Counter(x for x in 'aab')"); t("Counter([(1,2),(1,2),'x'])"); t("Counter(deque('aab'))"); t("Counter(dict(a=5).keys())"); t("Counter(5)")
c=Counter()
try: c.update([1,2,[]])
except TypeError as x: print(x,c)
d=defaultdict(list); d[1].append(2); print(d)
