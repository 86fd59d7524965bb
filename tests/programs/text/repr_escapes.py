print([chr(c) for c in range(0, 0x180)])
for text in ["it's", 'say "hi"', '\'"', "\\", 'tab\there', 'line\nbreak', '\r', '\x00', '\x7f', '\x80', '\xa0', '\xad', '\u0378', '\u2028', '\ue000', '\ud800', '\U0001f600', '\U000e0001', '\U0010ffff', '\u1234', "'\u1234", 'a\u0300']:
    print(ascii(text), repr(text).encode('utf-8', 'backslashreplace'), len(repr(text)), ascii(repr(text)))
print(ascii(['\xe9', '\u1234', {'\U0001f600': "'"}]), ascii('\xe9"\''))
