text = 'caf\xe9 \u20ac \U0001f600'
print(text.encode(), text.encode('utf8') == text.encode(encoding='UTF-8', errors='strict'), ''.encode(), 'abc'.encode('ascii'), 'caf\xe9'.encode('latin-1'))
for errors in ('ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace'):
    print(errors, text.encode('ascii', errors), text.encode('latin1', errors=errors), text.encode('cp1252', errors))
for encoding in ('utf-16', 'utf-16-le', 'utf_32_be', 'utf-8-sig', 'utf-7', 'unicode_escape', 'raw_unicode_escape'):
    print(encoding, text.encode(encoding))
for encoding in ('cp1252', 'iso8859-15', 'cp437', 'koi8-r', 'shift_jis', 'gb18030', 'big5', 'mac_roman'):
    print(encoding, 'x\u20ac'.encode(encoding, 'replace'))
print('\udc80a'.encode('utf8', 'surrogateescape'), '\ud800'.encode('utf8', 'surrogatepass'))
