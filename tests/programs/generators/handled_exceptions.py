"""What a generator handles is its own, also where its caller handles the very same exception."""


def f():
    try:
        yield
    except Exception as error:
        print(repr(error), repr(error.__context__))
        yield
        try:
            raise
        except ValueError as again:
            print(again is error)
        try:
            raise KeyError('own')
        except KeyError as own:
            print(own.__context__ is error)
        yield
        raise


made = f()
next(made)
try:
    raise ValueError('thrown')
except Exception as error:
    made.throw(error)
    try:
        raise
    except ValueError as same:
        print(same is error)
next(made)
try:
    raise KeyError('outer')
except KeyError:
    try:
        next(made)
    except ValueError as error:
        print(repr(error), repr(error.__context__))


def g():
    try:
        raise KeyError('inner')
    except KeyError:
        yield 1
    try:
        raise
    except RuntimeError as error:
        print(error)
    yield 2


def outer():
    yield from g()


for it in g(), outer():
    next(it)
    next(it)
for it in g(), outer():
    next(it)
    try:
        it.throw(ValueError('v'))
    except ValueError as error:
        print(repr(error.__context__))
