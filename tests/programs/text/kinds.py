samples = ['', 'abc', 'ABC', 'abc1', '123', '\u0663', '\xb2', '\xbd', '\u4e00', ' \t', '\xa0\u2003', 'a b', '_x1', '1x', 'caf\xe9', '\u1234', '\n', '\x7f', '\xad', '\u2028', '\U0001f600', 'Title Case', 'Not title', '\u01c5', '\ud800', 'if', '\xb7', 'x\xb7', '\u212e']
for text in samples:
    print(ascii(text), text.isalnum(), text.isalpha(), text.isascii(), text.isdecimal(), text.isdigit(), text.isidentifier(),
          text.islower(), text.isnumeric(), text.isprintable(), text.isspace(), text.istitle(), text.isupper())
