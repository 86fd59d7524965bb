d = {i: str(i) for i in range(4)}
for make in (iter, lambda d: iter(d.values()), lambda d: iter(d.items()), reversed, lambda d: reversed(d.items())):
    iterator = make(d)
    print(type(iterator).__name__, next(iterator), iterator.__length_hint__(), list(iterator), list(iterator),
          iterator.__length_hint__(), iter(iterator) is iterator)
print([*d], {**d}, max(d), min(d, key=lambda k: -k), sum(d), sorted(d, reverse=True), len(d), list(map(d.get, [1, 7])))
(a, b), *rest = d.items()
print(a, b, rest)
