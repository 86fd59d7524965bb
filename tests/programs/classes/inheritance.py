class A: 
    def f(self): return ['A']
class B(A):
    def f(self): return ['B'] + super().f()
class C(A):
    def f(self): return ['C'] + super().f()
class D(B, C):
    def f(self): return ['D'] + super().f()
print(D().f(), [c.__name__ for c in D.__mro__])
try:
    class X(A, D): pass
except TypeError as e: print(e)
print(str(A()).startswith('<__main__.A object at 0x'), A, A.__module__, A.__qualname__)
