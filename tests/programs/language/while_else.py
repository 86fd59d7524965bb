n = 3
while n:
    n -= 1
else:
    print('ended', n)
while True:
    n += 1
    if n == 2:
        continue
    if n > 3:
        break
else:
    print('never')
print(n)
while n < 0:
    print('never')
else:
    print('else at once')
i = 0
while i < 3:
    i += 1
    j = 0
    while True:
        j += 1
        if j == i:
            break
    print(i, j)
