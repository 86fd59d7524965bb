# Float arithmetic in a function: a numerical integral.
# expect: 1.5707963278
def integrate(n):
    step = 2.0 / n
    total = 0.0
    x = -1.0 + step / 2
    for _ in range(n):
        total += (1.0 - x * x) ** 0.5 * step
        x += step
    return total


round(integrate(600000), 10)
