print(1 / 3, 10 ** 400 / 10 ** 399, -10 ** 400 / 10 ** 390, (2 ** 53 + 1) / 1, (2 ** 54 + 3) / 2, 1 / 10 ** 320, 0 / -5)
print((10 ** 30 + 1) / 7, 3 / 2 ** 1080, -1 / 10 ** 400, (2 ** 1024 - 1) / 3)
for action in (lambda: 1 / 0, lambda: 10 ** 400 / 1, lambda: (2 ** 1024 - 1) / 1, lambda: 2 ** 70 / False):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
