def f(error):
    try:
        raise error
    except* ValueError as group:
        print('values', repr(group))
    except* (TypeError, KeyError) as group:
        print('types', repr(group))
    else:
        print('else')
    finally:
        print('finally')
f(ExceptionGroup('g', [ValueError(1), TypeError(2), ValueError(3)]))
f(ValueError('naked'))
try:
    f(ExceptionGroup('g', [OSError(1), KeyError('k')]))
except ExceptionGroup as rest:
    print('rest', repr(rest))
try:
    try:
        raise ExceptionGroup('a', [ValueError(1)])
    except* ValueError:
        raise RuntimeError('in handler')
except RuntimeError as error:
    print(repr(error))
try:
    pass
except* Exception:
    print('never')
else:
    print('only else')
