values = [0, 1, -1, 255, -256, 2 ** 63 - 1, -2 ** 63, 2 ** 64, -2 ** 64, 2 ** 100 + 12345, -2 ** 100 - 12345, -2 ** 128]
for a in values:
    print(~a, a.bit_length(), a.bit_count())
    for b in values:
        print(a & b, a | b, a ^ b)
