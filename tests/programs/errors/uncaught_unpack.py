pairs = [(1, 2), (3,)]
for left, right in pairs:
    print(left)
