s = {1, 2}
print(s.add(3), s.discard(9), s.remove(1), s, s.copy() == s, s.copy() is s)
print(s.update([7, 8], {9: 0}, (x for x in [10])), s, len(s), 7 in s, 70 in s)
print(s.union([100], 'a') >= s, s.intersection([7, 8, 99], {8}), s.difference([7], iter([8])), s.symmetric_difference([7, 1]))
print(s.intersection(), s.union() == s, s.difference() == s)
s.intersection_update([2, 3, 7, 8, 9], {3, 7, 8})
print(s)
s.difference_update([3], (8,))
print(s)
s.symmetric_difference_update([7, 1, 1])
print(s)
print(s.issubset([1, 2]), s.issuperset([]), s.isdisjoint({5}), s.isdisjoint(range(3)))
s.clear()
print(s)
for attempt in (lambda: s.remove(1), lambda: s.pop(), lambda: s.remove({1}), lambda: s.remove((1, 2))):
    try:
        attempt()
    except KeyError as error:
        print(repr(error))
for attempt in (lambda: s.add([]), lambda: s.discard([]), lambda: s.update(5), lambda: s.union(3), lambda: s.isdisjoint(1),
                lambda: s.issubset(None), lambda: [] in s, lambda: s.add(), lambda: frozenset().add(1)):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(error)
