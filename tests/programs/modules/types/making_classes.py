"""types.new_class, prepare_class, resolve_bases: classes made by calls."""
import types

A = types.new_class('A', (), {}, lambda ns: ns.update(x=1, double=lambda self: self.x * 2))
print(A.__name__, A.x, A().double(), A.__module__, A.__bases__)
print(types.new_class('Empty').__mro__)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **keywords):
        print('prepare', name, bases, keywords)
        return {'prepared': True}

    def __new__(mcls, name, bases, namespace, **keywords):
        print('new', name, sorted(key for key in namespace if not key.startswith('__')), keywords)
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print('init', name, keywords)


B = types.new_class('B', (A,), {'metaclass': Meta, 'flag': 3}, lambda ns: ns.__setitem__('y', 2))
print(type(B), B.prepared, B.y, B.x)
meta, namespace, keywords = types.prepare_class('P', (B,), {'metaclass': type, 'other': 1})
print(meta, namespace, keywords)
print(types.prepare_class('Q'))
given = {'metaclass': Meta}
print(types.prepare_class('R', (), given)[2], given)


class Stands:
    def __mro_entries__(self, bases):
        return (A, int)


stands = Stands()
print(types.resolve_bases((stands, str)), types.resolve_bases((int, str)))
plain = (int,)
print(types.resolve_bases(plain) is plain)
C = types.new_class('C', (stands,))
print(C.__bases__, C.__orig_bases__ == (stands,))
L = types.new_class('L', (list[int],))
print(L.__bases__, L.__orig_bases__)


class Other(type):
    pass


class Bad:
    def __mro_entries__(self, bases):
        return [int]


for bad in (lambda: types.new_class('X', (B,), {'metaclass': Other}), lambda: types.resolve_bases((Bad(),)),
            lambda: types.new_class('X', (Bad(),)), lambda: types.new_class('X', (bool,)),
            lambda: types.new_class('X', (int, str))):
    try:
        print(bad())
    except TypeError as error:
        print(error)

# What is no class may make one as well.
made = types.new_class('Anything', (), {'metaclass': lambda name, bases, ns, **kw: (name, bases, dict(ns), kw), 'k': 1})
print(made)


class Init:
    def __init_subclass__(cls, /, label=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.label = label


print(types.new_class('Labelled', (Init,), {'label': 'here'}).label)
