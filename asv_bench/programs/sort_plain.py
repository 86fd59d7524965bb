# Sorting ints, floats and strings without a key.
# expect: (5760248, 306771862.0, '1000269808', True)
def numbers(n, seed):
    out = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(seed)
    return out


def run():
    values = numbers(30000, 42)
    ascending = sorted(values)
    floats = sorted([value / 7 for value in values], reverse=True)
    words = sorted([str(value) for value in values])
    again = list(ascending)
    again.sort()
    return ascending[100], floats[0], words[5], again == ascending


run()
