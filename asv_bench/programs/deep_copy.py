# A deep copy of nested objects, lists and dicts that keeps what is shared, written by hand.
# expect: (121, 2400, True)
class Item:
    def __init__(self, name, tags, parent=None):
        self.name = name
        self.tags = tags
        self.parent = parent


class Box:
    def __init__(self, items):
        self.items = items
        self.index = {item.name: item for item in items}


def copied(value, memo):
    kind = type(value)
    if kind in (int, str, float, bool, type(None)):
        return value
    key = id(value)
    if key in memo:
        return memo[key]
    if kind is list:
        result = memo[key] = []
        for each in value:
            result.append(copied(each, memo))
        return result
    if kind is tuple:
        return tuple([copied(each, memo) for each in value])
    if kind is dict:
        result = memo[key] = {}
        for name, each in value.items():
            result[copied(name, memo)] = copied(each, memo)
        return result
    result = memo[key] = kind.__new__(kind)
    for name, each in vars(value).items():
        setattr(result, name, copied(each, memo))
    return result


def make():
    shared = ['a', 'b', ('c', 1)]
    root = Item('root', shared)
    return [Box([Item(f'i{i}.{j}', [shared, i, {'k': j}], root) for j in range(20)]) for i in range(12)]


def run(times):
    original = make()
    total = 0
    for _ in range(times):
        made = copied(original, {})
        total += sum(len(box.items) for box in made)
    same = made[0].items[0].parent is made[5].items[3].parent and made[0].items[0].parent is not original[0].items[0].parent
    return len({id(item) for box in made for item in box.items}) // 2 + 1, total, same


run(10)
