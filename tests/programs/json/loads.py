import json

print(json.loads('{"a": [1, 2.5, -3e2, true, false, null, "x"], "b": {}, "c": []}'))
print(json.loads(' \t\n[ 1 , 2 ] \r\n'), json.loads('1'), json.loads('"s"'), json.loads('null'), json.loads('-0'), json.loads('-0.0'))
print(json.loads('[NaN, Infinity, -Infinity, 1e400, 123456789012345678901234567890, 0.1, 1E5, 1e-7]'))
print(json.loads(r'"\u00e9\ud83d\ude00\n\t\"\\\/\b\f\r\u0041"'), ascii(json.loads(r'"\ud83d x \ude00\ud83d\u0041"')))
print(json.loads('{"a": 1, "a": 2, "b": 3}'), json.loads('["\u20ac", "\U0001F600"]'))
print(json.loads(b'{"k": "\xc3\xa9"}'), json.loads(bytearray(b'[1]')), json.loads('"\u20ac"'.encode('utf-16')))
print(json.loads('["a\tb"]', strict=False))
