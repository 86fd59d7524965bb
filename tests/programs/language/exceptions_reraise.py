def f():
    try:
        raise ValueError('original')
    except ValueError:
        print('seen')
        raise
try:
    f()
except ValueError as error:
    print(error)
def nested():
    try:
        raise ValueError('outer')
    except ValueError:
        try:
            raise KeyError('inner')
        except KeyError:
            pass
        raise
try:
    nested()
except Exception as error:
    print(repr(error))
try:
    raise
except RuntimeError as error:
    print(error)
def helper():
    raise
try:
    try:
        1 / 0
    except ZeroDivisionError:
        helper()
except ZeroDivisionError as error:
    print('through helper', error)
