"""Functions of the module math where an argument is an instance, or an iterable that is no plain container: numbers are
converted by their special methods, then the native function (an intrinsic here) does the work."""


def as_float(value):
    kind = type(value)
    if kind in (float, int, bool):
        return value
    method = getattr(kind, '__float__', None)
    if method is not None:
        result = method(value)
        if not isinstance(result, float):
            raise TypeError(f'{kind.__name__}.__float__ returned non-float (type {type(result).__name__})')
        return _plain_number(result)
    if hasattr(kind, '__index__'):
        return as_index(value)
    raise TypeError(f'must be real number, not {kind.__name__}')


# --- one number ------------------------------------------------------------------------------------------------------

def math_acos(x, /):
    return _math_acos(as_float(x))


def math_acosh(x, /):
    return _math_acosh(as_float(x))


def math_asin(x, /):
    return _math_asin(as_float(x))


def math_asinh(x, /):
    return _math_asinh(as_float(x))


def math_atan(x, /):
    return _math_atan(as_float(x))


def math_atanh(x, /):
    return _math_atanh(as_float(x))


def math_cbrt(x, /):
    return _math_cbrt(as_float(x))


def math_cos(x, /):
    return _math_cos(as_float(x))


def math_cosh(x, /):
    return _math_cosh(as_float(x))


def math_degrees(x, /):
    return _math_degrees(as_float(x))


def math_erf(x, /):
    return _math_erf(as_float(x))


def math_erfc(x, /):
    return _math_erfc(as_float(x))


def math_exp(x, /):
    return _math_exp(as_float(x))


def math_exp2(x, /):
    return _math_exp2(as_float(x))


def math_expm1(x, /):
    return _math_expm1(as_float(x))


def math_fabs(x, /):
    return _math_fabs(as_float(x))


def math_frexp(x, /):
    return _math_frexp(as_float(x))


def math_gamma(x, /):
    return _math_gamma(as_float(x))


def math_isfinite(x, /):
    return _math_isfinite(as_float(x))


def math_isinf(x, /):
    return _math_isinf(as_float(x))


def math_isnan(x, /):
    return _math_isnan(as_float(x))


def math_lgamma(x, /):
    return _math_lgamma(as_float(x))


def math_log10(x, /):
    return _math_log10(as_float(x))


def math_log1p(x, /):
    return _math_log1p(as_float(x))


def math_log2(x, /):
    return _math_log2(as_float(x))


def math_modf(x, /):
    return _math_modf(as_float(x))


def math_radians(x, /):
    return _math_radians(as_float(x))


def math_sin(x, /):
    return _math_sin(as_float(x))


def math_sinh(x, /):
    return _math_sinh(as_float(x))


def math_sqrt(x, /):
    return _math_sqrt(as_float(x))


def math_tan(x, /):
    return _math_tan(as_float(x))


def math_tanh(x, /):
    return _math_tanh(as_float(x))


def math_ulp(x, /):
    return _math_ulp(as_float(x))


def math_log(x, base=None, /):
    if base is None:
        return _math_log(as_float(x))
    return _math_log(as_float(x), as_float(base))


def math_ceil(x, /):
    method = getattr(type(x), '__ceil__', None)
    if method is None:
        return _math_ceil(as_float(x))
    return method(x)


def math_floor(x, /):
    method = getattr(type(x), '__floor__', None)
    if method is None:
        return _math_floor(as_float(x))
    return method(x)


def math_trunc(x, /):
    method = getattr(type(x), '__trunc__', None)
    if method is None:
        raise TypeError(f"type {type(x).__name__} doesn't define __trunc__ method")
    return method(x)


# --- several numbers -------------------------------------------------------------------------------------------------

def math_atan2(y, x, /):
    return _math_atan2(as_float(y), as_float(x))


def math_copysign(x, y, /):
    return _math_copysign(as_float(x), as_float(y))


def math_fmod(x, y, /):
    return _math_fmod(as_float(x), as_float(y))


def math_pow(x, y, /):
    return _math_pow(as_float(x), as_float(y))


def math_remainder(x, y, /):
    return _math_remainder(as_float(x), as_float(y))


def math_fma(x, y, z, /):
    return _math_fma(as_float(x), as_float(y), as_float(z))


def math_isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    return _math_isclose(as_float(a), as_float(b), rel_tol=as_float(rel_tol), abs_tol=as_float(abs_tol))


def math_ldexp(x, i, /):
    return _math_ldexp(as_float(x), i)


def math_nextafter(x, y, /, *, steps=None):
    if steps is None:
        return _math_nextafter(as_float(x), as_float(y))
    return _math_nextafter(as_float(x), as_float(y), steps=as_index(steps))


def math_hypot(*coordinates, **keywords):
    if keywords:
        raise TypeError('math.hypot() takes no keyword arguments')
    return _math_hypot(*[as_float(x) for x in coordinates])


def math_dist(p, q, /):
    p = tuple(p)
    q = tuple(q)
    if len(p) != len(q):
        raise ValueError('both points must have the same number of dimensions')
    return _math_dist([as_float(x) for x in p], [as_float(x) for x in q])


# --- ints ------------------------------------------------------------------------------------------------------------

def math_comb(n, k, /):
    return _math_comb(as_index(n), as_index(k))


def math_factorial(n, /):
    return _math_factorial(as_index(n))


def math_gcd(*integers, **keywords):
    if keywords:
        raise TypeError('math.gcd() takes no keyword arguments')
    return _math_gcd(*[as_index(x) for x in integers])


def math_isqrt(n, /):
    return _math_isqrt(as_index(n))


def math_lcm(*integers, **keywords):
    if keywords:
        raise TypeError('math.lcm() takes no keyword arguments')
    return _math_lcm(*[as_index(x) for x in integers])


def math_perm(n, k=None, /):
    if k is None:
        return _math_factorial(as_index(n))
    return _math_perm(as_index(n), as_index(k))


# --- iterables -------------------------------------------------------------------------------------------------------

def math_fsum(seq, /):
    return _math_fsum([as_float(x) for x in seq])


def math_prod(iterable, /, *, start=1):
    for item in iterable:
        start = start * item
    return start


def math_sumprod(p, q, /):
    p = tuple(p)
    q = tuple(q)
    for item in p + q:
        if type(item) not in (int, float, bool, complex):
            break
    else:
        return _math_sumprod(p, q)
    if len(p) != len(q):
        raise ValueError('Inputs are not the same length')
    total = 0
    for first, second in zip(p, q):
        total = total + first * second
    return total
