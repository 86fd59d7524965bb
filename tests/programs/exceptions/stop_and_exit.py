print(StopIteration().value, StopIteration(1).value, StopIteration(1, 2).value)
print(SystemExit().code, SystemExit(3).code, SystemExit(1, 2).code)
e = SystemExit(3)
e.code = 9
print(e.code, e.args)
del e.code
print(e.code)
e = StopIteration(1)
e.args = (2,)
print(e.value, e.args)
try:
    raise SystemExit('bye')
except SystemExit as e:
    print(e.code, repr(e), e)
