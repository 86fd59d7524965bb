for x in [1], (2,), 'ab', {3: 4}, {5}, range(2), b'z', {6: 7}.items(), {8: 9}.values(), map(str, [1]), zip('a', 'b'), enumerate('q'), reversed([1, 2]), (g for g in 'h'), iter([0]):
    print([y for y in x], end=' ')
print()
for i in range(10, 0, -3):
    print(i, end=' ')
for i in range(3):
    i = 100
print(i)
for i in range(2 ** 65, 2 ** 65 + 2):
    print(i)
try:
    for x in 5:
        pass
except TypeError as error:
    print(error)
for i in range(0):
    pass
try:
    for x in None:
        pass
except TypeError as error:
    print(error)
