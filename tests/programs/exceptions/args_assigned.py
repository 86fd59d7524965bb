e = KeyError('a')
e.args = 'xy'
print(e.args, e)
e.args = ['z']
print(e.args, e)
e.args = range(2)
print(e.args, repr(e))
try:
    e.args = 5
except TypeError as error:
    print(error)
try:
    del e.args
except TypeError as error:
    print(error)
print(e.args)
