print(len(str(10 ** 4299)), len(hex(10 ** 5000)), int('9' * 4300) == 10 ** 4300 - 1, int('f' * 5000, 16) == 16 ** 5000 - 1)
for action in (lambda: str(10 ** 4300), lambda: repr(-10 ** 4300), lambda: int('1' * 4301), lambda: f'{10 ** 4300}'):
    try:
        action()
    except ValueError as error:
        print(error)
