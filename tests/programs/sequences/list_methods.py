l = [3, 1]
print(l.append(2), l.extend('ab'), l.extend(range(2)), l.extend({5: 6}), l.extend(x for x in [8]), l)
print(l.insert(0, 'first'), l.insert(-1, 'x'), l.insert(100, 'last'), l.insert(-100, 'very first'), l)
print(l.pop(), l.pop(0), l.pop(-2), l.pop(True), l)
print(l.remove(1), l, l.index('a'), l.count(1), l.index(0, 2), l.index(0, -9, 99), l.reverse(), l)
print(l.copy(), l.copy() is l, l.clear(), l, [1, True, 1.0, 2].count(1), [1, 2, 1, 2].index(2, 2), (1, 2, 1).index(1, 1), (1, 1, 2).count(1))
l = [1]
l.extend(l)
l.extend(l)
print(l)
for action in (lambda: [].pop(), lambda: [1].pop(3), lambda: [1].pop('a'), lambda: [1].pop(2 ** 70), lambda: [1].remove(2), lambda: [1].index('x'), lambda: [1].index(1, 5),
               lambda: [1].index(1, 'a'), lambda: [1].index(1, None), lambda: [1].insert('a', 1), lambda: [1].insert(1.5, 1), lambda: [1].extend(5), lambda: (1,).index(5),
               lambda: [1].append(), lambda: [1].append(1, 2), lambda: [1].insert(1), lambda: [].foo(), lambda: list.append(5, 1), lambda: [[1, 2]].index([3])):
    try:
        print(action())
    except (IndexError, TypeError, ValueError, OverflowError, AttributeError) as error:
        print(type(error).__name__, error)
