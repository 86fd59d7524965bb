"""Methods that change nothing return a value of the built-in type, not the instance of a subclass; class methods make
instances of the class; attributes of numbers."""


class Text(str):
    pass


class Bytes(bytes):
    pass


class Pair(tuple):
    pass


class Frozen(frozenset):
    pass


class Table(dict):
    pass


class Whole(int):
    pass


class Real(float):
    pass


class Plane(complex):
    pass


def name(value):
    return type(value).__name__


text = Text('abc')
for value in (text.center(1), text.ljust(1), text.rjust(1), text.zfill(1), text.replace('x', 'y'), text[:], text[0:3],
              text.strip(), text * 1, 1 * text, text.expandtabs(), text.removeprefix('x'), text.removesuffix('x'),
              str(text), format(text), f'{text}', ''.join([text]), text + '', '' + text, text.split('q')[0],
              text.rsplit('q')[0], text.splitlines()[0], text.partition('q')[0], text.rpartition('q')[2]):
    print(name(value), value, end=' ')
print()

data = Bytes(b'abc')
for value in (data.center(1), data.ljust(1), data.zfill(1), data.replace(b'x', b'y'), data[:], data.strip(), data * 1,
              1 * data, data.removeprefix(b'x'), data.removesuffix(b'x'), bytes(data), data + b'', b'' + data,
              data.partition(b'q')[0], data.rpartition(b'q')[2], data.split(b'q')[0], b''.join([data])):
    print(name(value), value, end=' ')
print()

pair = Pair((1, 2))
print(*map(name, (pair[:], pair * 1, 1 * pair, pair + (), () + pair, tuple(pair), Pair() + ())))
frozen = Frozen('a')
print(*map(name, (frozen.copy(), frozenset(frozen), frozen.union(), frozen & frozen, frozen.intersection(frozen))))

print(name(Table.fromkeys('a')), Table.fromkeys('ab', 1), name(Bytes.fromhex('61')), Bytes.fromhex('61'))
print(name(Whole.from_bytes(b'a', 'big')), name(Real.fromhex('0x1')), bool.from_bytes(b'a', 'big'))
print(Whole(5).real, Whole(5).imag, Whole(5).numerator, Whole(5).denominator, name(Whole(5).real))
print(Real(2.5).real, Real(2.5).imag, name(Real(2.5).real))
print(Plane(1, 2).real, Plane(1, 2).imag, name(Plane(1, 2).real))


class Own(str):
    def __bytes__(self):
        return b'own'


print(bytes(Own('x')))
try:
    bytes(Text('x'))
except TypeError as error:
    print(error)
