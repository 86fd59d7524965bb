assert True
assert 1 == 1, 'unused'
try:
    assert 1 == 2
except AssertionError as error:
    print(repr(error), error.args)
try:
    assert [], f'message {1 + 1}'
except AssertionError as error:
    print(repr(error))
try:
    assert False, (1, 2)
except AssertionError as error:
    print(error.args)
def noisy():
    print('evaluated')
assert True, noisy()
