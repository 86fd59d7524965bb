for text in ['hello', 'h\xe9llo', 'h\u1234l\U0001f600o', '']:
    print(ascii([text[:], text[1:], text[:-1], text[::2], text[::-1], text[1:4:2], text[-3:], text[10:], text[:-10], text[3:1], text[4:0:-2], text[-1::-3]]))
print('abc'[0], 'abc'[-1], 'abc'[True], ascii('\u1234b'[0]), '\u1234b'[1])
for attempt in (lambda: 'abc'[3], lambda: 'abc'[-4], lambda: ''[0], lambda: 'abc'[10**30], lambda: 'abc'[1.0], lambda: 'abc'['a'], lambda: 'abc'[None], lambda: 'abc'[::0], lambda: 'abc'['a':], lambda: 'abc'[1, 2]):
    try:
        print(attempt())
    except (TypeError, IndexError, ValueError) as error:
        print(type(error).__name__, error)
