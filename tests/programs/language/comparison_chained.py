def show(x):
    print('eval', x)
    return x
print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 0, 3 > 2 >= 2 == 2 != 1)
print(show(1) < show(2) < show(3))
print(show(3) < show(2) < show(1))
print(1 == 1 in [1], 1 in [1] == True, not 1 < 2 < 3)
x = 5
print('in' if 0 <= x < 10 else 'out', 1 < x < 10 < 100)
if 1 < show(5) < 3:
    print('no')
else:
    print('falls to else')
