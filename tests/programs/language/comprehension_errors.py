def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: [x for x in 5])
attempt(lambda: [a for a, b in [(1, 2, 3)]])
attempt(lambda: {[]: 1 for _ in range(1)})
attempt(lambda: {x for x in [[]]})
attempt(lambda: [1 / x for x in (1, 0)])
attempt(lambda: (x for x in None))
attempt(lambda: list(1 / x for x in (1, 0)))
attempt(lambda: [x.foo for x in 'a'])
