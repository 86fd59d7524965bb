import sys

print(sys.exc_info(), sys.exception())
try:
    raise KeyError('a')
except KeyError as error:
    kind, value, traceback = sys.exc_info()
    print(kind, value is error, traceback is error.__traceback__, sys.exception() is error)
    try:
        raise ValueError
    except ValueError:
        print(sys.exc_info()[0])
    print(sys.exc_info()[0])
    try:
        pass
    finally:
        print(repr(sys.exception()))
print(sys.exc_info())


def numbers():
    print(sys.exc_info()[0])
    try:
        raise TypeError
    except TypeError:
        yield sys.exc_info()[0]
        print(sys.exc_info()[0])
    yield sys.exc_info()[0]


try:
    raise IndexError
except IndexError:
    items = numbers()
    print(next(items))
    print(sys.exc_info()[0])
print(next(items))
print(sys.exc_info()[0])


def handler():
    return sys.exc_info()[0]


try:
    1 / 0
except ZeroDivisionError:
    print(handler(), [handler() for _ in range(2)], list(map(lambda _: handler(), range(1))))
