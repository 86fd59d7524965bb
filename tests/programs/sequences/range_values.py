big = 2 ** 64
ranges = [range(5), range(2, 8), range(8, 2, -2), range(0), range(5, 5), range(1, 2, 10), range(0, 10, 3), range(10, 0, -3), range(big, big + 5, 2), range(-big, big, big), range(True, 4),
          range(-2 ** 63, 2 ** 63 - 1, 2 ** 62), range(0, 10, 2 ** 70)]
for r in ranges:
    print(r, len(r), list(r), list(reversed(r)), bool(r), r.start, r.stop, r.step, r[1:], r[::-1], r[:-1:2], hash(r) == hash(range(r.start, r.stop, r.step)))
    if r:
        print(r[0], r[-1], r.index(r[-1]), r.count(r[0]), r[0] in r, r[0] - 1 in r, float(r[0]) in r, max(r), min(r), sum(r))
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) == range(0, 3), range(1, 5, 10) == range(1, 2), range(3) == [0, 1, 2], range(3) != range(4))
print(hash(range(0)) == hash(range(7, 7)), {range(3): 1}[range(0, 3, 1)], range(10 ** 30)[10 ** 29], range(10 ** 30)[5:10 ** 29:10 ** 28])
print(10 ** 18 in range(10 ** 19), 3.0 in range(10 ** 18), 10 ** 18 - 1 in range(0, 10 ** 18, 2), 'a' in range(5), None in range(5), 2.5 in range(5), 4.0 in range(5), float('nan') in range(5), 2j in range(5))
