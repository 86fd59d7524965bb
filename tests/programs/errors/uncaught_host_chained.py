# host: fail
try:
    fail('ValueError', 'from the host', 5)
except ValueError as error:
    print(error.args)
    raise KeyError('second') from error
