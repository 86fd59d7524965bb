def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)
data = bytearray(b'abcdef')
m = memoryview(data)
c = memoryview(b'hello')
for action in (lambda: m[0], lambda: m[-1], lambda: m[6], lambda: m['a'], lambda: len(m), lambda: m.tobytes(), lambda: m.tolist(),
               lambda: m.hex(), lambda: m.hex('-'), lambda: m.hex('-', 2), lambda: m[1:3].tobytes(), lambda: m[::2].tobytes(), lambda: m[::-1].tolist(),
               lambda: m[::2][1:].tobytes(), lambda: m[4:2].tobytes(), lambda: m[1:5][::-2].tobytes(), lambda: m.format, lambda: m.itemsize, lambda: m.nbytes, lambda: m.ndim,
               lambda: m.shape, lambda: m.strides, lambda: m[::-2].strides, lambda: m.suboffsets, lambda: m.readonly, lambda: c.readonly,
               lambda: m.contiguous, lambda: m[::2].contiguous, lambda: m.obj, lambda: c.obj, lambda: m[1:2].obj is data, lambda: type(m), lambda: memoryview(5), lambda: memoryview(),
               lambda: m == b'abcdef', lambda: b'abcdef' == m, lambda: m == data, lambda: data == m, lambda: m != b'x', lambda: m == 5, lambda: m[::2] == b'ace', lambda: b'ace' == m[::2],
               lambda: m == memoryview(b'abcdef'), lambda: m < b'x', lambda: b'a' < m, lambda: bytearray(b'a') < m, lambda: hash(m), lambda: hash(c) == hash(b'hello'), lambda: hash(m.toreadonly()) == hash(b'abcdef'),
               lambda: 97 in m, lambda: 5 in m, lambda: list(m), lambda: bytes(m), lambda: bytes(m[::2]), lambda: bytearray(m[1:3]), lambda: list(reversed(m)), lambda: [x for x in c],
               lambda: b''.join([m, c]), lambda: b'x' + c, lambda: c + b'x', lambda: c * 2, lambda: str(c, 'ascii'), lambda: c.tobytes().decode(), lambda: b'ell' in c, lambda: b'hello'.startswith(c[:2]) ,
               lambda: b'hello'.find(c[1:3]), lambda: int.from_bytes(c[:2], 'big'), lambda: c.cast('b').tolist(), lambda: c.cast('c').tolist(), lambda: c.cast('c')[0], lambda: c.cast('B') == c, lambda: c.cast('c') == c, lambda: c.cast('b') == c,
               lambda: c.cast('z'), lambda: c.cast(5), lambda: m[::2].cast('b'), lambda: memoryview(b'\xff').cast('b')[0], lambda: memoryview(b'\xff').cast('b') == b'\xff',
               lambda: memoryview(m) == m, lambda: m[...] is m, lambda: bool(m), lambda: bool(memoryview(b'')), lambda: b'%s' % c, lambda: c.tobytes('F'), lambda: c.tobytes('Q'), lambda: int(memoryview(b'12')), lambda: float(memoryview(b'1.5')), lambda: sum(c), lambda: max(c), lambda: sorted(c), lambda: tuple(c), lambda: set(c) == {104, 101, 108, 111}, lambda: a_b(*c[:2])):
    attempt(action)
def setting(key, value):
    m[key] = value
    return data
for key, value in ((0, 65), (-1, 90), (9, 1), (0, 256), (0, 'a'), (0, b'a'), (slice(0, 2), b'xy'), (slice(0, 2), b'xyz'), (slice(0, 2), 5), (slice(0, 2), [1, 2]), (slice(None, None, 2), b'123'), (slice(1, 4), m[0:3]), (slice(0, 3), m[1:4]), (slice(0, 3), m[2::-1]), ('a', 1), (0, True)):
    attempt(lambda: setting(key, value))
def read_only():
    c[0] = 1
attempt(read_only)
def deleting():
    del m[0]
attempt(deleting)
def resize():
    data.append(1)
attempt(resize)
attempt(lambda: data.extend(b''))
attempt(lambda: data.pop())
attempt(lambda: data.clear())
attempt(lambda: data.extend(b'x'))
def resize():
    data[0:1] = b'xx'
attempt(resize)
def same_size():
    data[0:2] = b'QQ'
    return m[:2].tobytes()
attempt(same_size)
part = m[1:]
print(m.release(), m.release())
attempt(lambda: m[0])
attempt(lambda: len(m))
attempt(lambda: m.tobytes())
attempt(lambda: m.readonly)
attempt(lambda: m == m)
attempt(lambda: m == b'')
attempt(lambda: repr(m)[:16])
attempt(lambda: repr(c)[:7])
attempt(lambda: data.append(1))
part.release()
attempt(lambda: data.append(1))
print(data)
with_view = memoryview(data)
print(with_view.__enter__() is with_view, with_view.__exit__(None, None, None))
attempt(lambda: with_view[0])
x = memoryview(bytearray(3))
x[1] = 7
print(x.obj, x.toreadonly().readonly)
signed = memoryview(bytearray(2)).cast('b')
signed[0] = -1
attempt(lambda: signed.obj)
def too_big():
    signed[0] = 128
attempt(too_big)
ch = memoryview(bytearray(b'ab')).cast('c')
ch[0] = b'z'
print(ch.obj, ch.tolist())
def wrong():
    ch[0] = 5
attempt(wrong)
print(isinstance(c, memoryview), memoryview.__name__)
d = {c: 1}
print(d[b'hello'])
