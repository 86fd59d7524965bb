"""list.__init__ and set.__init__ in subclasses: keywords, arguments, and what they empty; sets of sets by their hash."""


class Plain(list):
    pass


class WithNew(list):
    def __new__(cls, items, extra=None):
        made = super().__new__(cls, items)
        made.extra = extra
        return made


class WithInit(list):
    def __init__(self, *items, extra=None):
        super().__init__(items)
        self.extra = extra


made = WithNew([1, 2], extra=3)
print(made, made.extra)
made = WithInit(1, 2, extra=3)
print(made, made.extra)
for attempt in (lambda: Plain(items=()), lambda: Plain([], []), lambda: Plain().__init__(1), lambda: list(items=())):
    try:
        attempt()
        print('no error')
    except TypeError as error:
        print(type(error).__name__)
items = [1, 2]
items.__init__(items)
print(items)
keys = {1, 2}
keys.__init__([3])
print(keys)


class Counted(int):
    count = 0

    def __hash__(self):
        Counted.count += 1
        return int(self)


class SubSet(set):
    pass


numbers = dict.fromkeys(map(Counted, range(5)))
before = Counted.count
print(len(SubSet(numbers)), Counted.count - before)


class Hashed(set):
    def __hash__(self):
        return 7


one = Hashed()
table = {one}
print(one in table, Hashed() in table, set() in {frozenset()}, SubSet() in {frozenset()})
table.remove(one)
print(table)
frozen = frozenset('a')
print(frozen.copy() is frozen, frozen.intersection() is frozen, frozen.difference() is frozen)

try:
    int.__new__(bool, 0)
except TypeError as error:
    print(error)
print((1.5).__getnewargs__(), (1).__getnewargs__(), 'a'.__getnewargs__(), b'a'.__getnewargs__(), (1j).__getnewargs__(),
      (1, 2).__getnewargs__())
