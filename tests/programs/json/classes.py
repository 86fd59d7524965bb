"""JSONEncoder and JSONDecoder, cls= of dumps and loads, load and dump, keys of subclasses."""
import json
import json.decoder
import json.encoder
from json import JSONDecodeError, JSONDecoder, JSONEncoder


class Complex(JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return {'re': o.real, 'im': o.imag}
        return super().default(o)


print(json.dumps([1, 2j], cls=Complex))
print(json.dumps({'a': {1, 2} and 1j}, cls=Complex, indent=2, sort_keys=True))
print(Complex(separators=(',', ':')).encode({'x': [1.5, None, True, 'é']}))
print(''.join(JSONEncoder(indent='-').iterencode([1, [2], {}])))
try:
    json.dumps({1, 2}, cls=Complex)
except TypeError as error:
    print(error)
try:
    JSONEncoder().encode(object)
except TypeError as error:
    print(error)


class Points(JSONDecoder):
    def __init__(self, **options):
        super().__init__(object_hook=lambda d: tuple(d.values()), **options)


print(json.loads('[{"x": 1, "y": 2}]', cls=Points))
print(json.loads('[1.5, 2]', cls=Points, parse_float=str))
decoder = JSONDecoder(object_pairs_hook=list)
print(decoder.decode(' {"a": 1, "a": 2} '), decoder.raw_decode('xx{"b": []}yy', 2))
for text, place in (('[1', 0), ('', 0), (' 1', 0), ('[1]', -1), ('[1] 2', None)):
    try:
        print(decoder.decode(text) if place is None else decoder.raw_decode(text, place))
    except ValueError as error:
        print(type(error).__name__, error)
print(JSONDecoder(strict=False).decode('"a\nb"'))
print(json.decoder.scanstring('"abc\\n" rest', 1), json.encoder.encode_basestring_ascii('é"'),
      json.encoder.encode_basestring('é"'))


class File:
    def __init__(self, text=''):
        self.text = text

    def read(self):
        return self.text

    def write(self, text):
        self.text += text


file = File()
json.dump({'a': [1, 2]}, file, indent=1)
print(file.text, json.load(file), json.load(File('[1]'), parse_int=str))


class Number(int):
    def __repr__(self):
        return 'shown'


print(json.dumps({Number(3): Number(4)}))
print(json.detect_encoding(b'[]'), JSONDecodeError is json.decoder.JSONDecodeError)
