# Errors of the methods.
data = b'abc'
array = bytearray(b'abc')
for action in [lambda: data.find('a'), lambda: data.find(256), lambda: data.index(b'x'), lambda: array.rindex(b'x'), lambda: data.count(1.5),
               lambda: data.startswith('a'), lambda: data.endswith((b'x', 1)), lambda: data.center(5, b'xx'), lambda: data.ljust('x'),
               lambda: data.join(['a']), lambda: data.join(5), lambda: data.split(b''), lambda: data.split('a'), lambda: data.partition(b''),
               lambda: data.replace('a', b'b'), lambda: data.strip('a'), lambda: data.translate(b'x'), lambda: bytes.maketrans(b'a', b'bc'),
               lambda: bytes.fromhex('zz'), lambda: bytes.fromhex('123'), lambda: data.hex('::'), lambda: data.hex(5), lambda: b'\xff'.decode(),
               lambda: data.decode('nonsense'), lambda: data.append(1), lambda: array.pop(9), lambda: bytearray().pop(), lambda: array.remove(1),
               lambda: array.append(256), lambda: array.append('x'), lambda: array.extend(5), lambda: array.insert('x', 1), lambda: data.decode(5),
               lambda: array.extend([300]), lambda: data.removeprefix('a'), lambda: b'%s' % 'a', lambda: b'%c' % 300, lambda: b'%f' % 'a']:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(array)
