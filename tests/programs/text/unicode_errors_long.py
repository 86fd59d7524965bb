# Long texts go through a codec in pieces; the place of an error must be that in the whole.
for text in ('x' * 200000 + '\u1234' * 3 + 'y', '\xe9' * 131070 + '\u1234\u1235' + 'z' * 70000):
    for encoding in ('cp1252', 'ascii', 'iso8859-15'):
        try:
            text.encode(encoding)
        except UnicodeEncodeError as error:
            print(error.encoding, error.start, error.end, error.reason, len(error.object))
    print(len(text.encode('utf-16')), len(text.encode('ascii', 'replace')), len(text.encode('cp1252', 'backslashreplace')))
for data in (b'x' * 200000 + b'\xff\xffab', b'\xc3\xa9' * 80000 + b'\xc3', b'a' + b'\xc3\xa9' * 80000 + b'(\xc3('):
    for encoding in ('utf-8', 'ascii', 'utf-8-sig', 'gb18030'):
        try:
            print(len(data.decode(encoding)))
        except UnicodeDecodeError as error:
            print(error.encoding, error.start, error.end, error.reason, len(error.object))
    print(len(data.decode('utf-8', 'replace')), len(data.decode('latin-1')), len(data.decode('cp437')), len(data.decode('utf-16', 'replace')))
