x = 'module'
def read():
    return x
def write():
    global x, fresh
    x = 'changed'
    fresh = 'made'
def local():
    x = 'local'
    return x
print(read(), local(), x)
write()
print(read(), x, fresh)
def delete():
    global fresh
    del fresh
delete()
try:
    fresh
except NameError as error:
    print(error)
def builtin_shadow():
    global len
    len = lambda value: 'shadowed'
print(len('abc'))
builtin_shadow()
print(len('abc'))
del len
print(len('abc'))
