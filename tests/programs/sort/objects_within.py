# Tuples and lists that hold objects with comparisons of their own; keys that are such; sorts within comparisons.
import functools


class Item:
    def __init__(self, value, name=''):
        self.value = value
        self.name = name

    def __lt__(self, other):
        if not isinstance(other, Item):
            return NotImplemented
        return self.value < other.value

    def __gt__(self, other):
        return self.value > (other.value if isinstance(other, Item) else other)

    def __repr__(self):
        return f'{self.value}{self.name}'


class Equal(Item):
    def __eq__(self, other):
        return isinstance(other, Equal) and self.value == other.value


def attempt(items, **options):
    try:
        print(sorted(items, **options))
    except Exception as error:
        print(type(error).__name__, error)


VALUES = (5, 3, 8, 1, 9, 2, 7, 3, 5)
for cls in (Item, Equal):
    objects = [cls(value, name) for value, name in zip(VALUES, 'abcdefghi')]
    attempt(objects)
    attempt(objects, reverse=True)
    attempt([(item.value % 3, item) for item in objects])
    attempt([(item.value % 3, item) for item in objects], reverse=True)
    attempt([[item.value % 3, item, 1] for item in objects])
    attempt([(1, (2, (item, item.value))) for item in objects])
    attempt([((item,), 1) for item in objects] + [((),), ((objects[0],), 0), ((objects[0],),)])
    attempt([(objects[0], 2), (objects[0], 1), (objects[0],)])
    attempt([(1, cls(3)), (1, 2), (1, cls(1)), (1, 4)])
    attempt([(1, cls(3)), (1, 'a')])
    attempt([(1, cls(3)), (2, 'a'), (0, None)])
    attempt(range(9), key=lambda i: objects[i])
    attempt(range(9), key=lambda i: (objects[i].value % 2, objects[i]), reverse=True)
    attempt((item for item in objects))
    attempt({item.name: item for item in objects}.values())


class Nested:
    def __init__(self, *values):
        self.items = [Item(value) for value in values]

    def __lt__(self, other):
        return [item.value for item in sorted(self.items)] < [item.value for item in sorted(other.items, reverse=True)]

    def __repr__(self):
        return repr(self.items)


attempt([Nested(3, 1), Nested(2, 2), Nested(1, 0), Nested(5, 1, 4)])


class Memo:
    def __init__(self, value):
        self.value = value

    @functools.lru_cache(None)
    def __lt__(self, other):
        return self.value < other.value


memos = [Memo(value) for value in VALUES]
for _ in range(2):
    print([memo.value for memo in sorted(memos)])


class Generating:
    def __lt__(self, other):
        yield 1


print(len(sorted([Generating(), Generating(), Generating()])))


class Default:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other, *more, flag=True):
        return self.value < other.value


print([item.value for item in sorted(map(Default, VALUES))])


class Wrong:
    def __lt__(self):
        return True


attempt([Wrong(), Wrong()])


@functools.total_ordering
class Ordered:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __ge__(self, other):
        return self.value >= other.value


print([item.value for item in sorted(map(Ordered, VALUES))])
mixed = [3, Item(2), 5, Item(4), 1]
attempt(mixed)
attempt([1, 2, 'a', Item(1)])
print([].sort(), sorted([Item(1)]), sorted([Item(2), Item(1)], key=None, reverse=0))
attempt([Item(2), Item(1)], reverse='')
attempt([Item(2), Item(1)], key=3)
