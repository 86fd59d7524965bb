def t(x):
    print('eval', x)
    return x
l = [1, 2, 3]
del t(l)[t(0)], t(l)[t(-1)]
print(l)
def f():
    try:
        return t('returned')
    finally:
        t('finally')
print(f())
def g():
    raise t(ValueError('raised')) from t(KeyError('cause'))
try:
    g()
except ValueError as error:
    print(repr(error.__cause__))
assert t(True), t('not evaluated')
