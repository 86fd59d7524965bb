for x in [1, 2, 3]:
    if x == 2:
        break
else:
    print('never')
print(x)
for x in []:
    pass
else:
    print('empty', x)
for x in range(3):
    continue
else:
    print('done', x)
def search(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            return i
    else:
        return -1
print(search('abc', 'c'), search('abc', 'z'))
for i in range(3):
    for j in range(3):
        if j == 1:
            break
    else:
        print('never')
    print(i, j)
