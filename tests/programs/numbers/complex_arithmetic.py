a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a ** 2, a ** b, a ** -1, a ** 0.5, 2 ** a, -a, +a, abs(a), a == 3 + 4j, a != b, bool(0j))
print(a + 1, 1.5 - a, a * True, 2 / b, (-8) ** (1 / 3), 0j ** 0, hash(3 + 0j) == hash(3), a.real, a.imag, a.conjugate())
print(complex(0.0, -0.0), complex(-0.0, 1), -0j, 1e300j, complex('nan'), complex(float('inf'), -1), 1j, 0j, -1j, (1 + 0j))
for action in (lambda: a < b, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a / 0, lambda: 0j ** -1, lambda: int(a), lambda: float(a),
               lambda: pow(a, 2, 3), lambda: (1e200 + 1j) ** 5, lambda: ~a, lambda: round(a), lambda: abs(complex(1e308, 1e308)), lambda: a + 'x', lambda: a + 10 ** 400):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
