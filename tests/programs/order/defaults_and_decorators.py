def t(x):
    print('eval', x)
    return x
@t
@(lambda f: t(f and 'inner'))
def f(a=t('default a'), *, b=t('default b')) -> t('annotation'):
    pass
print(f)
