print(abs(-5), abs(5.5), abs(-0.0), abs(3 + 4j), abs(-2 ** 70), abs(True), abs(-9223372036854775808))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1.5), round(5), round(0.5), round(1e300), round(-1.5), round(2.5, 0), round(1.23456, 3), round(12345.678, -2), round(True))
print(pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(3, -1, 7), pow(2.0, 3), pow(-2, 3), pow(0, 0), pow(7, 100, 13), pow(base=2, exp=3, mod=5))
print(divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(2 ** 70, 10 ** 9), divmod(True, True))
for action in (lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: round(1.5, 'a'), lambda: round(float('nan')), lambda: round(float('inf')), lambda: abs('a'), lambda: divmod(1, 0), lambda: pow(2.0, 2, 3)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
