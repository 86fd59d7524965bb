# max-python: 3.12
# Sets have only a partial order; the result then depends on the order of comparisons.
print(sorted([{1, 2}, {1}, {2}, set(), {3, 1}]), sorted([{2}, {1}, {1, 2}], reverse=True))
print(sorted([float('nan'), 1.0, 3.0, 2.0]), sorted([3.0, float('nan'), 1.0, 2.0]))
