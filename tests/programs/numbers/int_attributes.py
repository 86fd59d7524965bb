for value in (0, 7, -7, True, 10 ** 30):
    print(value.real, value.imag, value.numerator, value.denominator, value.conjugate(), value.as_integer_ratio(), type(value.real))
print((10 ** 30).bit_length(), (-8).bit_length(), (0).bit_count(), (-(2 ** 100 - 1)).bit_count())
try:
    (5).real = 3
except AttributeError as error:
    print(type(error).__name__)
