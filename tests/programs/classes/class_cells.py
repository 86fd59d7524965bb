# __class__ in class bodies, what super() lacks, and what metaclasses do with the cell.
class A:
    def f(self):
        return 'A'


class B(A):
    def f(self):
        return super().f()

    __class__ = 413


print(B().f(), B().__class__)


def outer():
    __class__ = 'outer'

    class C:
        seen = __class__

        def f(self):
            return __class__

    return C


print(outer().seen, outer()().f().__name__)


class D:
    def deleted(self):
        del self
        super()

    def captured(self):
        del self
        super()
        return lambda: self


for method in D.deleted, D.captured:
    try:
        method(D())
    except RuntimeError as error:
        print(error)


class Drops(type):
    def __new__(cls, name, bases, namespace):
        namespace.pop('__classcell__', None)
        return super().__new__(cls, name, bases, namespace)


class Twice(type):
    def __new__(cls, name, bases, namespace):
        made = super().__new__(cls, name, bases, namespace)
        type('Second', (), namespace)
        return made


for metaclass in Drops, Twice:
    try:
        class E(metaclass=metaclass):
            def f(self):
                return __class__
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, str(error).replace('test_class_cells.', ''))


def closed(x, /, y, *z, k=1):
    def inner():
        return x, k
    return inner


print(closed(1, 2).__closure__[0].cell_contents, closed.__closure__, closed.__code__.co_argcount,
      closed.__code__.co_posonlyargcount, closed.__code__.co_kwonlyargcount, closed.__code__.co_varnames[:4],
      sorted(closed(1, 2).__code__.co_freevars))


class F:
    pass


class G(F):
    pass


class H:
    __slots__ = ('__weakref__',)


class I(str):
    pass


class J(int):
    pass


for cls in F, G, H, I, J:
    print([name in vars(cls) for name in ('__dict__', '__weakref__')],
          [name for name in sorted(vars(cls)) if name != '__static_attributes__'] if cls is F else '')
f = F()
f.x = 1
print(F.__dict__['__dict__'].__get__(f), f.__weakref__, hasattr(H(), '__dict__'), J(5).__dict__, I('a').__dict__)


class SetOnly:
    def __set__(self, instance, value):
        instance.__dict__['a'] = value


class K:
    a = SetOnly()


k = K()
print(type(k.a).__name__)
k.a = 5
print(k.a)


class Item(dict):
    __setattr__ = dict.__setitem__


item = Item()
item.key = 'value'
print(item)
try:
    object.__setattr__(F, 'x', 1)
except TypeError as error:
    print(error)
