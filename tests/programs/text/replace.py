print('banana'.replace('a', 'o'), 'banana'.replace('a', 'o', 2), 'banana'.replace('an', ''), 'banana'.replace('na', 'NANA'))
print('banana'.replace('', '-'), 'banana'.replace('', '-', 3), ''.replace('', 'x'), repr(''.replace('', 'x', 0)), ''.replace('', 'x', -1))
print('banana'.replace('x', 'y'), 'banana'.replace('banana', ''), 'banana'.replace('a', 'a'), 'aaa'.replace('aa', 'b'))
print('banana'.replace('a', '\u1234'), '\u1234a\u1234'.replace('\u1234', 'b'), '\u1234a'.replace('a', '\U0001f600', 1), 'abc'.replace('\u1234', 'x'))
print('banana'.replace('a', 'o', 0), 'banana'.replace('a', 'o', -7), 'banana'.replace('a', 'o', True))
long = 'ab' * 1000
print(long.replace('b', 'xyz') == 'axyz' * 1000, long.replace('ab', '') == '', long.replace('a', '', 999).count('a'), len(long.replace('a', '<>', 700)))
same = 'nothing to do'
print(same.replace('x', 'y') is same)
for attempt in (lambda: 'a'.replace(1, 'b'), lambda: 'a'.replace('a', None), lambda: 'a'.replace('a', 'b', 'c'), lambda: 'a'.replace('a', 'b', 1.0)):
    try:
        print(attempt())
    except TypeError as error:
        print('TypeError', error)
