e = KeyError('a')
for value in (1, None, 'x', KeyError):
    try:
        e.__cause__ = value
        print('cause ok', e.__suppress_context__)
    except TypeError as error:
        print(error)
    try:
        e.__context__ = value
        print('context ok')
    except TypeError as error:
        print(error)
    try:
        e.__traceback__ = value
        print('traceback ok')
    except TypeError as error:
        print(error)
    try:
        e.__suppress_context__ = value
    except TypeError as error:
        print(error)
try:
    del e.__cause__
except TypeError as error:
    print(error)
try:
    del e.__context__
except TypeError as error:
    print(error)
try:
    del e.__traceback__
except TypeError as error:
    print(error)
try:
    del e.__suppress_context__
except TypeError as error:
    print(error)
try:
    del e.nope
except AttributeError as error:
    print(error)
e.mine = 3
print(e.mine)
del e.mine
print(hasattr(e, 'mine'))
