# A function called for every element of a matrix that is never stored, sums over comprehensions.
# expect: 1.2742
def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v):
    n = len(v)
    return [sum([element(i, j) * v[j] for j in range(n)]) for i in range(n)]


def times_transposed(v):
    n = len(v)
    return [sum([element(j, i) * v[j] for j in range(n)]) for i in range(n)]


def spectral_norm(n):
    u = [1.0] * n
    for _ in range(4):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    above = sum([a * b for a, b in zip(u, v)])
    below = sum([b * b for b in v])
    return (above / below) ** 0.5


round(spectral_norm(110), 4)
