def show(attempt):
    try:
        attempt()
    except UnicodeError as error:
        print(type(error).__name__, error.args, error)
        print(error.encoding, ascii(error.object), error.start, error.end, error.reason)


show(lambda: 'ab\xe9\xe8'.encode('ascii'))
show(lambda: 'a\u1234'.encode('latin-1'))
show(lambda: 'a\ud800'.encode())
show(lambda: '\U0001f600'.encode('cp1252'))
show(lambda: b'ab\xff'.decode())
show(lambda: b'\xe2\x82'.decode('utf-8'))
show(lambda: b'a\xff'.decode('ascii'))
show(lambda: bytearray(b'\x81').decode('cp1252'))
show(lambda: ('x' * 3 + '\u1234' * 3).encode('cp1252'))
for error in (UnicodeDecodeError('code', b'x', 0, 1, 'why'), UnicodeDecodeError('code', b'xy', 0, 2, 'why'), UnicodeEncodeError('code', '\u1234x', 0, 1, 'why'),
              UnicodeEncodeError('code', '\U0001f600x', 0, 1, 'why'), UnicodeTranslateError('\xe9x', 0, 1, 'why'), UnicodeTranslateError('\xe9x', 0, 2, 'why')):
    print(repr(error), str(error), error.args)
for attempt in (lambda: UnicodeDecodeError('a', b'x', 0), lambda: UnicodeDecodeError('a', 'x', 0, 1, 'r'), lambda: UnicodeEncodeError(1, 'x', 0, 1, 'r'), lambda: UnicodeTranslateError('a')):
    try:
        attempt()
    except TypeError as error:
        print('TypeError', error)
