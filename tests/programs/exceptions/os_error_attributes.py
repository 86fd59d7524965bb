e = OSError(2, 'x')
e.filename = 'q'
print(e)
del e.errno
print(e, e.errno, e.args)
e.errno = 5
e.strerror = None
e.filename = None
print(e)
e = BlockingIOError(11, 'x', 5)
print(e.characters_written, e.filename, e.args, e)
print(OSError(11, 'x', 5).filename)
e = OSError(2, 'x')
try:
    e.characters_written
except AttributeError as error:
    print(error)
e.characters_written = 4
print(e.characters_written)
try:
    e.characters_written = 'q'
except TypeError as error:
    print(error)
