print(2 ** 100, (-3) ** 41, 10 ** 50, 1 ** 10 ** 30, (-1) ** 10 ** 30, (-1) ** (10 ** 30 + 1), 0 ** 0, 0 ** 10 ** 30)
print(2 ** -1, (-2) ** -3, 10 ** -30, (2 ** 64) ** 3, (-4) ** 33, 12345678901234567890 ** 7)
print(pow(3, 10 ** 30, 10 ** 9 + 7), pow(-3, 5, 7), pow(3, 5, -7), pow(10 ** 40, 10 ** 20, 2 ** 89 - 1))
print(pow(3, -1, 11), pow(10 ** 30 + 1, -3, 2 ** 127 - 1), pow(5, 3, 1), pow(5, 0, 1), pow(-5, 0, -1))
for action in (lambda: 0 ** -1, lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: (10 ** 400) ** -1):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
