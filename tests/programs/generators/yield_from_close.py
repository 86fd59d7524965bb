def inner(name):
    try:
        yield name
    finally:
        print('finally', name)


def outer(name):
    try:
        yield from inner(name)
    finally:
        print('outer finally', name)


def chain(depth):
    if depth:
        try:
            yield from chain(depth - 1)
        finally:
            print('level', depth)
    else:
        yield from inner('bottom')


for make in (outer, chain):
    generator = make(3)
    next(generator)
    generator.close()
    print(list(generator))
generator = outer('thrown')
next(generator)
try:
    generator.throw(GeneratorExit)
except GeneratorExit as error:
    print(repr(error))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def around():
    yield from stubborn()


generator = around()
next(generator)
try:
    generator.close()
except RuntimeError as error:
    print(error)


def raises():
    try:
        yield
    finally:
        raise ValueError('while closing')


def around_raises():
    try:
        yield from raises()
    except ValueError as error:
        print('seen', error)
        raise


generator = around_raises()
next(generator)
try:
    generator.close()
except ValueError as error:
    print(error)
