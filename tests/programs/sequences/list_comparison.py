values = [[], [1], [1, 2], [2], [1.0, 2], [True], [[1]], ['a']]
for a in values:
    print([a == b for b in values], [a != b for b in values])
for a in values[:6]:
    print([a < b for b in values[:6]], [a <= b for b in values[:6]], [a > b for b in values[:6]], [a >= b for b in values[:6]])
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 'a') > (1, 'A'), [1] == (1,), (1,) != [1])
nan = float('nan')
print([nan] == [nan], nan in [nan], [nan].index(nan), (nan,) == (nan,), nan == nan)
for action in (lambda: [1] < ['a'], lambda: [1] < (1,), lambda: (1, None) < (1, 2), lambda: [{}] < [{}], lambda: [] < None):
    try:
        print(action())
    except TypeError as error:
        print(error)
