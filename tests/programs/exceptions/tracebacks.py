def lines(error):
    found = []
    t = error.__traceback__
    while t is not None:
        found.append((t.tb_frame.f_code.co_name, t.tb_lineno))
        t = t.tb_next
    return found


def a():
    b()


def b():
    raise ValueError('x')


try:
    a()
except ValueError as error:
    e = error
    print(lines(e))


def again():
    try:
        a()
    except ValueError:
        raise


try:
    again()
except ValueError as error:
    print(lines(error))


def by_name():
    raise e


try:
    by_name()
except ValueError as error:
    print(lines(error))
try:
    raise e.with_traceback(None)
except ValueError as error:
    print(lines(error))


def in_finally():
    try:
        a()
    finally:
        pass


try:
    in_finally()
except ValueError as error:
    print(lines(error))
    kept = error.__traceback__
    error.__traceback__ = kept.tb_next
    print(lines(error))
print(lines(KeyError()), KeyError().with_traceback(kept).__traceback__ is kept)
