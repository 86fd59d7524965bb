for a, b in [({}, 'x'), ([], 'x'), (1, [1.0]), (1.5, 'a'), ('a', 'b'), ({}, []), (set(), 'a'), (range(1), (1,)), (None, 'a')]:
    try:
        a * b
    except TypeError as error:
        print(error)
    try:
        a *= b
    except TypeError as error:
        print(error)
