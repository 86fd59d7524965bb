words = ['', 'a', 'A', 'ab', 'b', '\xe9', '\xff', '\u0100', '\u1234', '\ud800', '\U0001f600', 'a\u1234', 'a\xe9']
print(ascii(sorted(words)), ascii(sorted(words, reverse=True)))
for x in words:
    print(''.join('<' if x < y else '=' if x == y else '>' for y in words), [x <= 'ab', x >= 'ab', x != 'ab'])
print('a' == 1, 'a' != b'a', 'a' == ['a'], ('a' + 'b') == 'ab', hash('a' + 'b') == hash('ab'))
for attempt in (lambda: 'a' < 1, lambda: 'a' >= None, lambda: 1 > 'a', lambda: 'a' < b'a'):
    try:
        print(attempt())
    except TypeError as error:
        print('TypeError', error)
