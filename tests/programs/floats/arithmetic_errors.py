# Errors of float arithmetic.
def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error, error.args)


zero = 0.0
big = 1e308
attempt('division', lambda: 1.0 / zero)
attempt('floor division', lambda: 1 // zero)
attempt('divmod', lambda: divmod(1.0, zero))
attempt('power of zero', lambda: zero ** -1)
attempt('overflow', lambda: big ** 2)
attempt('overflow', lambda: big ** 3.5)
attempt('int too large', lambda: 10 ** 400 + 1.0)
attempt('int too large', lambda: 1.0 * 10 ** 400)
attempt('infinite sum', lambda: big * 10)
attempt('type', lambda: 1.5 + 'a')
attempt('type', lambda: 1.5 << 2)
attempt('type', lambda: ~1.5)
attempt('modulus', lambda: pow(2.0, 3, 5))
attempt('order', lambda: 1.5 < 'a')
attempt('call', lambda: 1.5())
