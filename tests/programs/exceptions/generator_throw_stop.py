def returns():
    try:
        yield 1
    except ValueError:
        return 'value'


it = returns()
next(it)
try:
    it.throw(ValueError)
except StopIteration as stop:
    print(repr(stop.value))


def lets_out():
    yield 1


it = lets_out()
next(it)
try:
    it.throw(StopIteration('thrown'))
except RuntimeError as error:
    print(error, repr(error.__cause__), repr(error.__context__))


def raises():
    yield 1
    raise StopIteration('own')


try:
    list(raises())
except RuntimeError as error:
    print(error, repr(error.__cause__))
