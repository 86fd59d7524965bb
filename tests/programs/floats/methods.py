# Methods and rounding.
for value in [0.0, 1.5, -2.25, 0.1, 1e300, 5e-324, 3.0, 1e22]:
    print(value, value.is_integer(), value.as_integer_ratio(), value.hex(), value.real, value.imag, value.conjugate())
for value in [float('nan'), float('inf')]:
    print(value.hex(), value.is_integer())
    for method in [value.as_integer_ratio, value.__trunc__, value.__floor__]:
        try:
            print(method())
        except Exception as error:
            print(type(error).__name__, error)
for value in [0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1234.5678, 1e22, 0.05, 5.5, 4503599627370497.5, 0.49999999999999994]:
    print(value, round(value), round(value, 1), round(value, 2), round(value, -1), round(value, -3), round(value, None))
print(round(15.0, -1), round(25.0, -1), round(5.0, -1), round(-5.000001, -1), round(1e308, -308), round(1.5, 400), round(1.5, -400))
try:
    print(round(1.7976931348623157e308, -308))
except OverflowError as error:
    print(error)
print(int(1e20), int(-1.9), (2.7).__trunc__(), (2.7).__floor__(), (-2.7).__ceil__())
