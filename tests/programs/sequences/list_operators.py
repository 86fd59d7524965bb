a = [1, 2]
b = a
a += (3,)
a += 'xy'
a += {9: 0}
a += (i for i in range(2))
a += a
print(b is a, a)
a *= 2
print(b is a, len(a))
a *= 0
print(b, a is b)
print([1] + [2], [1] * 3, 2 * [0, 1], [1] * -1, [1] * True, [] + [], (1,) + (2, 3), () + (1,), (1, 2) * 2, 0 * (1,))
t = (1,)
s = t
t += (2,)
print(s, t)
row = [[]] * 3
row[0].append(1)
print(row)
for action in (lambda: [1] + (2,), lambda: (1,) + [2], lambda: [1] + 1, lambda: 1 + [1], lambda: [1] * 1.0, lambda: [1] * 'a', lambda: 'a' * [1], lambda: [1] * [1],
               lambda: [1] - [1], lambda: (1,) * None, lambda: [1] * 10 ** 30, lambda: {} + [], lambda: -[1]):
    try:
        print(action())
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
try:
    a += 5
except TypeError as error:
    print(error)
