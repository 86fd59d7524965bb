def chain(error):
    found = []
    while error is not None:
        found.append(repr(error))
        error = error.__context__
    return found


try:
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            {}['k']
    except KeyError:
        [][0]
except IndexError as error:
    print(chain(error))
try:
    try:
        1 / 0
    finally:
        {}['k']
except KeyError as error:
    print(chain(error))


def generator():
    try:
        1 / 0
    except ZeroDivisionError:
        yield 1
        {}['k']


try:
    for x in generator():
        pass
except KeyError as error:
    print(chain(error))
try:
    raise ValueError('outer')
except ValueError:
    it = generator()
    next(it)
    try:
        next(it)
    except KeyError as error:
        print(chain(error))
try:
    raise KeyError(1) from ValueError(2)
except KeyError as error:
    print(chain(error), repr(error.__cause__), error.__suppress_context__)
a = ValueError('a')
try:
    try:
        raise a
    except ValueError:
        raise a
except ValueError as error:
    print(chain(error))
