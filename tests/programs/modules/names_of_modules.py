"""dir() of a module: what the module holds, nothing of its type."""
import math
import types

for module in (math, types):
    names = dir(module)
    print(module.__name__, names == sorted(names), '__name__' in names, '__doc__' in names)
    print([name for name in ('__class__', '__eq__', '__dict__', '__getattribute__', '__init__', '__dir__') if name in names])
print([name for name in dir(math) if name[0] == 's'], 'FunctionType' in dir(types))
try:
    math.squrt
except AttributeError as error:
    print(error)
