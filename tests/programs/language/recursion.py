def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
print(fact(25))
def even(n):
    return True if n == 0 else odd(n - 1)
def odd(n):
    return False if n == 0 else even(n - 1)
print(even(101), odd(101))
def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))
print(ackermann(2, 5))
def nested(n):
    def inner(k):
        return k if k == 0 else inner(k - 1) + n
    return inner(n)
print(nested(12))
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(15))
def flatten(x):
    return [z for y in x for z in flatten(y)] if isinstance(x, list) else [x]
print(flatten([1, [2, [3, [4]], 5]]))
