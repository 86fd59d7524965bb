print('a' in 'abc', 'bc' in 'abc', '' in '', '' in 'a', 'd' in 'abc', '\u1234' in 'abc', '\u1234' in 'a\u1234', 'abc' not in 'ab')
for attempt in (lambda: 1 in 'abc', lambda: None in 'abc', lambda: b'a' in 'abc', lambda: ['a'] in 'abc'):
    try:
        print(attempt())
    except TypeError as error:
        print('TypeError', error)
