e = 'before'
try:
    raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
except* ValueError as e:
    print(repr(e))
except* KeyError:
    try:
        e
    except NameError as error:
        print(error)
try:
    try:
        raise ValueError(1)
    except* ValueError as e:
        raise TypeError
except TypeError:
    pass
try:
    e
except NameError as error:
    print(error)
