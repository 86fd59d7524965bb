# repr(), str() and f-strings of objects whose methods answer with something else, raise, or are no plain functions.
class Text(str):
    pass


class Answer:
    def __init__(self, result):
        self.result = result

    def __repr__(self):
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


class Both(Answer):
    def __str__(self):
        return f'str of {self.result!r}'


class Formatted(Both):
    def __format__(self, spec):
        return f'<{spec}>'


class Borrowed:
    __repr__ = lambda self: 'borrowed'
    __str__ = str.upper if False else staticmethod(lambda: 'static')


class Own(list):
    def __repr__(self):
        return 'own ' + super().__repr__()


class Number(int):
    def __str__(self):
        return 'number'


class Failure(Exception):
    def __str__(self):
        return 'it failed'


class Shown(Exception):
    def __repr__(self):
        return 'shown'


for made in (Answer('plain'), Answer(Text('text')), Answer(5), Answer(None), Answer(ValueError('no')), Both('x'), Formatted('y'),
             Borrowed(), Own([1]), Number(3), Failure('x'), Shown('z')):
    for show in (repr, str, lambda v: f'{v}', lambda v: f'{v!s}', lambda v: f'{v!r}', lambda v: f'{v!a}', lambda v: f'{v:}',
                 lambda v: f'{v:>12}', lambda v: f'{"%s" % v}', lambda v: '< {}'.format(v), lambda v: [v],
                 lambda v: ascii(v) + '.'):
        try:
            result = show(made)
            print(type(result).__name__, result)
        except Exception as error:
            print(type(error).__name__, error)


class Deep:
    def __repr__(self):
        return f'({self.inner!r})' if hasattr(self, 'inner') else '.'


top = Deep()
for _ in range(50):
    outer = Deep()
    outer.inner = top
    top = outer
print(repr(top))
loop = Deep()
loop.inner = loop
try:
    repr(loop)
except RecursionError:
    print('RecursionError')
