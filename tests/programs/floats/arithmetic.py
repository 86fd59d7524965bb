# Operators on floats, with ints of all sizes and bools.
numbers = [0.0, -0.0, 1.5, -2.5, 3, -7, True, 1e308, -1e308, float('inf'), 2 ** 70]
for a in numbers:
    for b in numbers:
        if isinstance(a, float) or isinstance(b, float):
            row = []
            for operator in [lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a // b, lambda: a < b, lambda: a == b]:
                try:
                    row.append(operator())
                except ZeroDivisionError as error:
                    row.append(str(error))
            print(a, b, row)
print(7.5 % 2, -7.5 % 2, 7.5 % -2, -7.5 % -2, divmod(7.5, 2), divmod(-7.5, 2.0), 7 // 2.0, -0.0 % 5, 5.0 % float('inf'))
print(2.0 ** 3, 2 ** 0.5, 2 ** -1, 0.0 ** 0, (-8.0) ** 2, (-8.0) ** -1, (-8.0) ** 3, float('inf') ** -1, 1.0 ** float('nan'))
print((-8.0) ** 0.5, (-1) ** 0.5, pow(2.0, 3), abs(-2.5), -(-1.5), +1.5, not 0.0)
