members = [ValueError(1)]
g = ExceptionGroup('a', members)
members.append(KeyError(2))
print(g.exceptions)
for name in ('message', 'exceptions'):
    try:
        if name == 'message':
            g.message = 'b'
        else:
            g.exceptions = ()
    except AttributeError as error:
        print(error)
try:
    del g.message
except AttributeError as error:
    print(error)
print(isinstance(g, Exception), isinstance(g, BaseExceptionGroup), ExceptionGroup.__mro__)
