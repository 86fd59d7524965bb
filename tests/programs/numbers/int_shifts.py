for a in (1, -1, 5, -5, 2 ** 62, -2 ** 63, 2 ** 100 + 1, -2 ** 100 - 1):
    for count in (0, 1, 31, 62, 63, 64, 65, 100, 128, 200):
        print(a << count, a >> count)
print(0 << 10 ** 30, 5 >> 10 ** 30, -5 >> 10 ** 30)
for action in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 2 ** 70 >> -2 ** 70):
    try:
        action()
    except ValueError as error:
        print(error)
