def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)
attempt(lambda: 1())
attempt(lambda: 'text'())
attempt(lambda: None())
attempt(lambda: [1](0))
attempt(lambda: {}(0))
attempt(lambda: (1,)(*[2]))
attempt(lambda: 1.5(k=1))
attempt(lambda: ...())
attempt(lambda: len('a')())
attempt(lambda: sorted([1], key=5))
attempt(lambda: list(map(3, [1])))
