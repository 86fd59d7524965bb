a = list[int]
print(a, dict[str, list[int]], tuple[int, ...], tuple[()], set['x'], frozenset[None], type[int], list[list[int]])
print(a.__origin__, a.__args__, a.__parameters__, dict[str, int].__args__)
print(a == list[int], a == list[str], a != list[int], a == list, hash(a) == hash(list[int]), {a: 1}[list[int]])
print(a('ab') if False else a((1, 2)), dict[str, int](k=1), tuple[int, ...]('ab'))
print(a.append is not None, dict[str, int].fromkeys('ab'), type(a), type(a).__name__)
for action in (lambda: int[3], lambda: str['a'], lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: a[int],
               lambda: a.missing):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
