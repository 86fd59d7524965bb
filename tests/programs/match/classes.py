def look(x):
    match x:
        case bool(b):
            return 'bool', b
        case int(n) | float(n):
            return 'number', n
        case str(s) if len(s) > 1:
            return 'text', s
        case bytes() | bytearray():
            return 'bytes'
        case tuple(t):
            return 'tuple', t
        case list([a, *_]):
            return 'list of', a
        case dict(d):
            return 'dict', d
        case set(s) | frozenset(s):
            return 'set', sorted(s)
        case complex(real=r, imag=0.0):
            return 'real', r
        case BaseException(args=(first, *_)):
            return 'error', first
        case slice(start=None, stop=stop):
            return 'to', stop
    return 'other'


for value in (True, 5, 2.5, 'text', 't', b'', (1,), [1, 2], [], {1: 2}, {3, 1}, frozenset({2}), 2 + 0j, 2j,
              ValueError('v', 1), ValueError(), slice(3), slice(1, 2), None, int):
    print(look(value))
for number in range(4):
    try:
        match 5:
            case int(a, b) if number == 0:
                pass
            case int(a, real=c):
                print(a, c)
    except TypeError as error:
        print(error)
try:
    match 1j:
        case complex(a):
            pass
except TypeError as error:
    print(error)
