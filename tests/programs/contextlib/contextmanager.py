from contextlib import contextmanager


@contextmanager
def tagged(name):
    """Doc."""
    print('enter', name)
    try:
        yield name.upper()
    except ValueError as error:
        print('caught', error)
    finally:
        print('exit', name)


with tagged('a') as value:
    print(value)
with tagged('b'):
    raise ValueError('inside')
try:
    with tagged('c'):
        raise KeyError('passes')
except KeyError as error:
    print('KeyError', error)


@tagged('decorated')
def function(x):
    return x * 2


print(function(4), function(5), tagged.__name__, tagged.__doc__)


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def replaces():
    try:
        yield
    except Exception as error:
        raise RuntimeError('other') from error


for manager in (never, twice, replaces):
    try:
        with manager():
            raise KeyError('x') if manager is replaces else None or KeyError('y')
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))


def early():
    with tagged('e') as x:
        return x


print(early())
