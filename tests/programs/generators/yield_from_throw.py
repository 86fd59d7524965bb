def inner():
    try:
        yield 1
    except KeyError as error:
        print('inner caught', error)
        yield 'recovered'


def outer():
    try:
        yield from inner()
    except ValueError as error:
        print('outer caught', error, repr(error.__context__))
        yield 'outer'


generator = outer()
next(generator)
print(generator.throw(KeyError('k')))
print(generator.throw(ValueError('v')))
try:
    generator.throw(TypeError('t'))
except TypeError as error:
    print(error)


def of_list():
    try:
        yield from [1, 2]
    except OSError as error:
        yield repr(error)


generator = of_list()
next(generator)
print(generator.throw(OSError('o')), list(generator))
