print(list(), list([1]), list((1, 2)), list('ab'), list({'k': 1}), list({'k': 1}.items()), list(range(3)), list(iter([1])), list(zip([1], [2])), list(enumerate('a')))
print(list(x for x in [1, 2]), list(map(str, [1])), list(filter(None, [0, 1])), list(reversed('ab')), list([[]] * 2))
l = [1]
print(list(l) is l, list(l) == l, [*l, *'ab', *(), *{3}], (*l, *l))
for action in (lambda: list(5), lambda: list(None), lambda: list(1, 2), lambda: [*5], lambda: tuple(5.5)):
    try:
        print(action())
    except TypeError as error:
        print(error)
