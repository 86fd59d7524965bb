def t(x):
    print('eval', x)
    return x
class_less = {}
t(class_less)[t('key')] = t('value')
l = [0, 0, 0]
l[t(0)], l[t(1)] = t('a'), t('b')
l[t(2)] = l[t(0)] = t('chain')
print(l)
d = {}
d[t(1)]: t('annotation') = t('assigned')
print(d)
