try:
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2), TypeError(3)])
    except* ValueError as e:
        try:
            raise ExceptionGroup('inner', [OSError(4), e])
        except* OSError as inner:
            print('inner', repr(inner))
    except* KeyError as e:
        print('key', repr(e))
except* Exception as e:
    print('outer', repr(e))
