def inner():
    received = yield 1
    print('received', received)
    return 'value'


def outer():
    result = yield from inner()
    print('result', result)
    rest = yield from [10, 20]
    print('rest', rest)


generator = outer()
print(next(generator), generator.send('x'), list(generator))
