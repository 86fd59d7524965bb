# Iterators that need no code of the program, and those that do after all.
from itertools import *
import operator
def t(s):
    try: print(s,'->',repr(eval(s)))
    except BaseException as e: print(s, '!!', type(e).__name__, e)
def lim(it,n=12): return list(islice(it,n))
for n in range(4):
    for r in list(range(6))+[None]:
        print(n,r,list(permutations(range(n),r)))
        if r is not None:
            print(list(combinations('abcde'[:n],r)),list(combinations_with_replacement(range(n),r)))
            print(list(product(range(n),repeat=r)))
print(list(product('ab',[1,2],(3,))),list(product()),list(product([],[1])),list(product('ab',repeat=0)))
it=iter(range(20)); x=islice(it,5,2); print(list(x),next(it))
it=iter(range(20)); x=islice(it,2,9,3); print(list(x),next(it))
d={1:1,2:2}
z=zip_longest(d,'abc')
next(z); d[3]=3
try: next(z)
except RuntimeError as e: print(e)
print(list(z))
class S(permutations): pass
print(list(S([1,2])))
class S2(chain):
    def __init__(self,*a): self.a=a
print(list(S2([1,2])))
x=range(3)
for i in range(200): x=islice(x,None)
print(list(x))
x=[1]
for i in range(200): x=chain(x,[i])
print(len(list(x)))
import copy
c=count(5); next(c); print(copy.copy(c), next(c), c)
r=repeat('a',5); next(r); print(copy.copy(r), r)
