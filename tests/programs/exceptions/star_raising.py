def show(f):
    try:
        f()
    except BaseException as e:
        print(f.__name__, repr(e), repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
    else:
        print(f.__name__, 'nothing')


def new_beside_rest():
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError:
        raise TypeError(3)


def new_alone():
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError:
        raise TypeError(3)


def naked_new():
    try:
        raise ValueError(1)
    except* ValueError as e:
        raise TypeError(3)


def naked_again():
    try:
        raise ValueError(1)
    except* ValueError:
        raise


def again():
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError:
        raise


def again_by_name():
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError as e:
        raise e


def two_new():
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError:
        raise TypeError(1)
    except* KeyError:
        raise TypeError(2)


def new_and_again():
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError:
        raise TypeError(1)
    except* KeyError:
        raise


def all_again_nested():
    try:
        raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [KeyError(2), OSError(3)]), TypeError(4)])
    except* (ValueError, OSError):
        raise
    except* TypeError:
        pass


def from_cause():
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError as e:
        raise RuntimeError('r') from e


for f in (new_beside_rest, new_alone, naked_new, naked_again, again, again_by_name, two_new, new_and_again,
          all_again_nested, from_cause):
    show(f)
