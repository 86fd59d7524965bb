def t(x):
    print('eval', x)
    return x
print(t(1) + t(2) * t(3) - t(4))
print(t(1) < t(2) < t(0) < t(9))
print(t(2) ** t(3) ** t(0))
print(t([1, 2])[t(0)], t('abc')[t(0):t(2):t(1)])
print(t(1) if t(0) else t(2))
print(t(1) in t([1]), t(1) is t(1), not t(0))
print([t(1), *t([2]), t(3)], (t(4), t(5)), {t(6)})
