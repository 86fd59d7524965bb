class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return self.x < o.x
    def __bool__(self): return bool(self.x or self.y)
    def __iter__(self): yield self.x; yield self.y
    def __contains__(self, v): return v in (self.x, self.y)
    def __getattr__(self, n): return 'dyn_' + n
    def __call__(self, *a, **k): return (a, k)
    def __format__(self, spec): return f'<{spec}>'
    def __str__(self): return f'V({self.x}, {self.y})'
v = V(1, 2)
print(v + v, 3 * v, v == V(1, 2), {v: 1}[V(1, 2)], sorted([V(3, 0), V(1, 0)])[0], bool(V(0, 0)), list(v), 2 in v, v.foo, v(1, k=2), f'{v:abc}', v != V(1, 2))
a, b = v
print(a, b, max(V(1,1), V(2,2)), [V(1,2)].index(V(1,2)), V(1,2) in [V(1,2)], {V(1,2), V(1,2)} and len({V(1,2), V(1,2)}))
