g = ExceptionGroup('g', [ValueError(1), KeyError(2), ExceptionGroup('h', [ValueError(3), TypeError(4)]), OSError(5)])
print(g.split(ValueError))
print(g.split((KeyError, OSError)))
print(g.split(Exception))
print(g.split(ZeroDivisionError))
print(g.split(ExceptionGroup))
print(g.subgroup(TypeError), g.subgroup(ZeroDivisionError), g.subgroup(ArithmeticError))
print(g.split(LookupError)[0].exceptions[0] is g.exceptions[1], g.split(Exception)[0] is g)
print(g.derive([ValueError('new')]), g.derive((KeyboardInterrupt(),)))
for bad in (1, (ValueError, 1), int, 'x', None):
    for method in (g.split, g.subgroup):
        try:
            method(bad)
        except TypeError as error:
            print(error)
print(g.subgroup(()))
for call in (lambda: g.split(), lambda: g.subgroup(1, 2), lambda: g.derive(), lambda: g.derive([]), lambda: g.derive(1)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
