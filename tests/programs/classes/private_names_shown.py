# A function or class with a private name is bound to the mangled one, and shows the one that was written.
class C:
    def __m(self): ...

    class __Inner:
        def f(self): ...

        def __g(self):
            def h(): ...
            return h

        print(__qualname__)

    async def __a(self): ...

    def __iterate(self):
        yield 1

    @staticmethod
    def __s(): ...

    @property
    def __p(self): ...

    def names(self):
        def __local(): ...

        class __Local: ...
        return __local, __Local

    def declared(self):
        global __declared, __Declared

        def __declared(): ...

        class __Declared: ...
        return __declared, __Declared

    def outside(self): ...

    for each in (__m, __Inner, __a, __iterate, __s, __p.fget):
        print(each.__name__, each.__qualname__)
    print(__m.__code__.co_name)


print([name for name in vars(C) if 'C__' in name])
print(C._C__m.__name__, C._C__m.__qualname__, C._C__Inner)
print(C._C__Inner.f.__qualname__, C._C__Inner._Inner__g.__qualname__, C._C__Inner()._Inner__g().__qualname__)
for each in C().names() + C().declared():
    print(each.__name__, each.__qualname__)
print(_C__declared.__name__, _C__Declared)
try:
    C._C__m()
except TypeError as error:
    print(error)
print(C()._C__iterate().__qualname__)
