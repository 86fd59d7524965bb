def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print('exit')
        raise
    finally:
        print('finally')


it = g()
print(next(it), it.close(), it.close())
try:
    next(it)
except StopIteration:
    print('stopped')
it = g()
print(it.close())
print(list(it))


def ignores():
    try:
        yield 1
    finally:
        yield 2


it = ignores()
next(it)
try:
    it.close()
except RuntimeError as error:
    print(error)


def returns():
    try:
        yield 1
    except GeneratorExit:
        return None


it = returns()
next(it)
print(it.close())


def raises():
    try:
        yield 1
    finally:
        raise KeyError('in finally')


it = raises()
next(it)
try:
    it.close()
except KeyError as error:
    print(repr(error), repr(error.__context__))


def closes_itself():
    yield it.close()


it = closes_itself()
try:
    next(it)
except ValueError as error:
    print(error)
