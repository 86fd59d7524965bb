# Results leave and enter the 64-bit range.
big = 9223372036854775807
print(big + 1, big - -1, big * 2, big * big, -big - 1, -big - 2, -(-big - 1))
print((big + 1) - 1, (big + 1) - 1 == big, (big + 1) // 2, (big * big) // big)
print((-big - 1) // -1, (-big - 1) * -1, abs(-big - 1))
x = big
x += 1
print(x)
x -= 1
print(x)
x = 1
for _ in range(70):
    x *= 2
print(x)
x = 3037000500
print(x * x, (x - 1) * (x - 1))
