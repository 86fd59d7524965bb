from functools import cmp_to_key, total_ordering


@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts


a, b = Version(1, 2), Version(1, 3)
print(a < b, a <= b, a > b, a >= b, a <= Version(1, 2), a >= Version(1, 2), a == b, a != b)
try:
    a < 5
except TypeError as error:
    print(error)
try:
    a >= 5
except TypeError as error:
    print(error)
print(max(a, b) is b)
try:
    @total_ordering
    class Empty:
        pass
except ValueError as error:
    print(error)


def by_last(x, y):
    return (x[-1] > y[-1]) - (x[-1] < y[-1])


print(sorted(['ab', 'ca', 'bc'], key=cmp_to_key(by_last)), max(['ab', 'ca'], key=cmp_to_key(by_last)))
print(sorted([3, 1, 2], key=cmp_to_key(lambda x, y: y - x)))
