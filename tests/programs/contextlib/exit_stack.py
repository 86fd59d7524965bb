from contextlib import ExitStack, contextmanager


@contextmanager
def step(name):
    print('enter', name)
    try:
        yield name
    finally:
        print('exit', name)


with ExitStack() as stack:
    names = [stack.enter_context(step(n)) for n in 'abc']
    stack.callback(print, 'callback', sep='!')
    print(names)


def swallow(kind, value, traceback):
    print('swallow', value)
    return True


with ExitStack() as stack:
    stack.push(swallow)
    stack.enter_context(step('x'))
    raise ValueError('v')
with ExitStack() as stack:
    stack.callback(print, 'first')
    later = stack.pop_all()
print('before')
later.close()
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise KeyError('k')
except ZeroDivisionError as error:
    print(error, repr(error.__context__))
try:
    ExitStack().enter_context(5)
except TypeError as error:
    print(error)
