print([ord(c) for c in 'a\xe9\u1234\U0001f600\x00'], [ascii(chr(n)) for n in (0, 97, 255, 256, 0xd800, 0x10ffff, True)], ord(b'a'), ord(bytearray(b'\xff')))
for attempt in (lambda: ord(''), lambda: ord('ab'), lambda: ord(5), lambda: ord(b''), lambda: ord(b'ab'), lambda: chr(-1), lambda: chr(0x110000), lambda: chr('a'), lambda: chr(1.0)):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
