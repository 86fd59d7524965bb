# Integer literals of every base, with underscores, at the edges of 64 bits and beyond.
print(0, 7, 1_000_000, 0x_ff, 0o17, 0b1010, 00, 0_0)
print(9223372036854775807, 9223372036854775808, -9223372036854775808, -9223372036854775809)
print(0xffff_ffff_ffff_ffff_ffff)
print(123456789012345678901234567890)
