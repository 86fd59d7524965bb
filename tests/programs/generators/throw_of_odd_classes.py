class Odd(Exception):
    def __new__(cls, *args):
        return cls


class Number(Exception):
    def __new__(cls, *args):
        return 5


def g():
    yield 1
    yield 2


for kind in Odd, Number:
    it = g()
    next(it)
    try:
        it.throw(kind)
    except TypeError as error:
        print(error)
    print(list(it))
