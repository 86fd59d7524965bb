def f(*args, **kw):
    return len(args), len(kw), args[:2], args[-1]
print(f(*range(1000)))
print(f(*range(300), **{f'k{i}': i for i in range(300)}))
def g(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11):
    return a0 + a11, a5
print(g(*range(12)), g(*range(6), a6=6, a7=7, a8=8, a9=9, a10=10, a11=11))
