print(pow(2, 3, 5), sum([1, 2]))
def power():
    return pow(2, 3)
print(power())
from math import *
print(power(), pow(2, 3))
try:
    pow(2, 3, 5)
except TypeError as error:
    print(type(error).__name__)
print(__name__, sum([1, 2]))
