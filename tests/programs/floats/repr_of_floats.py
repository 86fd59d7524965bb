# The shortest text that reads back as the same float.
for value in [0.0, -0.0, 1.0, 0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e15, 1e16, 123456789012345680.0, 1e22, 1e23, 5e-324, 1e-4, 1e-5,
              0.00012345, 1.7976931348623157e308, 2.2250738585072014e-308, 9007199254740993.0, 2.0 ** 63, -1e100, 100.0,
              1.5e300, float('inf'), float('-inf'), float('nan'), 4.35, 2.675, 1e21, 0.5, 1e-7, 33554432.5]:
    print(value, repr(value), [value])
