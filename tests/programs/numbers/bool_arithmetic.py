print(True + True, True & False, True | 2, True ^ True, ~True if False else -2, -True, +True, abs(True), True * 2.5)
print(type(True & True), type(True & 1), type(+True), True < 2, True == 1, [10, 20][True], repr(True), str(False))
print(bool(), bool(0.0), bool(-0.0), bool(''), bool([0]), bool(10 ** 30), bool(0j), bool(None))
try:
    bool(1, 2)
except TypeError as error:
    print(error)
