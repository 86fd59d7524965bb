# Factorials and powers of big ints.
# expect: (541108809, 4115, 16749, 480, 8359, 152828819)
def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def run():
    big = factorial(5000)
    text = str(factorial(1500))
    power = 3 ** 20000
    checks = [factorial(n) % 1000003 for n in range(100, 400)]
    return big % 1000000007, len(text), sum(int(digit) for digit in text), power % 997, big // power % 10007, sum(checks)


run()
