# skip-cpython: it would look through all the items
huge = range(10 ** 18)
assert 'a' not in huge
assert None not in huge
assert 2.5 not in huge
assert float('nan') not in huge
assert huge.count('a') == 0
try:
    huge.index('a')
except ValueError as error:
    assert str(error) == 'sequence.index(x): x not in sequence'
