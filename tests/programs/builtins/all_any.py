print(all([]), any([]), all([1, 0]), any([0, '']), all('abc'), any({0: 1}), all(x for x in (1, 2)), any(x > 1 for x in (1, 2)), all(map(bool, [1])), any(range(1)))
def t(x):
    print('t', x)
    return x
print(any(t(x) for x in (0, 5, 6)), all(t(x) for x in (1, 0, 1)))
it = iter([0, 1, 2])
print(any(it), list(it))
