# Lists of lists of floats, three nested loops.
# expect: -9.994512
def make(n, factor):
    return [[factor * (i - j) * (i + j) for j in range(n)] for i in range(n)]


def multiply(a, b):
    n = len(a)
    columns = len(b[0])
    result = [[0.0] * columns for _ in range(n)]
    for i in range(n):
        row = a[i]
        out = result[i]
        for j in range(columns):
            total = 0.0
            for k in range(len(b)):
                total += row[k] * b[k][j]
            out[j] = total
    return result


n = 96
c = multiply(make(n, 1.0 / n / n), make(n, 1.0 / n / n))
round(c[n // 2][n // 3], 6)
