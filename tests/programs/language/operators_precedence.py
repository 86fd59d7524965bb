print(2 + 3 * 4 ** 2 // 5 - 1, -2 ** 2, (-2) ** 2, 2 ** 3 ** 2, 2 ** -1, not 1 == 2, not (True and False))
print(1 | 2 ^ 3 & 4 << 1 + 1, 1 < 2 & 3, 5 & 3 == 3, ~1 + 2, -1 % 3, not True or True and False)
print(1 if True else 2 if False else 3, (lambda: 1)() + 1, 1 + 2 if 0 else 3, [1, 2][0] ** 2, -[5][0])
