class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        cls.kw = kw
        return cls
    def __call__(cls, *a):
        print('calling', cls.__name__)
        return super().__call__(*a)
    def __len__(cls):
        return 42
class M(metaclass=Meta, q=1):
    __slots__ = ('a', 'b')
    def __init__(self, a): self.a = a
m = M(3)
print(m.a, M.kw, len(M), type(M), hasattr(m, 'b'), hasattr(m, '__dict__'))
try:
    m.c = 1
except AttributeError as e: print(e)
