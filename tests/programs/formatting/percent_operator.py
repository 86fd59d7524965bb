# The % operator with tuples, single values and mappings.
print('%d %i %u' % (1, 2, 3), '%s' % 5, '%s %s' % ('a', None), '%%' % ())
print('%5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5))
print('%x %X %#x %o %#o' % (255, 255, 255, 8, 8), '%x' % -255, '%d' % 10 ** 3)
print('%.3f|%8.2f|%-8.1f|%e|%G' % (3.14159, 2.5, 2.25, 1e10, 1e-10))
print('%c%c%c' % (65, 'b', 8364), '%5c|%-5c|' % ('x', 'y'))
print('%r %a %s' % ('\u20ac', '\u20ac', '\u20ac'), '%.2s|%5.1r' % ('abc', 'abc'))
print('%(a)s %(b)05d %%' % {'a': 1, 'b': 2}, '%(x)s' % {'x': [1, 2]})
print('%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159))
print('%.5d %#.5x %+.3d' % (3, 10, -4), '%d' % 3.99, '%d' % True, '%s' % True)
print('%s' % [1, 2], '%s' % {1: 2}, '%s' % (range(3),), '%ld %hd' % (1, 2))
print('%.0f %.0f %.0f' % (0.5, 1.5, 2.5), '%05.1f' % -2.5, '%+5.1f' % float('inf'))
text = 'x=%s'
text %= 5
print(text)
