print([1] + [2], (1,) + (2,), 'a' + 'b', b'a' + b'b', [1] * 3, 3 * 'ab', (1, 2) * 2, [1] * 0, [1] * -1, b'x' * 3)
print(1 in [1, 2], 3 in (1, 2), 'b' in 'abc', '' in '', 2 in {1: 2}, 1 in {1: 2}, 97 in b'a', b'b' in b'abc', 3 not in {1})
