pow = None
print(pow)
def area(r):
    return pi * r ** 2
try:
    area(1)
except NameError as error:
    print(error)
try:
    floor
except NameError as error:
    print(error)
from math import *
print(round(area(2), 6), floor(2.7), pow(2, 3), [ceil(x) for x in (1.2, 2.0)], max(e, tau) == tau)
pi = 3
print(area(1))
for _ in range(2):
    from math import *
print(area(1) == pi != 3)
try:
    not_in_math
except NameError as error:
    print(error)
len = lambda x: -1
if floor(0.5):
    len = None
print(len([1]), abs(-2), (lambda: gcd(12, 18))())
try:
    from no_such_module import *
except ModuleNotFoundError as error:
    print(error)
