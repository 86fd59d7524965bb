d = {'a': 1, 'b': 2}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items, len(keys), len(values), len(items))
d['c'] = 3
print(keys, values, items)
print('a' in keys, 2 in values, ('a', 1) in items, ('a', 2) in items, ['a', 1] in items, 'a' in items)
print(list(keys), tuple(values), sorted(items), list(reversed(keys)), list(reversed(items)))
print(sorted(keys & {'a', 'z'}), sorted(keys | ['z']), sorted(keys - ['a']), sorted(keys ^ {'a', 'z'}))
print(sorted(items & [('a', 1)]), sorted(items - {('a', 1)}), sorted({('q', 0)} | items), sorted(['a', 'q'] - keys))
print(keys == {'a', 'b', 'c'}, keys == d.keys(), keys < {'a', 'b', 'c', 'd'}, keys >= {'a'}, {'a'} <= keys, keys != 5)
print(items == {('a', 1), ('b', 2), ('c', 3)}, items > {('a', 1)}, values == d.values(), keys.isdisjoint('xyz'))
print(sorted(items ^ {'a': 1, 'b': 5}.items()), sorted({'a': 0}.keys() & keys), type(keys & keys))
print(keys.mapping == d, items.mapping)
for attempt in (lambda: keys < 5, lambda: keys | 5, lambda: values | values, lambda: hash(keys), lambda: keys[0],
                lambda: keys & 3, lambda: keys.isdisjoint(3)):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
