for value in (5, 15, 25, -15, 1234567, -1234567, 10 ** 30 + 5 * 10 ** 9, 5 * 10 ** 29):
    print([round(value, digits) for digits in (None, 0, 3, -1, -2, -6, -10, -30, -31, -400)])
print(round(True, -1), round(7, ndigits=-1), (15).__round__(-1))
