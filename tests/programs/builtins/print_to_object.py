"""print(file=...) takes any object with a method write."""


class Log:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append('flushed')


log = Log()
print('a', 1, [2], file=log)
print(file=log)
print('x', 'y', sep='', end='!', file=log)
print('x', 'y', sep=None, end=None, file=log, flush=True)
print(log.parts)


class Unwilling:
    def write(self, text):
        if text == ' ':
            raise ValueError('no spaces')


class Broken:
    def __str__(self):
        raise KeyError('no text')


for arguments, file in ((('a', 'b'), Unwilling()), (('a',), 3), ((), 3.5), (('a', Broken(), 'b'), log), (('a',), Log)):
    try:
        print(*arguments, file=file)
        print('done')
    except Exception as error:
        print(type(error).__name__, error)
print(log.parts[-2:])
try:
    print('a', file=Unwilling(), flush=True)
except AttributeError as error:
    print(error)


def note():
    """A function with an attribute is as good."""


note.write = lambda text: log.parts.append(text.upper())
print('loud', file=note)
print(log.parts[-2:])
