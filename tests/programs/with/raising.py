class Manager:
    def __init__(self, name, enter=None, leave=None):
        self.name = name
        self.enter = enter
        self.leave = leave

    def __enter__(self):
        if self.enter:
            raise self.enter
        return self

    def __exit__(self, kind, error, traceback):
        print('exit', self.name, repr(error))
        if self.leave:
            raise self.leave


def run(*managers):
    try:
        with managers[0], managers[1]:
            raise KeyError('body')
    except Exception as error:
        while error is not None:
            print(repr(error))
            error = error.__context__


run(Manager('a'), Manager('b'))
run(Manager('a'), Manager('b', enter=ValueError('enter b')))
run(Manager('a', enter=ValueError('enter a')), Manager('b'))
run(Manager('a', leave=ValueError('exit a')), Manager('b', leave=TypeError('exit b')))


class Strange:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return [] if details[0] is None else [1]


with Strange():
    raise ValueError
print('swallowed')


class NoExit:
    def __enter__(self):
        print('entered')


class NoEnter:
    def __exit__(self, *details):
        pass


for bad in (NoExit(), NoEnter(), 5, None):
    try:
        with bad:
            print('body')
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
bad = Strange()
bad.__exit__ = None
with bad:
    print('looked up on the class')
