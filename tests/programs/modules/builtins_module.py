"""The module builtins has what every program finds without importing it."""
import builtins
from builtins import len as size, print as show

show(size('abc'), builtins.len is len, builtins.int is int, builtins.ValueError is ValueError, builtins.None_ if False else builtins.max(1, 2))
print(builtins.__name__, builtins.True_ if False else getattr(builtins, 'True'), getattr(builtins, 'None'), builtins.__debug__,
      builtins.Ellipsis is ..., builtins.NotImplemented is NotImplemented, builtins.IOError is OSError)
print(sorted(name for name in ('abs', 'zip', 'exec', 'object', 'KeyError', 'ExceptionGroup', '__import__', '__build_class__')
             if name in dir(builtins)))
print(hasattr(builtins, 'nothing'), hasattr(builtins, '__set_up_annotations__'), hasattr(builtins, '__load_name__'))
try:
    builtins.nothing
except AttributeError as error:
    print(error)
try:
    from builtins import nowhere
except ImportError as error:
    print(error)


def use():
    return builtins.sorted([3, 1, 2], key=lambda x: -x), builtins.isinstance(1, builtins.int), list(builtins.map(builtins.str, [1]))


print(use())
print(builtins.eval('1 + 1'), [builtins.repr(x) for x in ('a', builtins.type(1))])
shadowed = [name for name in ('list', 'dict') if getattr(builtins, name) is not globals().get(name, getattr(builtins, name))]
print(shadowed)
