print(str.upper('a'), list.append([], 1), dict.get({1: 2}, 1), int.__add__(1, 2), str.join(',', ['a', 'b']), list(map(str.strip, [' a ', 'b '])))
def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)
attempt(lambda: str.upper())
attempt(lambda: str.upper(1))
attempt(lambda: list.append(1, 2))
attempt(lambda: dict.get([], 1))
