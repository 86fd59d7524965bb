# Values nested too deeply for native code: the same texts, made by frames.
deep = []
for i in range(150):
    deep = [deep]
expected = str(deep)
print(len(expected), f'{deep}' == expected, f'{deep!r}' == expected, f'{deep!a}' == expected, format(deep) == expected)
print('%s' % (deep,) == expected, '%r|%5d|%-5s|%%' % (deep, 7, 'a') == expected + '|    7|a    |%', '%.3s|' % (deep,))
print('%(a)s %(b)05.1f %(c)x' % {'a': deep, 'b': 2.5, 'c': 255} == expected + ' 002.5 ff', '%*d %s' % (4, 5, deep) == '   5 ' + expected)
print('{} {!r} {:>4}'.format(deep, deep, 1) == f'{expected} {expected}    1', '{a} {b[0]}'.format(a=deep, b=[deep]) == f'{expected} {expected}')
print('{0} {1.real} {2[k][0]}'.format(deep, 5, {'k': [1]}) == expected + ' 5 1', '{a:{b}}'.format(a=1, b=3), '{x}'.format_map({'x': deep}) == expected)
print(b'%a %d' % (deep, 3) == expected.encode() + b' 3', bytearray(b'%r') % (deep,) == bytearray(expected.encode()))
for text, values in [('%s %s', (deep,)), ('%s', (deep, 1)), ('%s %y', (deep, 1)), ('%s %d', (deep, 'x')), ('%s %c', (deep, 'xy')), ('%s %', (deep,)),
                     ('%s %(a)s', (deep,)), ('%s %*d', (deep, 'a', 1)), ('%s %x', (deep, 1.5)), ('%s %f', (deep, 'a'))]:
    try:
        print(len(text % values))
    except Exception as error:
        print(type(error).__name__, error)
for text, values in [(b'%a %s', (deep, 'a')), (b'%a %d', (deep, 'a')), (b'%a %c', (deep, 300)), (b'%a', (deep, 1)), (b'%a %f', (deep, 'x'))]:
    try:
        print(len(text % values))
    except Exception as error:
        print(type(error).__name__, error)
for template in ['{0}{}', '{}{5}', '{0.nothing}', '{0!x}', '{}{', '{}}', '{0[a]}', '{:5}']:
    try:
        print(len(template.format(deep, 1)))
    except Exception as error:
        print(template, type(error).__name__, error)
