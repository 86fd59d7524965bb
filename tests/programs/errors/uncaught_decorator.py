def broken(f):
    raise TypeError('not today')
@broken
def g():
    pass
