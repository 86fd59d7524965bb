def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: [*1])
attempt(lambda: (*None,))
attempt(lambda: {*5})
attempt(lambda: {**5})
attempt(lambda: {**[1]})
attempt(lambda: {*[[]]})
attempt(lambda: print(*1))
attempt(lambda: print(1, *2))
attempt(lambda: print(**1))
attempt(lambda: print(**{1: 2}))
attempt(lambda: dict(a=1, **{'a': 2}))
