total = 0
for i in range(10):
    if i == 3:
        continue
    total += i * 2
else:
    total -= 1
while total > 100:
    total //= 2
total
