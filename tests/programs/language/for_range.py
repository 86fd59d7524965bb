def collect(*args):
    out = []
    for i in range(*args):
        out.append(i)
    return out
print(collect(4), collect(2, 5), collect(5, 2), collect(0, 10, 3), collect(10, 0, -4), collect(-3, 3, 2), collect(0, -1))
big = 9223372036854775807
print(collect(big - 2, big), collect(-big - 1, -big + 1), collect(big - 1, big + 2), collect(0, big, big // 2 + 1))
print(collect(True, 3), collect(big, big - 5, -2))
def bad(*args):
    try:
        for i in range(*args):
            pass
    except Exception as error:
        print(type(error).__name__, error)
bad(1.5)
bad('a')
bad(0, 5, 0)
bad()
bad(1, 2, 3, 4)
for i in range(3):
    for i in range(10, 12):
        print(i, end=' ')
    print(i)
