from collections import Counter

a = Counter(a=3, b=1, c=-2)
b = Counter(a=1, b=2, d=4)
print(a + b, a - b, a & b, a | b, +a, -a)
print(a == b, a != b, a <= a | b, a < b, Counter(a=1) == Counter(a=1, b=0), a >= Counter(a=1))
c = Counter(a)
c += b
print(c)
c -= Counter(a=1)
print(c)
c &= Counter(a=2, d=9)
print(c)
c |= Counter(z=1)
print(c)
try:
    a + {'a': 1}
except TypeError as error:
    print(error)


class Tally(Counter):
    """A subclass."""


tally = Tally('aab')
print(tally, tally.copy(), tally + tally)
