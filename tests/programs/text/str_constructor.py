print(repr(str()), str('x'), str(5), str(1.5), str(None), str([1, 'a']), str(object=True), repr(str(object='')), str(b'a'))
print(str(b'caf\xc3\xa9', 'utf-8'), str(b'caf\xe9', 'latin-1'), str(b'\xff\xfea', errors='replace') == '\ufffd\ufffda', str(bytearray(b'xy'), encoding='ascii'), str(object=b'z', encoding='ascii', errors='ignore'))
print(repr(str(encoding='utf-8')), repr(str(errors='strict')))
for attempt in (lambda: str('a', 'utf-8'), lambda: str(5, 'utf-8'), lambda: str(b'\xff', 'utf-8'), lambda: str(b'\xe2\x82', 'utf-8'), lambda: str(b'\xff', 'ascii'),
                lambda: str(b'a', 5), lambda: str(b'a', 'utf-8', 5), lambda: str(b'a', 'nope'), lambda: str(b'\xff', 'utf-8', 'nope')):
    try:
        print(attempt())
    except (TypeError, LookupError, UnicodeDecodeError) as error:
        print(type(error).__name__, error)
