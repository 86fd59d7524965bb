g = ExceptionGroup('several', [ValueError('v'), TypeError('t'), ExceptionGroup('inner', [KeyError('k')])])
print(repr(g), g.message, len(g.exceptions), g)
match, rest = g.split(ValueError)
print(repr(match), repr(rest))
print(repr(g.subgroup(KeyError)), g.subgroup(OSError))
print(repr(g.derive([ValueError('x')])))
try:
    raise g
except ExceptionGroup as error:
    print('caught', error is g)
for make in (lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', [5]), lambda: ExceptionGroup('m', 5), lambda: ExceptionGroup('m', [KeyboardInterrupt()]), lambda: ExceptionGroup(1, [ValueError()])):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error)
print(type(BaseExceptionGroup('m', [ValueError()])).__name__, type(BaseExceptionGroup('m', [KeyboardInterrupt()])).__name__)
