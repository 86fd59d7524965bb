# Literals, repr, subscripts, operators, iteration.
data = b'hello \x00\xff\'"\n'
print(data, [data], str(data), len(data), data[0], data[-1], data[1:4], data[::-1], data[:0])
print(b"it's", b'"', b"\"'", b'\t\r\\\x7f', bytearray(b"it's"))
print(b'a' + b'b', b'ab' * 3, 3 * b'x', b'' * 5, b'a' + bytearray(b'b'), bytearray(b'a') + b'b', b'a' * -1)
print(b'a' == bytearray(b'a'), b'a' == 'a', b'a' < b'b', b'a' < b'ab', b'b' > bytearray(b'ab'), b'' == b'', hash(b'a') == hash(b'a'))
print(97 in b'abc', b'bc' in b'abc', b'' in b'', b'x' in bytearray(b'abc'), [x for x in b'abc'], list(bytearray(b'xy')))
print(b'abc'[1:][0], {b'k': 1}[b'k'], b'%d-%s' % (5, b'x'), bool(b''), bool(b'\x00'), max(b'abc'), sorted(b'cab'), sum(b'\x01\x02'))
for action in [lambda: b'a' + 'b', lambda: b'a'[5], lambda: b'a'['x'], lambda: b'a' < 'a', lambda: 256 in b'a', lambda: 'a' in b'a',
               lambda: bytearray(b'a')[1], lambda: b'a' * 1.5, lambda: {bytearray(b''): 1}, lambda: b'a'[::0], lambda: b'a' + 1]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
