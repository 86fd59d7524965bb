def chain(error):
    while error is not None:
        print(repr(error), 'cause', repr(error.__cause__), 'context', repr(error.__context__), error.__suppress_context__)
        error = error.__cause__ or error.__context__
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError('v') from e
except ValueError as error:
    chain(error)
try:
    try:
        {}['k']
    except KeyError:
        raise TypeError('t')
except TypeError as error:
    chain(error)
try:
    try:
        {}['k']
    except KeyError:
        raise TypeError('hidden') from None
except TypeError as error:
    chain(error)
try:
    try:
        raise ValueError('a')
    finally:
        raise ValueError('b')
except ValueError as error:
    chain(error)
own = ValueError('self')
try:
    try:
        raise own
    except ValueError:
        raise own
except ValueError as error:
    chain(error)
error = KeyError('set by hand')
error.__cause__ = ValueError('c')
chain(error)
