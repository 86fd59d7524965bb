def t(x, label):
    print(label, x)
    return x
print([t(i * 10 + j, 'element') for i in t([1, 2], 'outer') if t(i, 'condition') for j in t([i], 'inner')])
print({t(1, 'key'): t(2, 'value') for _ in 'a'})
print({t(1, 'k'): t(2, 'v'), t(3, 'k2'): t(4, 'v2')})
