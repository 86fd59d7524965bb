def itself():
    yield from me


me = itself()
try:
    next(me)
except ValueError as error:
    print(error)


def inner():
    print(outer_one.gi_running, outer_one.gi_yieldfrom)
    yield 1


def outer():
    yield from inner()


outer_one = outer()
next(outer_one)
print(outer_one.gi_running, outer_one.gi_suspended, outer_one.gi_yieldfrom.__name__)
try:
    list((lambda: (yield from 5))())
except TypeError as error:
    print(error)
generator = (lambda: (yield from range(3)))()
next(generator)
try:
    generator.send(1)
except AttributeError as error:
    print(error)
