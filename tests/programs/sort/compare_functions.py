# functools.cmp_to_key: plain functions, methods, anything else that can be called, and answers that are no ints.
import functools
import operator


def attempt(compare, values=(5, 3, 8, 1, 9, 2, 7, 3), **options):
    try:
        print(sorted(values, key=functools.cmp_to_key(compare), **options))
    except Exception as error:
        print(type(error).__name__, error)


class Sign:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return [1] if self.value < other else ''


class Numbers:
    def __init__(self, factor):
        self.factor = factor

    def compare(self, a, b):
        return self.factor * (a - b)

    @classmethod
    def of_class(cls, a, b):
        return a - b

    @staticmethod
    def of_none(a, b):
        return b - a

    def __call__(self, a, b):
        return (a - b) / 10


for compare in (lambda a, b: a - b, lambda a, b: (a > b) - (a < b), lambda a, b: a < b, lambda a, b: float(b - a),
                lambda a, b: Sign(a - b), lambda a, b: 10 ** 30 * (a - b), lambda a, b: 0, lambda a, b: None,
                lambda a, b: NotImplemented, lambda a, b: 'x', lambda a, b: 1 // (a - 3), lambda a: a, lambda *two: two[0] - two[1],
                lambda a, b=0: a - b, lambda a, b, c=1: c * (a - b), Numbers(1).compare, Numbers(-1).compare, Numbers.of_class, Numbers.of_none,
                Numbers(2), operator.sub, functools.partial(operator.sub), functools.lru_cache(None)(lambda a, b: b - a),
                functools.partial(lambda x, a, b: x * (a - b), -1), max, 5):
    attempt(compare)
    attempt(compare, reverse=True)


def generating(a, b):
    yield a - b


attempt(generating)
attempt(generating, [1])
attempt(lambda a, b: a - b, [])
attempt(lambda a, b: int(a + b < b + a) - int(a + b > b + a), ['3', '30', '34', '5', '9'])
words = ['pear', 'fig', 'apple', 'kiwi', 'date', 'plum']
words.sort(key=functools.cmp_to_key(lambda a, b: len(a) - len(b)))
print(words)
words.sort(key=functools.cmp_to_key(lambda a, b: len(a) - len(b)), reverse=True)
print(words)
key = functools.cmp_to_key(lambda a, b: a - b)
print(key(1) < key(2), key(2).obj, key(1)(7).obj, sorted([key(2), key(1)])[0].obj, sorted([3, 1], key=key(9)))
other = functools.cmp_to_key(lambda a, b: b - a)
print([k.obj for k in sorted([key(1), other(2)])])
try:
    sorted([key(1), 2])
except TypeError as error:
    print(error)
try:
    print(sorted([key, key]))
except AttributeError as error:
    print('AttributeError')
n = 300
big = [i * 7919 % 1009 for i in range(n)]
print(sorted(big, key=functools.cmp_to_key(lambda a, b: a % 50 - b % 50)))


def meddling(a, b):
    words.append(a)
    return len(a) - len(b)


try:
    words.sort(key=functools.cmp_to_key(meddling))
except ValueError as error:
    print(error, sorted(words))
