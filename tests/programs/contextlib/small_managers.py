from contextlib import AbstractContextManager, ContextDecorator, closing, nullcontext, suppress


class Resource:
    def close(self):
        print('closed')


with closing(Resource()) as r:
    print(type(r).__name__)
with suppress(KeyError, ValueError):
    {}['missing']
    print('not reached')
try:
    with suppress(KeyError):
        raise TypeError('through')
except TypeError as error:
    print(error)
with suppress():
    print('nothing raised')
with nullcontext(5) as five:
    print(five)
with nullcontext() as none:
    print(none)


class Timer(ContextDecorator):
    def __enter__(self):
        print('start')
        return self

    def __exit__(self, *exc):
        print('stop', exc[0] and exc[0].__name__)
        return False


@Timer()
def work():
    print('work')


work()


class Quiet(AbstractContextManager):
    def __exit__(self, kind, value, traceback):
        return True


with Quiet() as q:
    raise ValueError
print(isinstance(q, AbstractContextManager), issubclass(Timer, AbstractContextManager), issubclass(int, AbstractContextManager))
