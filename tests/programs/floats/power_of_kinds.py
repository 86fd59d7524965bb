values = [0, 1, 2, -2, 3, 0.0, -0.0, 1.0, 2.0, -2.0, 0.5, -0.5, 1e200, -1e200, 1e-200, 5e-324, 2 ** 53 + 1, 2 ** 62, float('inf'), float('-inf'), float('nan'), True]
exponents = [0, 1, 2, 3, -1, -2, 0.0, 0.5, -0.5, 2.0, -2.0, 1.5, 1e300, float('inf'), float('-inf'), float('nan'), 1023, -1074, True]
def power(x, y):
    try:
        return repr(x ** y)
    except (ZeroDivisionError, OverflowError) as error:
        return f'{type(error).__name__}: {error}'
for x in values:
    print(x, [power(x, y) for y in exponents if not (type(x) is int and type(y) is int and y > 100)])
for x in values:
    try:
        print(x ** 2, x ** 0.5, x ** 3, x ** -1)
    except (ZeroDivisionError, OverflowError) as error:
        print(x, type(error).__name__, error)
x = 3037000499
print(x ** 2, (x + 1) ** 2, (-x - 1) ** 2)
