def g():
    try:
        raise KeyError('handled inside')
    except KeyError:
        yield 1


it = g()
next(it)
try:
    it.throw(ValueError('thrown'))
except ValueError as error:
    print(repr(error.__context__))


def plain():
    yield 1


it = plain()
next(it)
try:
    raise OSError('outside')
except OSError:
    try:
        it.throw(ValueError('thrown'))
    except ValueError as error:
        print(repr(error.__context__))
