import math
print(math.gcd(), math.gcd(12, -18), math.gcd(0, 0), math.gcd(2 ** 100, 6 ** 50, 10 ** 30), math.lcm(), math.lcm(4, 6, -10), math.lcm(3, 0), math.lcm(2 ** 70, 3 ** 50))
print([math.comb(n, k) for n in (0, 5, 10, 60, 100) for k in (0, 1, 3, 30)], math.comb(10 ** 30, 3), math.comb(1000, 998), math.comb(200, 100))
print([math.perm(n, k) for n in (0, 5, 10, 60) for k in (0, 1, 3, 30)], math.perm(10 ** 20, 4), math.perm(8), math.perm(5, None))
print([math.factorial(n) for n in range(25)], math.factorial(100), math.factorial(True))
print([math.isqrt(n) for n in (0, 1, 2, 3, 4, 2 ** 62, 2 ** 63 - 1, 10 ** 30, 10 ** 101, (10 ** 50 + 7) ** 2 - 1)])
print(math.floor(2 ** 70), math.ceil(-2.5), math.trunc(-2.5), math.floor(-1e20), math.log(10 ** 1000), math.log2(2 ** 2000), math.log10(10 ** 500), math.log(8, 2))
