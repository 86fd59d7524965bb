# Floats and ints compare by their exact values.
edges = [2 ** 53, 2 ** 53 + 1, 2 ** 63, 2 ** 63 - 1, 10 ** 22, 10 ** 23, 10 ** 400, -(2 ** 70), 0, 1]
for value in edges:
    for number in [2.0 ** 53, 2.0 ** 63, 1e22, 1e23, float('inf'), float('-inf'), float('nan'), -(2.0 ** 70), 0.5]:
        print(value, number, value == number, value < number, value > number, number <= value, number != value)
print(hash(2.0 ** 70) == hash(2 ** 70), hash(1.0) == hash(1), hash(0.5), hash(-0.0), hash(float('inf')), hash(1e300))
print({1: 'a', 2.0: 'b'}[1.0], {1, 1.0, True}, 0.1 + 0.2 == 0.3, sorted([3, 1.5, -2, 2 ** 60, 1e10]))
