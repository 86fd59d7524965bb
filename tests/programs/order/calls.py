def f(*args, **kw):
    print('called', args, kw)
    return f
def t(x):
    print('eval', 'f' if x is f else x)
    return x
t(f)(t(1), *t([2]), t(3), k=t(4), **t({'z': 5}), y=t(6))
t('a b').split(t(' '))
t(f)(t(1))(t(2))
try:
    t(None)(t('argument evaluated before the callee is checked'))
except TypeError as error:
    print(error)
try:
    t([]).missing(t('not reached'))
except AttributeError as error:
    print(error)
try:
    undefined(t('not reached'))
except NameError as error:
    print(error)
