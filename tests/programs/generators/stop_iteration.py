def raises():
    yield 1
    raise StopIteration(5)


def around():
    try:
        yield from raises()
    except RuntimeError as error:
        print(error, repr(error.__cause__))
    result = yield from iter([1])
    print(result)


print(list(around()))


def returns(value):
    return value
    yield


def collect(value):
    print((yield from returns(value)))


for value in (None, 5, (1, 2), StopIteration(3)):
    list(collect(value))
