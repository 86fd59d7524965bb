import math
import math as m, sys
from math import pi, sqrt as root
print(math is m, pi == math.pi, root(16), sys.maxsize)
def f():
    import math
    from math import floor
    return math.ceil(1.2), floor(1.8)
print(f())
try:
    from math import nothing_there
except ImportError as error:
    print(type(error).__name__)
try:
    import module_that_is_not_there
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    math.nothing_there
except AttributeError as error:
    print(error)
