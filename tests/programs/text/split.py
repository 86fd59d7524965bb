print('a,b,,c'.split(','), ',a,'.split(','), 'a<>b<>c'.split('<>'), ''.split(','), 'abc'.split('abc'), 'aaa'.split('aa'))
print('a,b,c'.split(',', 1), 'a,b,c'.split(',', 0), 'a,b,c'.split(',', -1), 'a,b,c'.split(sep=',', maxsplit=1))
print(' a  b\tc\n'.split(), ''.split(), '   '.split(), ' a  b c '.split(None, 1), ' a b '.split(maxsplit=0), 'a\u2003b\x1cc\x85d'.split())
print('a,b,c'.rsplit(',', 1), ' a  b c '.rsplit(None, 1), ' a b '.rsplit(maxsplit=0), 'aXXbXXXc'.rsplit('XX'), ',a,'.rsplit(','))
print('\u1234,b,\u1235'.split(','), 'a\u1234b\u1234'.split('\u1234'), 'a\u1234b'.rsplit('\u1234', 5))
print('key=value=x'.partition('='), 'key'.partition('='), 'key=value=x'.rpartition('='), 'key'.rpartition('='), '='.partition('='))
print('a::b'.partition('::'), '\u1234::b'.rpartition(':'))
for attempt in (lambda: 'a'.split(''), lambda: 'a'.rsplit(''), lambda: 'a'.partition(''), lambda: 'a'.rpartition(''),
                lambda: 'a'.split(1), lambda: 'a'.split(b'x'), lambda: 'a'.split(',', 'x'), lambda: 'a'.partition(None)):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
