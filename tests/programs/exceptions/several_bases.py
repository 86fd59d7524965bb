"""Classes that derive from several built-in exceptions; groups of the program's own classes."""


class Both(ValueError, KeyError):
    pass


class Missing(KeyError, AttributeError):
    pass


class File(RuntimeError, OSError):
    pass


print(Both.__base__, Missing.__base__, File.__base__)
for kind in (ValueError, KeyError, LookupError):
    try:
        raise Both('x')
    except kind as error:
        print(kind.__name__, repr(error), error.args)
print(repr(Missing('x')), repr(File('x')))
for bases in ((OSError, SyntaxError), (StopIteration, ImportError), (ValueError, dict), (AttributeError, NameError)):
    try:
        type('Wrong', bases, {})
    except TypeError as error:
        print(error)


class Group(ExceptionGroup, ValueError):
    pass


class Base(BaseExceptionGroup, KeyboardInterrupt):
    pass


print(Group.__mro__)
for kind in (Group, Base):
    for member in (ValueError(1), KeyboardInterrupt(2)):
        try:
            print(repr(kind('g', [member])))
        except TypeError as error:
            print(error)


class Coded(ExceptionGroup):
    def __new__(cls, message, members, code):
        made = super().__new__(cls, message, members)
        made.code = code
        return made

    def derive(self, members):
        return Coded(self.message, members, self.code)


group = Coded('g', [ValueError(1), TypeError(2)], 42)
print(repr(group), group.args, group.code)
match, rest = group.split(ValueError)
print(repr(match), match.code, repr(rest), rest.code)
try:
    raise group
except* TypeError as part:
    print(repr(part), part.code)
except* ValueError as part:
    print(repr(part), part.code)
