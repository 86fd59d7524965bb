"""Keys whose hashes are all equal, compared by a method written in Python: the search ends, and finds what is there."""


class Key:
    def __init__(self, name, number=0):
        self.name = name
        self.number = number

    def __eq__(self, other):
        return self.name == other.name

    def __hash__(self):
        return self.number


for number in (0, 1, 7, 2**40 + 3, -5):
    keys = set()
    table = {}
    for name in range(60):
        keys.add(Key(name, number))
        table[Key(name, number)] = name
    print(len(keys), len(table))
    print(all(Key(name, number) in keys for name in range(60)), Key(60, number) in keys)
    print([table[Key(name, number)] for name in range(60)] == list(range(60)), Key(60, number) in table)
    for name in range(0, 60, 2):
        keys.remove(Key(name, number))
        del table[Key(name, number)]
    print(sorted(key.name for key in keys) == [key.name for key in table])
    print(len(keys | {Key(name, number) for name in range(50, 70)}))
