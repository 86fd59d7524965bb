e = OSError(2, 'No such file', 'name.txt')
print(e.errno, e.strerror, e.filename, e, repr(e), type(e).__name__)
try:
    int('x')
except ValueError as v:
    print(v.args, str(v))
try:
    {}[('a', 1)]
except KeyError as k:
    print(str(k), k.args)
try:
    'é'.encode('ascii')
except UnicodeEncodeError as u:
    print(u, u.encoding, u.object, u.start, u.end, u.reason)
try:
    b'\xff'.decode()
except UnicodeDecodeError as u:
    print(u, u.encoding, u.start, u.end)
s = StopIteration(5)
print(s.value, s.args, SystemExit(3).code, repr(KeyError('a')), str(KeyError('a')), str(ValueError()), str(ValueError(1, 2)))
print(isinstance(KeyError(), LookupError), issubclass(IndexError, Exception), ValueError('a') == ValueError('a'))
e = ValueError(1)
e.custom = 'attr'
e.args = (3, 4)
print(e.custom, e.args, e)
