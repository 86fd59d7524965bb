# min-python: 3.13
from typing import NoDefault, ParamSpec, TypeVar, TypeVarTuple

def f[T = int, *Ts = *tuple[int, str], **P = [int, str]](): pass
T, Ts, P = f.__type_params__
print(T.__default__, P.__default__, T.has_default(), P.has_default(), Ts.has_default())

def g[T, *Ts, **P](): pass
for each in g.__type_params__:
    print(each, each.__default__, each.has_default(), each.__default__ is NoDefault)

class Late[T = Undefined]: pass
try:
    Late.__type_params__[0].__default__
except NameError as error:
    print(error)
Undefined = int
print(Late.__type_params__[0].__default__)

print(TypeVar('V', default=str).__default__, TypeVar('W').__default__, TypeVar('X', default=NoDefault).has_default())
print(ParamSpec('Q', default=[int]).__default__, TypeVarTuple('Us').has_default())
