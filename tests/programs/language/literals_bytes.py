print(b'abc', b"d'e", b'\x00\xff\n\t\\', rb'\x00', Rb'\n', b'join' b'ed')
print(b'''triple
line''', b'\101', b'"' b"'")
print(b'a'[0], b'abc'[1:], list(b'\x01\x02'))
