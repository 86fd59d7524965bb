# float() of text, bytes and numbers.
for source in ['1', ' 1.5 ', '-2e3', '1_000.5', '\u0661.\u0665', 'inf', '-Infinity', '+nan', '.5', '5.', '1e400', '-1e-400', b'2.5',
               bytearray(b' 3 '), 7, True, 10 ** 20, '\xa01\u2003', '1E5', '0.1e-5', '123456789012345678901234567890']:
    print(repr(source), float(source))
for source in ['', ' ', 'abc', '1__0', '_1', '1_', '0x10', '1e', '--1', 'infin', '1 2', '1\x00', '\u20ac', b'x', [], None, 1j, 10 ** 400]:
    try:
        print(float(source))
    except Exception as error:
        print(type(error).__name__, error)
print(float(), float.fromhex('0x1.8p1'), float.fromhex('-inf'), float.fromhex(' 0x.1p4 '), float.fromhex('10'))
for text in ['', 'zz', '0x1p5000', '0x1p']:
    try:
        print(float.fromhex(text))
    except Exception as error:
        print(type(error).__name__, error)
