values = [1, 1.5, 'a\'"\n', b'\x00"', None, True, ..., [1, 'a'], (1,), {}, {'k': [()]}, {1}, frozenset({2}), range(3), slice(1, 2), 2j, NotImplemented, ValueError('x'), int, len, type(None), bytearray(b'ab'), 'é\u200b\U0001f600']
for v in values:
    print(repr(v), str(v), ascii(v))
print(format(5), format(5, '>5'), format('a', '*^5'), format(3.14159, '.2f'), format(1000000, ','), format(True), format(None, ''), format([1]), format(255, '#x'), format(0.25, '%'))
print(str(), str(b'ab', 'ascii'), str(b'ab'), str('x'), repr([[...], {...}]))
