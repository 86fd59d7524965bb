def g():
    while True:
        try:
            x = yield 'value'
            print('got', x)
        except ValueError as error:
            print('caught', repr(error))
            yield 'from handler'


it = g()
print(next(it))
print(it.throw(ValueError('a')))
print(next(it))
print(it.throw(ValueError, 'b'))
print(next(it))
print(it.throw(ValueError))
print(next(it))
print(it.throw(ValueError, (1, 2)))
print(next(it))
print(it.throw(ValueError, ValueError('made')))
try:
    it.throw(KeyError('leaves'))
except KeyError as error:
    print(repr(error))
try:
    next(it)
except StopIteration:
    print('finished')
try:
    it.throw(KeyError('again'))
except KeyError as error:
    print(repr(error))
