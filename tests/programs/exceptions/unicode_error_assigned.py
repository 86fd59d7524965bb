e = UnicodeDecodeError('utf8', b'abc', 0, 1, 'bad')
e.start = 5
print(e)
e.reason = 'q'
e.end = 2
e.encoding = 'other'
print(e, e.args)
try:
    e.start = 'a'
except TypeError as error:
    print(error)
try:
    del e.start
except TypeError as error:
    print(error)
