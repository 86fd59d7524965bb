# Sorting where the comparisons are methods: the order, how often they are asked, and what an error leaves behind.
import functools


class Counted:
    asked = 0

    def __init__(self, value, place=0):
        self.value = value
        self.place = place

    def __lt__(self, other):
        Counted.asked += 1
        return self.value < other.value

    def __repr__(self):
        return f'{self.value}.{self.place}'


def numbers(count, modulus):
    found = []
    value = 1
    for place in range(count):
        value = value * 48271 % 2147483647
        found.append(Counted(value % modulus, place))
    return found


for count in (0, 1, 2, 3, 10, 63, 64, 65, 200, 1000):
    for modulus in (3, 10 ** 6):
        for reverse in (False, True):
            items = numbers(count, modulus)
            expected = sorted(items, key=lambda item: item.value, reverse=reverse)
            Counted.asked = 0
            items.sort(reverse=reverse)
            print(count, modulus, reverse, items == expected, Counted.asked <= 2 * count * count.bit_length())
runs = [Counted(value) for value in [*range(300), *range(200, 0, -1), *range(50)]]
print([item.value for item in sorted(runs)] == sorted([item.value for item in runs]))
print(sorted(numbers(40, 5)))


class Failing(Counted):
    def __lt__(self, other):
        Failing.left -= 1
        if Failing.left < 0:
            raise ValueError('compared')
        return self.value < other.value


for left in range(0, 500, 37):
    Failing.left = left
    items = [Failing(item.value, item.place) for item in numbers(150, 50)]
    places = {item.place for item in items}
    try:
        items.sort()
    except ValueError as error:
        print(left, error, len(items), {item.place for item in items} == places)
print(sorted(['b', 'A', 'c'], key=functools.cmp_to_key(lambda x, y: (x.lower() > y.lower()) - (x.lower() < y.lower()))))
try:
    functools.cmp_to_key(len)(1) < 5
except TypeError as error:
    print(error)


class Unequal:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        if self.value == 'refuse':
            return NotImplemented
        return self.value


class Both(Unequal):
    def __ne__(self, other):
        return 'ne'


class Words(list):
    def __eq__(self, other):
        return 'eq'


for value in (True, False, [], [1], 'refuse', None):
    one = Unequal(value)
    print(one != 1, 1 != one, one != one, one != Both(value), Both(value) != one, 'branch' if one != 2 else 'other')
print(Words('a') != ['a'], Words('a') == 1, Words('a') != ['b'])
