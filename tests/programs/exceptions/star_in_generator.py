def g():
    try:
        yield 1
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError as e:
        yield repr(e)
        try:
            raise
        except ExceptionGroup as again:
            yield repr(again)
    except* KeyError as e:
        yield repr(e)


for x in g():
    print(x)
    try:
        raise
    except RuntimeError as error:
        print(error)
