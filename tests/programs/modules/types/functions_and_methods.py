"""FunctionType, MethodType and their attributes."""
import types


def f(a, b=2, *args, c: int = 3, **kwargs) -> str:
    """Says what it got."""
    inside = a
    return f'{inside}{b}{args}{c}{kwargs}'


print(type(f) is types.FunctionType, types.LambdaType is types.FunctionType, isinstance(lambda: 0, types.LambdaType))
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__)
print(f.__closure__, f.__dict__)
f.mark = 1
f.__name__ = 'g'
f.__defaults__ = (20,)
f.__kwdefaults__ = {'c': 30}
print(f(1), f.__dict__, f.__name__)
f.__defaults__ = None
try:
    f(1)
except TypeError as error:
    print(error)


class C:
    def method(self, n):
        """Doc of the method."""
        return self, n

    @classmethod
    def of_class(cls):
        return cls.__name__

    @staticmethod
    def static():
        return 'static'


c = C()
m = c.method
print(type(m) is types.MethodType, m.__self__ is c, m.__func__ is C.method, m.__name__, m.__doc__)
print(isinstance(C.of_class, types.MethodType), C.of_class.__self__, isinstance(C.static, types.FunctionType))
bound = types.MethodType(lambda self, x: (self, x), 'receiver')
print(bound(1), bound.__self__, bound == types.MethodType(bound.__func__, 'receiver'))
print(c.method == c.method, c.method == C().method, hash(c.method) == hash(c.method))
print(types.MethodType(len, [1, 2, 3])(), types.MethodType(C, 'x').__func__)
for bad in (lambda: types.MethodType(1, 2), lambda: types.MethodType(len, None), lambda: types.MethodType(len)):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
c.late = types.MethodType(lambda self, n: n * 2, c)
print(c.late(21))
print(type(len) is types.BuiltinFunctionType, type([].append) is types.BuiltinMethodType)
for value in (str.join, dict.fromkeys, object.__init__, object().__str__, dict.__dict__['fromkeys'], [].append, len):
    print(type(value).__name__)
