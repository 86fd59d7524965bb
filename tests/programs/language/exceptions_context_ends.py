# After a handler ends, nothing is being handled.
try:
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    raise ValueError('free')
except ValueError as error:
    print(repr(error.__context__))
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        return 1
try:
    f()
    raise KeyError('clean')
except KeyError as error:
    print(repr(error.__context__))
for i in range(2):
    try:
        1 / 0
    except ZeroDivisionError:
        continue
try:
    raise KeyError('after loop')
except KeyError as error:
    print(repr(error.__context__))
