def t(x):
    print('t', x)
    return x
print(t(0) and t(1), t(1) and t(2), t(0) or t(3), t(4) or t(5))
print(t('') or t([]) or t(0) or t('last'), t(1) and t(2) and t(0) and t(9))
print(not t(0), not t([]), not not t('x'))
if t(0) and t(1) or t(2):
    print('yes')
while t(1) and not t(1):
    print('never')
print((t(1) or t(2)) and t(3))
x = t(None) or {}
print(x)
