def g():
    yield 1


def show(call):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)


show(lambda: g().throw(1))
show(lambda: g().throw(int))
show(lambda: g().throw('x'))
show(lambda: g().throw())
show(lambda: g().throw(ValueError('a'), 1))
show(lambda: g().throw(ValueError, None, 3))
show(lambda: g().throw(ValueError, 'x', None))
show(lambda: g().throw(ValueError, KeyError(1)))
show(lambda: g().throw(ValueError))


def running():
    yield it.throw(ValueError)


it = running()
show(lambda: next(it))
it = g()
show(lambda: it.throw(KeyError('unstarted')))
show(lambda: next(it))
