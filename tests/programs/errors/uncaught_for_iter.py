def f(n):
    for x in n:
        print(x)
f([1])
f(1)
