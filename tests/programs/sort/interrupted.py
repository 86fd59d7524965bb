# A comparison that raises: the items are all there still, in some order; so they are if the list was changed.


class Item:
    calls = 0
    limit = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Item.calls += 1
        if Item.calls > Item.limit:
            raise KeyError('enough')
        return self.value < other.value


def attempt(count, limit, reverse):
    items = [Item(i * 7919 % 1009 if i % 80 < 50 else i) for i in range(count)]
    before = set(map(id, items))
    Item.calls = 0
    Item.limit = limit
    try:
        items.sort(reverse=reverse)
    except KeyError:
        # How many comparisons it takes is nobody's promise, so what came of it is not told.
        return len(items) == count and set(map(id, items)) == before
    return [item.value for item in items] == sorted([item.value for item in items], reverse=reverse)


for count in (2, 3, 20, 63, 64, 200, 500):
    for limit in (0, 1, count // 2, count - 1, 2 * count, 5 * count, 10 ** 9):
        print(count, limit, attempt(count, limit, False), attempt(count, limit, True))


class Meddler:
    def __init__(self, value, act):
        self.value = value
        self.act = act

    def __lt__(self, other):
        self.act()
        return self.value < other.value


def meddle(act, fail=False):
    items = []
    seen = []

    def do():
        seen.append(len(items))
        act(items)
        if fail:
            raise ZeroDivisionError

    items.extend(Meddler(value, do) for value in (3, 1, 2))
    try:
        items.sort()
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
    print(seen[:2], [type(item).__name__ for item in items])


meddle(lambda items: None)
meddle(lambda items: items.append(1))
meddle(lambda items: items.clear())
meddle(lambda items: items.extend([4, 5]) or items.clear())
meddle(lambda items: items.insert(0, 7), fail=True)
meddle(lambda items: items.sort())
