print(rb'a\n\x41\u1234\\q\101'.decode('unicode_escape') == 'a\nA\u1234\\qA', 'a\n\u1234\\'.encode('unicode_escape'))
print(rb'\u0041\q\n'.decode('raw_unicode_escape'), rb'\N{BULLET}'.decode('unicode-escape') == '\u2022')
for data in (b'\\x1', b'\\u12', b'\\', b'\\N{no such}'):
    try:
        print(data.decode('unicode_escape'))
    except UnicodeDecodeError as error:
        print(error)
print(len((b'x' * 70000 + rb'\n\\z').decode('unicode_escape')), (b'x' * 70000 + rb'\u1234\t')[-8:].decode('unicode_escape') == 'ሴ\t')
