from functools import cache, lru_cache

calls = []


@lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 2, 1)], calls, square.cache_info())
square.cache_clear()
print(square.cache_info(), square.cache_parameters(), square.__name__)


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())


@cache
def keyed(a, b=1, *, c=2):
    return a, b, c


print(keyed(1), keyed(1, 1), keyed(1, b=1), keyed(a=1), keyed(1, c=2), keyed.cache_info().misses)


@lru_cache(typed=True)
def kind(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind.cache_info())


@lru_cache
def failing(x):
    raise ValueError(x)


for _ in range(2):
    try:
        failing(1)
    except ValueError as error:
        print(error)
print(failing.cache_info())
try:
    square([1])
except TypeError as error:
    print(error)


class Thing:
    @lru_cache
    def method(self, x):
        calls.append('method')
        return x


t = Thing()
print(t.method(1), t.method(1), calls[-2:], lru_cache(0)(len)('abc'))
