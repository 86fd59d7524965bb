for make in (lambda: 1 < 'a', lambda: [] < (), lambda: None < 1, lambda: {} < {}, lambda: 1j < 2j, lambda: [1, 'a'] < [1, 2],
             lambda: 'a' > b'a', lambda: print >= 1, lambda: (1,) <= [1]):
    try:
        make()
    except TypeError as error:
        print(error)
