g = (1 // x for x in (1, 0, 2))
print(next(g))
try:
    next(g)
except ZeroDivisionError as error:
    print(error)
print(list(g))
def f():
    raise StopIteration
try:
    list(f() for _ in range(2))
except RuntimeError as error:
    print(error, repr(error.__cause__))
def loops():
    return next(me)
me = (loops() for _ in range(1))
try:
    next(me)
except ValueError as error:
    print(error)
