d = {}
d[1] = 'int'
d[1.0] = 'float'
d[True] = 'bool'
print(d)
big = 2**61 - 1
d = {0: 'zero', big: 'prime', -big: 'minus', 2 * big: 'twice', 2**64: 'power', float(2**64): 'same'}
print(d, d[0.0], d[-0.0], d[2**64], len(d))
print({-1: 'a', -2: 'b'}, {0.5: 1, 1 / 2: 2}, {'a': 1, b'a': 2})
print({(1, 2): 'x', (1.0, 2.0): 'y'}, {frozenset([1]): 1}[frozenset([1.0])])
nan = float('nan')
print({nan: 1}[nan], None in {None: 0}, ... in {...: 1})
