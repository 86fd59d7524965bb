# min-python: 3.12
def f[T: Missing](): return T
T = f()
try:
    T.__bound__
except NameError as error:
    print(error)
Missing = int
print(T.__bound__, T.__bound__)

type Broken = 1 / 0
try:
    Broken.__value__
except ZeroDivisionError as error:
    print(error)

calls = []
def note(value):
    calls.append(value)
    return value
type Noted = note(int)
print(calls, Noted.__value__, Noted.__value__, calls)

def g[A: (note(1), note(2))](): return A
print(calls)
print(g().__constraints__, g().__constraints__, len(calls))

type Plain = int
try:
    Plain[int]
except TypeError as error:
    print(error)
for wrong in (lambda: isinstance(1, Plain), lambda: setattr(f, '__type_params__', 3)):
    try:
        wrong()
    except TypeError as error:
        print(error)
for _ in range(3):
    type Again = list[Again]
print(Again.__value__)
type = 3
type += 1
print(type)
