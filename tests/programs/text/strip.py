for text in ['  a b  ', '\t\n\x0b\x0c\r\x1c\x85\xa0\u2003x\u3000 ', '', '   ', 'xxaxx', 'abcba', '\u1234a\u1234']:
    print(ascii(text), [ascii(text.strip()), ascii(text.lstrip()), ascii(text.rstrip())],
          [ascii(text.strip('x')), ascii(text.lstrip('ab')), ascii(text.rstrip('ba\u1234')), ascii(text.strip('')), ascii(text.strip(None))])
for attempt in (lambda: 'a'.strip(1), lambda: 'a'.lstrip(b'a'), lambda: 'a'.rstrip(['a'])):
    try:
        print(attempt())
    except TypeError as error:
        print('TypeError', error)
