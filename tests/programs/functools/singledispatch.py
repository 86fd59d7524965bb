from functools import singledispatch, singledispatchmethod


@singledispatch
def show(value):
    return f'any {value!r}'


@show.register
def _(value: int):
    return f'int {value}'


@show.register(list)
def _(value):
    return f'list of {len(value)}'


@show.register
def _(value: float | complex):
    return f'inexact {value}'


show.register(type(None), lambda value: 'nothing')
print(show(1), show(True), show([1]), show('s'), show(2.5), show(1j), show(None), sep='; ')
print(show.dispatch(bool) is show.dispatch(int), show.dispatch(str) is show.registry[object], show.__name__)
try:
    show()
except TypeError as error:
    print(error)


class Base:
    pass


class Derived(Base):
    pass


@show.register
def _(value: Base):
    return 'base'


print(show(Derived()))


class Formatter:
    @singledispatchmethod
    def format(self, value):
        return 'other'

    @format.register
    def _(self, value: int):
        return f'{self.prefix}{value}'

    prefix = '#'


print(Formatter().format(5), Formatter().format('x'))
