def key_of(row):
    return row[1]
print(sorted([(1, 2), (3,)], key=key_of))
