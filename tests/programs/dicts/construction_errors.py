def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: dict(5))
attempt(lambda: dict(None))
attempt(lambda: dict([5]))
attempt(lambda: dict([(1, 2), None]))
attempt(lambda: dict(['abc']))
attempt(lambda: dict([(1, 2), (3,)]))
attempt(lambda: dict(x for x in [(1, 2), 'abc']))
attempt(lambda: dict(iter([(1, 2), 7])))
attempt(lambda: dict(zip('ab')))
attempt(lambda: dict(1, 2))
attempt(lambda: dict([([], 1)]))
attempt(lambda: {[]: 1})
attempt(lambda: {(1, {}): 1})
attempt(lambda: {**5})
attempt(lambda: {**[1]})
attempt(lambda: dict.fromkeys(5))
attempt(lambda: dict.fromkeys([[]]))
attempt(lambda: {}.update(1, 2))
attempt(lambda: {}.update(7))
attempt(lambda: {}.update([1]))
