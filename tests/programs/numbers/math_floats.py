import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.hypot(), math.hypot(3, 4), math.hypot(1e300, 1e300), math.hypot(1, 1, 1), math.dist((1, 2), [4, 6]), math.fsum([.1] * 10), math.fsum(x / 10 for x in range(10)))
print(math.prod([]), math.prod([2, 3.5]), math.prod(range(1, 30)), math.prod([1, 2], start='a'), math.prod((x for x in (1, 2, 3)), start=2), math.prod([2 ** 40] * 3))
print(math.frexp(0), math.frexp(-3.5), math.frexp(math.inf), math.modf(-3.25), math.modf(math.inf), math.ldexp(.5, 10), math.ldexp(1, -2000), math.ldexp(0, 10 ** 30))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(1, 1.1, abs_tol=.2), math.copysign(3, -0.0), math.remainder(7, 4), math.fmod(-7, 4), math.nextafter(1, 2), math.ulp(1))
print(math.degrees(1), math.radians(180), math.cbrt(27), math.exp2(10), math.expm1(1e-10), math.atan2(-0.0, -1), math.pow(2, 10), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1))
print(math.erf(1), math.erfc(1), math.gamma(5.5), math.lgamma(100), math.sinh(1), math.log1p(1), math.acosh(2), math.fabs(-3))
