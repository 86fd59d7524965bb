# An exception thrown through yield from has for context what a generator on the way is handling.
def waiting():
    yield 1
    yield 2


def handling(inner):
    try:
        raise LookupError('first')
    except LookupError:
        yield from inner


def through(inner):
    yield from inner


for chain in (handling(waiting()), through(handling(waiting())), handling(through(waiting())), through(waiting())):
    next(chain)
    try:
        chain.throw(ValueError('second'))
    except ValueError as error:
        print(repr(error.__context__))

chain = through(waiting())
next(chain)
try:
    try:
        raise KeyError('of the caller')
    except KeyError:
        chain.throw(ValueError('second'))
except ValueError as error:
    print(repr(error.__context__))
