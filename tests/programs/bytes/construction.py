# bytes() and bytearray() of everything they take.
for make in bytes, bytearray:
    print(make(), make(3), make([1, 2, 255]), make((65, 66)), make(range(5)), make(b'ab'), make(bytearray(b'cd')), make({7: 1}))
    print(make('h\xe9', 'utf-8'), make('h\xe9', 'latin-1'), make('\xe9x', 'ascii', 'replace'), make(x * 2 for x in range(4)))
    for arguments in [('a',), ('a', 5), (b'a', 'utf-8'), (1.5,), (-1,), ([256],), (['a'],), (None,), ('\xe9', 'ascii'), ('a', 'nonsense'),
                      ([-1],), ((x for x in [1, 300]),), (10 ** 30,)]:
        try:
            print(make(*arguments))
        except Exception as error:
            print(type(error).__name__, error)
source = bytearray(b'abc')
copy = bytes(source)
source[0] = 120
print(source, copy, bytes(copy) is copy, bytearray(source) is source)
