# The % operator of bytes.
print(b'%s %b %d %x' % (b'a', bytearray(b'b'), 5, 255), b'%r %a' % ('\xe9', 'x'), b'%c%c' % (65, b'B'), b'%5.1f|%-5d|' % (2.25, 3))
print(b'%(k)s' % {b'k': b'v'}, bytearray(b'%d') % 7, b'%%' % (), b'%*d' % (5, 1), b'%.2s' % b'abc')
for text, values in [(b'%s', 'a'), (b'%s', 5), (b'%c', 300), (b'%c', 'a'), (b'%d', 'a'), (b'%f', 'a'), (b'%s %s', b'a'), (b'%s', (b'a', b'b')),
                     (b'%y', 1), (b'%', 1), (b'%(a)s', {'a': 1}), (b'%(a)s', 1)]:
    try:
        print(text % values)
    except Exception as error:
        print(text, type(error).__name__, error)
