class Desc:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, cls=None): return self if obj is None else ('got', self.name)
    def __set__(self, obj, value): print('set', self.name, value)
class UsesDesc:
    d = Desc()
    def __init_subclass__(cls, **kw): print('subclass', cls.__name__, kw)
u = UsesDesc()
u.d = 5
print(u.d, UsesDesc.d.name)
class Sub(UsesDesc, flag=True): pass
