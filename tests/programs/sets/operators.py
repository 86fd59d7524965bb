a, b, f = {1, 2, 3}, {3, 4}, frozenset([3, 9])
print(a | b, a & b, a - b, a ^ b, f | a, a | f, type(f | a).__name__, type(a | f).__name__, f & a, f - a, f ^ b)
print(a < b, a <= {1, 2, 3}, a > {1}, a >= b, a == {3, 2, 1}, a != f, frozenset(a) == a, a == [1, 2, 3], a < frozenset(range(9)))
c = a
c |= b
c &= {1, 3, 4, 9}
c -= {1}
c ^= {4, 5}
print(c, c is a)
c -= c
print(a)
g = f
g |= {1}
print(g, f, g is f)
for attempt in (lambda: a | [1], lambda: a & 5, lambda: [1] - a, lambda: a < [1], lambda: a + a, lambda: hash(a),
                lambda: a[0]):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
try:
    a |= [1]
except TypeError as error:
    print(error)
