"""The names that the module types has for types without a builtin name."""
import types


def f():
    yield


async def g():
    yield


async def coroutine():
    pass


class C:
    __slots__ = ('slot',)


made = coroutine()
for value, expected in (
    (None, types.NoneType), (..., types.EllipsisType), (NotImplemented, types.NotImplementedType),
    (f(), types.GeneratorType), (g(), types.AsyncGeneratorType), (made, types.CoroutineType),
    (int | str, types.UnionType), (list[int], types.GenericAlias), (types, types.ModuleType),
    (C.slot, types.MemberDescriptorType), (vars(C), types.MappingProxyType), (f, types.FunctionType),
    (len, types.BuiltinFunctionType), (str.join, types.MethodDescriptorType), (object.__init__, types.WrapperDescriptorType),
    ((1).__add__, types.MethodWrapperType), (dict.__dict__['fromkeys'], types.ClassMethodDescriptorType),
):
    print(type(value) is expected, expected.__name__, isinstance(value, expected))
made.close()
for cls in (types.NoneType, types.EllipsisType, types.NotImplementedType):
    print(cls, cls() is cls())
    try:
        cls(1)
    except TypeError as error:
        print(error)
for cls in (types.GeneratorType, types.CoroutineType, types.UnionType, types.BuiltinFunctionType):
    try:
        cls()
    except TypeError as error:
        print(error)
    try:
        type('Sub', (cls,), {})
    except TypeError as error:
        print(error)
try:
    raise ValueError
except ValueError as error:
    print(isinstance(error.__traceback__, types.TracebackType), types.TracebackType.__name__)
