# How exceptions of the program's own classes are made: by __new__ and __init__, its own or inherited.
class Plain(Exception):
    pass


class Coded(ValueError):
    def __init__(self, message, *, code=0):
        super().__init__(message)
        self.code = code


class Silent(Exception):
    def __init__(self, a, b=2):
        self.b = b


class Chosen(Exception):
    def __new__(cls, *args):
        made = super().__new__(cls, *args)
        made.seen = args
        return made


class Meta(type):
    def __call__(cls, *args):
        print('called with', args)
        return super().__call__(*args)


class Called(Exception, metaclass=Meta):
    pass


class Mixin:
    def __init__(self, *args):
        super().__init__(*args)
        self.mixed = True


class Mixed(Mixin, KeyError):
    pass


class Wrong(Exception):
    def __init__(self):
        return 5


class Lazy(Exception):
    def __init__(self):
        yield


class Coder(UnicodeDecodeError):
    pass


class Stop(StopIteration):
    pass


for make in (lambda: Plain(), lambda: Plain(1, 'x'), lambda: Plain(a=1), lambda: Coded('m', code=5), lambda: Coded(),
             lambda: Silent(1), lambda: Silent(1, b=3), lambda: Chosen(1, 2), lambda: Called(3), lambda: Mixed('k'),
             lambda: Wrong(), lambda: Lazy(), lambda: Coder('a'), lambda: Stop(7)):
    try:
        made = make()
        print(repr(made), made.args, sorted(vars(made).items()))
        raise made
    except TypeError as error:
        print('TypeError:', error)
    except Exception as error:
        print(type(error).__name__, str(error), error is made)

for raised in (Plain, Wrong, Called, Mixed, Stop):
    try:
        raise raised
    except Exception as error:
        print(type(error).__name__, error.args, isinstance(error, raised))
try:
    raise Plain('a') from Plain
except Plain as error:
    print(repr(error), repr(error.__cause__))
print(Stop(1, 2).value)

# What changes later counts.
Plain.__init__ = lambda self, *args: setattr(self, 'late', args)
print(vars(Plain(4)), Plain(4).args)
del Plain.__init__
print(vars(Plain(4)))
ValueError.__init__(made := Coded('first'), 'second', 'third')
print(made.args)
