for text, encoding in (('a\u20acb', 'latin-1'), ('\u20ac\u20ac', 'ascii'), ('\ud800', 'utf-8')):
    try:
        text.encode(encoding)
    except UnicodeEncodeError as e:
        print(e, e.encoding, e.start, e.end, e.reason, ascii(e.object))
for data, encoding in ((b'a\xff', 'utf-8'), (b'\xe2\x82', 'utf-8'), (b'ab\x80', 'ascii')):
    try:
        data.decode(encoding)
    except UnicodeDecodeError as e:
        print(e, e.encoding, e.start, e.end, e.reason, e.object)
