text = 'a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\u2029j\n\n'
print(text.splitlines())
print(text.splitlines(True))
print(text.splitlines(keepends=True) == text.splitlines(1), ''.splitlines(), '\n'.splitlines(), 'x'.splitlines(), 'x\n'.splitlines(True), '\r\n\n\r'.splitlines(True))
