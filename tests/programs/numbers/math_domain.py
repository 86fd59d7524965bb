import math
for name, argument in (('sqrt', -1), ('log', 0), ('log', -1), ('acos', 2), ('exp', 1000), ('cosh', 1000), ('gamma', 0), ('gamma', 200), ('lgamma', -1), ('atanh', 1),
                       ('sin', float('inf')), ('log1p', -1), ('factorial', -1), ('factorial', 1.5), ('isqrt', -1), ('floor', float('nan')), ('ceil', float('inf')),
                       ('sqrt', 'a'), ('log2', None), ('trunc', 'x'), ('exp2', 2000), ('isqrt', 2.0)):
    try:
        print(name, getattr(math, name)(argument))
    except Exception as error:
        print(name, type(error).__name__, error)
for action in (lambda: math.pow(0, -1), lambda: math.pow(-1, .5), lambda: math.pow(10, 400), lambda: math.fmod(1, 0), lambda: math.ldexp(1, 5000), lambda: math.ldexp(1, 1.5),
               lambda: math.log(10, 1), lambda: math.comb(-1, 2), lambda: math.perm(3, -1), lambda: math.comb(2.0, 1), lambda: math.dist([1], [1, 2]), lambda: math.gcd(1.5),
               lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.fsum([1e308, 1e308]), lambda: math.fsum([float('inf'), float('-inf')]), lambda: math.fsum([1, 'a']), lambda: math.fsum(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
