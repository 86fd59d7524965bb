def t(x):
    print('t', x)
    return x
m = map(t, [1, 2])
print('lazy', type(m).__name__)
print(next(m), list(m), list(m))
print(list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(str, range(3))), list(map(max, 'ab', 'ba', 'cc')), list(map(None.__class__, [])))
f = filter(t, [0, 1, '', 'a'])
print(type(f).__name__, next(f), list(f))
print(list(filter(None, [0, 1, [], [0], None, 'x'])), list(filter(lambda x: x % 2, range(6))), list(filter(str.isdigit, 'a1b2')))
print(list(map(len, filter(None, ['', 'abc', 'de']))), sum(map(int, '123')), dict(map(lambda k: (k, k * 2), 'ab')))
for action in (lambda: map(len), lambda: map(5, [1]), lambda: list(map(5, [1])), lambda: filter(None), lambda: map(len, 5), lambda: list(filter(5, [1])), lambda: filter(len, None)):
    try:
        action()
        print('made')
    except TypeError as error:
        print(error)
