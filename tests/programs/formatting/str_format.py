# str.format: numbering, names, indexes, attributes, conversions, nested specifications.
print('{} {} {}'.format(1, 'a', None), '{0}{1}{0}'.format('a', 'b'), '{a} {b}'.format(b=1, a=2))
print('{:>5}|{:<5}|{:^5}|'.format(1, 'a', 2.5), '{0:{1}.{2}f}'.format(3.14159, 10, 2), '{:{}}|'.format('x', 3))
print('{!r} {!s} {!a}'.format('\u20ac', '\u20ac', '\u20ac'), '{0!r:>8}|'.format('a'))
print('{0[0]} {0[1]} {1[key]} {1[k k]}'.format([1, 2], {'key': 3, 'k k': 4}), '{[x]}'.format({'x': 5}))
print('{0.real} {0.imag}'.format(1 + 2j), '{.real:>4}'.format(7), '{a.numerator}'.format(a=3))
print('{{}} {{{}}} }}{{'.format(1), ''.format(1), '{}'.format([1, {'a': 2}]))
print('{x}-{x:03}'.format_map({'x': 5}), '{a[0]}'.format_map({'a': 'b'}))
print('{:,} {:_.1f} {:%}'.format(12345, 12345.67, 0.5), '{:c}'.format(65))
values = {'width': 8, 'name': 'n'}
print('{name:*^{width}}'.format(**values), '{0:{width}}'.format(1, **values))
