print(int(), int(5.9), int(-5.9), int('12'), int(' 12 '), int('-0x1f', 16), int('0b101', 0), int('zz', 36), int('1_000'), int(True), int(b'12'), int('0o17', 8), int('１２'), int(10.0 ** 20), int('9' * 30))
print(float(), float(5), float('1.5'), float(' -1e3 '), float('inf'), float('-Infinity'), float('nan'), float('1_0.5'), float(2 ** 70), float(True), float('.5'), float(b'2.5'))
print(bool(), bool(0), bool('a'), bool([]), bool(0.0), bool(float('nan')), complex(1, 2), complex('1+2j'), complex('j'), complex(3), complex('-1.5'))
for action in (lambda: int('x'), lambda: int(''), lambda: int('1.5'), lambda: int(None), lambda: int('12', 1), lambda: int('9', 8), lambda: int(5, 10), lambda: int(float('inf')), lambda: int(float('nan')), lambda: float('x'), lambda: float(''), lambda: float(None), lambda: float(10 ** 400), lambda: complex('x'), lambda: int([]), lambda: int('1__0'), lambda: int('_1'), lambda: float('1_'), lambda: int(' '), lambda: int('0x', 16), lambda: bool(1, 2)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
