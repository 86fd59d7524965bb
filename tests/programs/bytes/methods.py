# The methods that bytes and bytearray share.
for data in [b'Hello, World ', bytearray(b'aXbXc')]:
    print(data.lower(), data.upper(), data.swapcase(), data.title(), data.capitalize(), data.hex(), data.hex(':', 2))
    print(data.find(b'o'), data.rfind(b'o'), data.find(99), data.count(b'X'), data.count(b''), data.index(b'a' if 97 in data else b'o'))
    print(data.split(b'X'), data.rsplit(b'X', 1), data.split(), data.partition(b'X'), data.rpartition(b'o'), data.splitlines())
    print(data.replace(b'X', b'--'), data.replace(b'', b'.', 3), data.strip(), data.lstrip(b'Ha'), data.rstrip(b' dc'))
    print(data.startswith(b'H'), data.startswith((b'x', b'a')), data.endswith(b' '), data.removeprefix(b'a'), data.removesuffix(b'c'))
    print(data.center(20, b'*'), data.ljust(15), data.rjust(15, b'.'), data.zfill(15), b'-5'.zfill(4), data.translate(None, b'lX'))
    print(data.translate(bytes.maketrans(b'ab', b'AB')), data.isalnum(), data.isalpha(), data.isascii(), data.isspace(), data.istitle())
    print(data.decode(), data.decode('ascii', errors='ignore'), data.join([b'1', bytearray(b'2')]))
print(b'a\tbc\td'.expandtabs(), b'a\n\tb'.expandtabs(3), b'a\nb\r\nc\r'.splitlines(), b'a\nb\r\nc\r'.splitlines(True))
print(bytes.fromhex('de ad BE ef'), bytearray.fromhex('00ff'), b','.join(x for x in [b'a', b'b']), b'12'.isdigit(), b'aB'.islower(), b'A1'.isupper())
print(b'caf\xc3\xa9'.decode(), b'\xff'.decode('latin-1'), b'\xff'.decode('utf-8', 'replace'))
