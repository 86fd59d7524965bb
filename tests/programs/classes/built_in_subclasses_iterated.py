class N(int): pass
class M(int):
    def __rmul__(self, o): return 'rmul'
class S(str): pass
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: 'ab' * N(2))
t(lambda: N(2) * 'ab')
t(lambda: N(2) * [1])
t(lambda: (1,) * N(2))
t(lambda: 'ab' * M(2))
t(lambda: f'{S("f"):>3}')
t(lambda: format(S('f'), '>3'))
t(lambda: '{:>3}'.format(S('f')))
class L(list):
    def __iter__(self): return iter(['over'])
t(lambda: [*L([1,2])])
t(lambda: list(L([1,2])))
t(lambda: tuple(L([1,2])))
def f(*a): return a
t(lambda: f(*L([1,2])))
def g():
    a, = L([1,2])
    return a
t(g)
t(lambda: [x for x in L([1,2])])
t(lambda: {*L([1,2])})
t(lambda: set(L([1,2])))
class R:
    def __repr__(self): return 3
t(lambda: str(R()))
t(lambda: repr(R()))
class D(dict):
    def __iter__(self): return iter(['k'])
    def keys(self): return ['k']
    def __getitem__(self, k): return 'v'
t(lambda: {**D(a=1)})
t(lambda: dict(D(a=1)))
t(lambda: dict(**D(a=1)))
def h(**k): return k
t(lambda: h(**D(a=1)))
